//===- MainEntry.cpp - a program that is one entry ---------------------*- C++ -*-===//
#include "dlc/rt/error.hpp"
#include "dlc/rt/model.hpp"
#include "dlc/rt/tensor.hpp"
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
  // Nobody says otherwise: dynamic dimensions are at their bounds.
  const std::vector<Tensor> results = model.call("main", {});
  for (size_t i = 0; i < results.size(); ++i)
    print(program.entries[index].outputs[i].tensor.name, results[i]);
  return 0;
}

} // namespace dlc::rt
