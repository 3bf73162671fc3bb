//===- MainEntry.cpp - a program that is one entry ---------------------*- C++ -*-===//
#include "dlc/rt/error.hpp"
#include "dlc/rt/model.hpp"
#include "dlc/rt/tensor.hpp"
#include "runtime/core/Describe.h"
#include "runtime/train/Commands.h"
#include "runtime/train/WholeNumber.h"

#include <cstdio>

namespace dlc::rt {

int runMainEntry(const dlc_program_desc &program, int argc, char **argv) {
  uint64_t seed = 0;
  int threads = 0;
  CLI::App app(fmt::format("{}: runs its entry `main`.", program.name),
               argc > 0 ? argv[0] : program.name);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_help_flag("-h,--help", "print this help and exit");
  app.add_option("--seed", seed, "of initial values and everything random [0]")
      ->type_name("N")
      ->check(wholeNumber(0, std::numeric_limits<uint64_t>::max()));
  app.add_option("--threads", threads, "threads to compute with [all processors]")
      ->type_name("N")
      ->check(wholeNumber(1, 4096));
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp &) {
    std::fputs(app.help().c_str(), stdout);
    return 0;
  } catch (const CLI::ParseError &e) {
    std::fprintf(stderr, "error: %s\n  hint: --help lists the options\n", e.what());
    return 2;
  }

  Context context({.threads = threads, .pin = true});
  Model model(context, program, {.seed = seed});
  const int index = dlc_find_entry(model.get(), "main");
  if (index < 0 || program.entries[index].num_inputs)
    throw Error(DLC_ERR_NAME, fmt::format("{} has no entry `main` without inputs\n  hint: "
                                          "entry(\"main\", {{}}, [&] {{ ... }})",
                                          program.name));
  const dlc_entry_desc &entry = program.entries[index];
  // Nobody says otherwise: dynamic dimensions are at their bounds.
  std::vector<int64_t> dims;
  for (int i = 0; i < program.num_dims; ++i)
    dims.push_back(program.dims[i].bound);
  if (int status = dlc_run(model.get(), index, nullptr, nullptr, dims.data()))
    throw Error(status, dlc_error(model.get()));
  for (int i = 0; i < entry.num_outputs; ++i) {
    const dlc_tensor_desc &desc = entry.outputs[i].tensor;
    Shape shape(shapeOf(desc).begin(), shapeOf(desc).end());
    void *data = const_cast<void *>(dlc_output(model.get(), index, i));
    print(desc.name, from_blob(data, shape, DType(desc.dtype)));
  }
  return 0;
}

} // namespace dlc::rt
