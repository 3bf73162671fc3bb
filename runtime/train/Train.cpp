//===- Train.cpp - the command `train` ---------------------------------*- C++ -*-===//
//
// Everything that can be wrong is found before the first step: options, the checkpoint, the
// folder, the data.
//
//===------------------------------------------------------------------------------===//
#include "runtime/core/Describe.h"
#include "runtime/io/Checkpoint.h"
#include "runtime/train/Commands.h"
#include "runtime/train/Trainer.h"

#include <cstdio>
#include <fmt/format.h>
#include <limits>

namespace dlc::rt {
namespace {

std::string folderFor(const dlc_program_desc &program, const TrainOptions &options) {
  if (!options.out.empty())
    return options.out;
  if (options.resume.empty())
    return defaultFolder(program);
  size_t slash = options.resume.rfind('/');
  if (slash == std::string::npos)
    return ".";
  return slash == 0 ? "/" : options.resume.substr(0, slash);
}

void checkSettings(const dlc_program_desc &program, const TrainOptions &options) {
  for (const auto &[name, value] : options.settings) {
    std::string known;
    bool found = false;
    for (int k = 0; k < program.num_settings; ++k) {
      found |= name == program.settings[k].name;
      known += fmt::format("{}{}", known.empty() ? "" : ", ", program.settings[k].name);
    }
    if (!found)
      throw Error(DLC_ERR_NAME, fmt::format("{} has no setting `{}`; its settings: {}",
                                            program.name, name, known.empty() ? "none" : known));
  }
}

/// What was given must agree with the checkpoint; what was not is taken from it.
void checkResumed(const Position &position, const TrainOptions &options,
                  const OpenedDataset &data) {
  const auto differs = [&](const char *option, uint64_t given, uint64_t was) {
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("{} was trained with {} {}, not {}: it would not go on as it began\n"
                            "  hint: leave {} out",
                            options.resume, option, was, given, option));
  };
  if (options.batchSize && *options.batchSize != position.batchSize)
    differs("--batch-size", uint64_t(*options.batchSize), uint64_t(position.batchSize));
  if (options.seed && *options.seed != position.seed)
    differs("--seed", *options.seed, position.seed);
  if (data.size() != position.samples)
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("{} was trained on {} samples; {} holds {}\n  hint: --data DIR",
                            options.resume, position.samples, data.dir(), data.size()));
  int64_t perEpoch = (position.samples + position.batchSize - 1) / position.batchSize;
  if (position.step > perEpoch)
    throw Error(DLC_ERR_FORMAT, fmt::format("{} is damaged: step {} of an epoch of {}",
                                            options.resume, position.step, perEpoch));
}

std::string quoted(const std::string &word) {
  const char *plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+=:,@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
    return word;
  std::string out = "'";
  for (char c : word)
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string resumeCommand(const TrainOptions &options, const OutputFolder &folder) {
  std::string text =
      fmt::format("{} train --resume {}", quoted(options.binary), quoted(folder.last()));
  if (options.epochs)
    text += fmt::format(" --epochs {}", *options.epochs);
  if (options.threads)
    text += fmt::format(" --threads {}", options.threads);
  if (!options.data.empty())
    text += " --data " + quoted(options.data);
  return text;
}

} // namespace

int runTrain(const dlc_program_desc &program, const TrainOptions &options) {
  const dlc_fit_desc &fit = *program.fit;
  const EntryShape train(program, fit.train, "train");
  std::optional<EntryShape> eval;
  if (fit.eval >= 0)
    eval.emplace(program, fit.eval, "eval");
  if (!fit.data)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("{} names no data set\n  hint: give fit one: "
                                              "fit({{.data = data::FashionMnist{{}}}})",
                                              program.name));
  checkSettings(program, options);
  const int64_t epochs = options.epochs.value_or(fit.epochs);
  const int64_t maxSteps = options.maxSteps.value_or(std::numeric_limits<int64_t>::max());
  const bool resumed = !options.resume.empty();

  Position position;
  position.seed = options.seed.value_or(fit.seed);
  position.batchSize = options.batchSize.value_or(fit.batch_size);
  if (!resumed)
    train.checkBatchSize(position.batchSize);

  Pool pool({.threads = options.threads, .pin = true});
  Instance instance(pool, program, {position.seed, resumed ? uint32_t(DLC_NO_INIT) : 0u});
  if (resumed) {
    Metadata metadata = loadStates(instance, options.resume, StateSet::all);
    position = Position::read(metadata, options.resume, instance);
    train.checkBatchSize(position.batchSize);
  }
  for (const auto &[name, value] : options.settings)
    instance.setSetting(name, value);

  const OutputFolder folder(folderFor(program, options));
  const OpenedDataset data(*fit.data, options.data, Split::train);
  train.checkData(data, position.batchSize);
  if (resumed)
    checkResumed(position, options, data);
  else
    position.samples = data.size();

  std::optional<OpenedDataset> testData;
  if (eval) {
    testData.emplace(*fit.data, options.data, Split::test);
    eval->checkData(*testData, eval->maxRows());
  }

  Progress progress(options.quiet,
                    std::string_view(data.field(0).name) == "image" ? "images" : "samples");
  progress.line(fmt::format(
      "{}: {} training samples from {}, {}", program.name, data.size(), data.dir(),
      testData ? fmt::format("{} to validate with", testData->size()) : "none to validate with"));
  progress.line(fmt::format("batches of {}, seed {}, {} thread{}, {}; checkpoints go to {}/",
                            position.batchSize, position.seed, pool.threads(),
                            pool.threads() == 1 ? "" : "s", bytesText(instance.peakBytes()),
                            folder.path()));
  if (resumed)
    progress.line(fmt::format("resumed at epoch {}, step {} ({} in all)", position.epoch + 1,
                              position.step, position.globalStep));
  else if (folder.holdsRun())
    progress.line("  (replaces the run that is there)");
  if (position.epoch >= epochs || position.globalStep >= maxSteps) {
    progress.line(fmt::format("nothing to do: {} of {} epochs are done, {} steps\n"
                              "  hint: a larger --epochs or --max-steps",
                              position.epoch, epochs, position.globalStep));
    return 0;
  }

  Interrupt interrupt;
  BoundEntry trainEntry(instance, train);
  std::optional<BoundEntry> evalEntry;
  std::optional<Loader> test;
  if (eval) {
    evalEntry.emplace(instance, *eval);
    test.emplace(*testData, LoaderOptions{.batchSize = eval->maxRows()});
  }
  Loader batches(data, {.batchSize = position.batchSize,
                        .shuffle = true,
                        .seed = position.seed,
                        .epoch = position.epoch,
                        .step = position.step});
  Trainer trainer(instance, trainEntry, batches, evalEntry ? &*evalEntry : nullptr,
                  test ? &*test : nullptr, folder, progress, interrupt, position);

  switch (trainer.run(epochs, maxSteps)) {
  case Trainer::End::done:
    if (position.bestEpoch)
      progress.line(fmt::format("best: epoch {}, {}, in {}", position.bestEpoch,
                                position.best.text(), folder.best()));
    return 0;
  case Trainer::End::maxSteps:
    progress.line(fmt::format("stopped after step {}, saved in {}\n  to go on: {}",
                              position.globalStep, folder.last(), resumeCommand(options, folder)));
    return 0;
  case Trainer::End::signal:
    break;
  }
  progress.clearBar();
  std::fflush(stdout);
  std::fprintf(
      stderr, "interrupted at epoch %lld, step %lld (%lld in all), saved in %s\n  to go on: %s\n",
      (long long)position.epoch + 1, (long long)position.step, (long long)position.globalStep,
      folder.last().c_str(), resumeCommand(options, folder).c_str());
  return 128 + interrupt.signal();
}

} // namespace dlc::rt
