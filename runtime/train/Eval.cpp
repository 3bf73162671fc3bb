//===- Eval.cpp - the command `eval` -----------------------------------*- C++ -*-===//
#include "dlc/rt/error.hpp"
#include "runtime/io/Checkpoint.h"
#include "runtime/train/Commands.h"
#include "runtime/train/Evaluation.h"

#include <cstdio>
#include <fmt/format.h>

namespace dlc::rt {

int runEval(const dlc_program_desc &program, const EvalOptions &options) {
  const dlc_fit_desc &fit = *program.fit;
  const EntryShape shape(program, fit.eval, "eval");
  if (!fit.data)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("{} names no data set", program.name));
  const int64_t batchSize = options.batchSize.value_or(shape.maxRows());
  shape.checkBatchSize(batchSize);

  Pool pool({.threads = options.threads, .pin = true});
  Instance instance(pool, program, {fit.seed, 0});
  const std::string weights = weightsFile(program, options.weights);
  loadStates(instance, weights, StateSet::weights);

  const OpenedDataset data(*fit.data, options.data, Split::test);
  shape.checkData(data, batchSize);
  BoundEntry entry(instance, shape);
  Loader loader(data, {.batchSize = batchSize});
  Evaluation result = evaluate(entry, loader);
  std::string text = result.text();
  if (text.empty())
    throw Error(DLC_ERR_NAME,
                fmt::format("{} has no outputs `loss` and `correct`\n  hint: return results({{{{"
                            "\"loss\", ...}}, {{\"correct\", ...}}}})",
                            shape.desc().name));
  std::printf("%s on %lld test samples: %s\n", weights.c_str(), (long long)result.rows,
              text.c_str());
  return 0;
}

} // namespace dlc::rt
