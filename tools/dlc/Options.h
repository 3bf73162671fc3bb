//===- Options.h - the command line of dlc -----------------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_OPTIONS_H
#define DLC_TOOLS_DLC_OPTIONS_H
#include "passes/Pipeline.h"
#include <optional>
#include <string>
#include <vector>

namespace dlc::tool {

struct Options {
  std::string model;                // what is traced, or the .mlir of --from
  std::vector<std::string> sources; // further sources, compiled and linked
  std::vector<std::string> objects; // .o, .a, .so
  std::string output;
  bool compileOnly = false; // -c

  std::string emit;       // stop after this phase and print
  std::string dumpPhases; // a folder
  std::string from;       // resume after this phase
  bool report = false, time = false, verbose = false, poisonDeadRows = false;

  std::vector<std::string> march; // one version of the program each
  std::string targetTriple;       // empty: this machine's
  std::string runtimeLibrary;     // empty: the one beside dlc
  bool optimize = true;           // not -O0
  bool strip = false;
  MemoryLimit limit;
  Precision precision = Precision::f32;
  Winograd winograd = Winograd::automatic;

  int jobs = 0;      // threads; 0: as many as there are processors
  std::string cache; // a folder of compiled kernels; empty: none
  unsigned cacheMebibytes = 512;

  std::vector<std::string> includes, defines, linkerOptions;
  std::string standard = "c++20";
  bool writeDependencies = false;
  std::string dependencyFile;
  std::string hostCompiler, targetCompiler;
};

/// Reads the command line. Without a value, the process ends with `exitCode`: help was printed,
/// or what is wrong was.
std::optional<Options> parseCommandLine(int argc, char **argv, int &exitCode);

/// Prints "dlc: error: ..." to stderr.
void printError(const std::string &message, const std::string &hint = "");

} // namespace dlc::tool
#endif
