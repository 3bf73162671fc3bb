// MODE COMMAND...: dlc_main with the program's table changed as MODE says, where no model can leave
// it so: another version of the runtime, no fit(...), no data set in it.
#include "dlc/rt/commands.h"
#include <cstring>

extern "C" const dlc_program_desc dlc_program_linear;

int main(int argc, char **argv) {
  if (argc < 2)
    return 3;
  dlc_program_desc program = dlc_program_linear;
  dlc_fit_desc fit = *program.fit;
  program.fit = &fit;
  if (!std::strcmp(argv[1], "version"))
    ++program.abi_version;
  else if (!std::strcmp(argv[1], "no-fit"))
    program.fit = nullptr;
  else
    fit.data = nullptr;
  return dlc_main(&program, argc - 1, argv + 1);
}
