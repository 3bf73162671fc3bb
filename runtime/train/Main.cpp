//===- Main.cpp - dlc_main -------------------------------------------------------===//
//
// The outermost frame: whatever goes wrong below becomes a message and an exit status.
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

extern "C" int dlc_main(const dlc_program_desc *program, int argc, char **argv) {
  const char *why = "an exception of unknown type";
  try {
    if (program->abi_version != DLC_ABI_VERSION)
      throw Error(DLC_ERR_VERSION, "the program was compiled for version " +
                                       std::to_string(program->abi_version) +
                                       " of the runtime's tables, this runtime has version " +
                                       std::to_string(DLC_ABI_VERSION));
    if (!program->fit)
      throw Error(DLC_ERR_ARGUMENT, "the program has no `fit`, so it has no commands\n"
                                    "  hint: add fit({...}) to the model, or link a main");
    int status = runCommandLine(*program, argc, argv);
    // A full disk or a closed pipe shows only here.
    if (std::fflush(stdout) || std::ferror(stdout))
      throw Error(DLC_ERR_IO, "cannot write the output");
    return status;
  } catch (const std::bad_alloc &) {
    why = "out of memory";
  } catch (const std::exception &e) {
    std::fprintf(stderr, "error: %s\n", e.what());
    return 1;
  } catch (...) {
  }
  std::fprintf(stderr, "error: %s\n", why);
  return 1;
}
