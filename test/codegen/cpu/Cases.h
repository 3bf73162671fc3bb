//===- Cases.h - the kernels that are tested and timed ---------------------*- C++ -*-===//
#ifndef DLC_TEST_CODEGEN_CPU_CASES_H
#define DLC_TEST_CODEGEN_CPU_CASES_H
#include <cstdint>
#include <string>
#include <vector>

struct Case {
  std::string name, text;
  std::vector<std::int64_t> n; // values of the dimension to test with, the bound first
  double flops = 0;            // of one run at the bound; 0: timed by bytes
  double bytes = 0;
  bool timed = false;
};

std::vector<Case> allCases();
void elementwiseCases(std::vector<Case> &cases);
void halfCases(std::vector<Case> &cases);
void paddedCases(std::vector<Case> &cases);
void placeCases(std::vector<Case> &cases);
#endif
