//===- Commands.h - the commands and their options ---------------------*- C++ -*-===//
//
// What the command line says, as plain values; each command is one function in a file of its
// own name. A command returns the exit status and throws Error when it fails.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_TRAIN_COMMANDS_H
#define DLC_RUNTIME_TRAIN_COMMANDS_H

#include "dlc/rt/abi.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dlc::rt {

struct TrainOptions {
  std::string binary; // as the user called it
  std::optional<int64_t> epochs, maxSteps, batchSize;
  std::optional<uint64_t> seed;
  std::vector<std::pair<std::string, double>> settings; // --lr and --set
  int threads = 0;
  std::string data, out, resume;
  bool quiet = false;
};

struct EvalOptions {
  std::string weights, data;
  std::optional<int64_t> batchSize;
  int threads = 0;
};

struct PredictOptions {
  std::string weights, data;
  std::vector<std::string> images;
  std::vector<int64_t> indices;
  int threads = 0;
};

struct InfoOptions {
  int threads = 0;
};

int runTrain(const dlc_program_desc &program, const TrainOptions &options);
int runEval(const dlc_program_desc &program, const EvalOptions &options);
int runPredict(const dlc_program_desc &program, const PredictOptions &options);
int runInfo(const dlc_program_desc &program, const InfoOptions &options);

/// Where checkpoints go when nobody says otherwise.
std::string defaultFolder(const dlc_program_desc &program);

/// `given`, or the best of the default folder. Throws Error with a hint when it is not there.
std::string weightsFile(const dlc_program_desc &program, const std::string &given);

/// Parses and runs. In a file of its own: the option parser is by far the largest thing here.
int runCommandLine(const dlc_program_desc &program, int argc, char **argv);

/// Parses and runs the entry `main` of a program without commands.
int runMainEntry(const dlc_program_desc &program, int argc, char **argv);

} // namespace dlc::rt

#endif
