//===- CommandLineRun.h - dlc_main in a child process ------------------*- C++ -*-===//
#ifndef DLC_TEST_RUNTIME_TRAIN_COMMAND_LINE_RUN_H
#define DLC_TEST_RUNTIME_TRAIN_COMMAND_LINE_RUN_H

#include "train/Logistic.h"

#include <string>
#include <vector>

struct Finished {
  int status; // exit status; 1000 + signal when one ended it
  std::string out, err;
};

/// A child, because signals, exit statuses and output are what is tested. Its logistic
/// program raises SIGINT `raises` times in step `raiseAt`. `out`: where its
/// output goes instead of into the result.
Finished runCommand(const dlc_program_desc &program, std::vector<std::string> words,
                    int raiseAt = 0, int raises = 1, const char *out = nullptr);

#endif
