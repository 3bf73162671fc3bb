//===- Main.cpp - dlc_main, dlc_run_main ----------------------------------------===//
//
// The outermost frames: whatever goes wrong below becomes a message and an exit status.
//
//===------------------------------------------------------------------------------===//
#include "dlc/rt/commands.h"
#include "dlc/rt/error.hpp"
#include "runtime/train/Commands.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <unistd.h>

using namespace dlc::rt;

std::string dlc::rt::defaultFolder(const dlc_program_desc &program) {
  return std::string(program.name) + "-out";
}

std::string dlc::rt::weightsFile(const dlc_program_desc &program, const std::string &given) {
  std::string path = given.empty() ? defaultFolder(program) + "/best.safetensors" : given;
  if (access(path.c_str(), R_OK))
    throw Error(DLC_ERR_IO, "cannot read the weights " + path + ": " + std::strerror(errno) +
                                "\n  hint: `train` first, or name a file with --weights FILE");
  return path;
}

/// Runs `body` on a program whose tables are ours.
template <class Body> static int outermost(const dlc_program_desc *program, Body body) {
  const char *why = "an exception of unknown type";
  try {
    if (program->abi_version != DLC_ABI_VERSION)
      throw Error(DLC_ERR_VERSION, "the program was compiled for version " +
                                       std::to_string(program->abi_version) +
                                       " of the runtime's tables, this runtime has version " +
                                       std::to_string(DLC_ABI_VERSION));
    int status = body();
    // A full disk or a closed pipe shows only here.
    if (std::fflush(stdout) || std::ferror(stdout))
      throw Error(DLC_ERR_IO, "cannot write the output");
    return status;
  } catch (const std::bad_alloc &) {
    why = "out of memory";
  } catch (const std::exception &e) {
    std::fflush(stdout); // what was printed before comes before
    std::fprintf(stderr, "error: %s\n", e.what());
    return 1;
  } catch (...) {
  }
  std::fprintf(stderr, "error: %s\n", why);
  return 1;
}

extern "C" int dlc_main(const dlc_program_desc *program, int argc, char **argv) {
  return outermost(program, [&] {
    if (!program->fit)
      throw Error(DLC_ERR_ARGUMENT, "the program has no `fit`, so it has no commands\n"
                                    "  hint: add fit({...}) to the model, or link a main");
    return runCommandLine(*program, argc, argv);
  });
}

extern "C" int dlc_run_main(const dlc_program_desc *program, int argc, char **argv) {
  return outermost(program, [&] { return runMainEntry(*program, argc, argv); });
}
