// Programs whose entries the commands cannot feed or read: each command says why and does nothing.
#include "data/IdxFiles.h"
#include "dlc/rt/dataset.h"
#include "train/CommandLineRun.h"

#include <functional>
#include <gtest/gtest.h>

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

namespace {

enum { trainStep, evalStep, predict };

/// A copy of the logistic program, to be changed.
struct Changed {
  dlc_program_desc program = logistic::program();
  dlc_fit_desc fit = *program.fit;
  std::vector<dlc_entry_desc> entries{program.entries, program.entries + program.num_entries};
  std::vector<dlc_value_desc> inputs[3], outputs[3];

  Changed() {
    program.fit = &fit;
    program.entries = entries.data();
    for (int k = 0; k < 3; ++k) {
      inputs[k] = {entries[k].inputs, entries[k].inputs + entries[k].num_inputs};
      outputs[k] = {entries[k].outputs, entries[k].outputs + entries[k].num_outputs};
      entries[k].inputs = inputs[k].data();
      entries[k].outputs = outputs[k].data();
    }
  }
  Changed(const Changed &) = delete;
};

class Programs : public testing::Test {
protected:
  static void SetUpTestSuite() {
    dir = new idx::TemporaryFolder;
    idx::writeImages(dir->path(), 100, 45);
    Finished run = runCommand(logistic::program(), {"train", "--data", dir->path(), "--epochs", "1",
                                                    "--out", *dir / "out", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
  }
  static void TearDownTestSuite() { delete dir; }

  static std::string refused(const Changed &changed, std::vector<std::string> words) {
    words.insert(words.end(), {"--data", dir->path()});
    if (words[0] == "train")
      words.insert(words.end(), {"--out", *dir / "new", "--quiet"});
    else
      words.insert(words.end(), {"--weights", *dir / "out/best.safetensors"});
    Finished run = runCommand(changed.program, words);
    EXPECT_EQ(run.status, 1) << run.out;
    EXPECT_EQ(run.out, "");
    EXPECT_FALSE(std::filesystem::exists(*dir / "new/last.safetensors"));
    return run.err;
  }

  static idx::TemporaryFolder *dir;
};
idx::TemporaryFolder *Programs::dir = nullptr;

TEST_F(Programs, WithoutTheEntryOrTheData) {
  Changed none;
  none.fit.train = none.fit.eval = none.fit.predict = -1;
  none.fit.data = nullptr;
  EXPECT_HAS(refused(none, {"train"}), "logistic has no entry to train with\n"
                                       "  hint: give fit one: fit({.train = ...})");
  EXPECT_HAS(refused(none, {"eval"}), "no entry to eval with");
  EXPECT_HAS(refused(none, {"predict", "--index", "0"}), "no entry to predict with");

  Changed blind;
  blind.fit.data = nullptr;
  EXPECT_HAS(refused(blind, {"train"}),
             "logistic names no data set\n"
             "  hint: give fit one: fit({.data = data::FashionMnist{}})");
  EXPECT_HAS(refused(blind, {"eval"}), "logistic names no data set");
  EXPECT_HAS(refused(blind, {"predict", "--index", "0"}), "--index: logistic names no data set");
}

TEST_F(Programs, WithoutFitOrOfAnotherVersion) {
  Changed changed;
  changed.program.fit = nullptr;
  EXPECT_HAS(refused(changed, {"train"}), "the program has no `fit`, so it has no commands\n"
                                          "  hint: add fit({...}) to the model, or link a main");
  changed.program.abi_version = 77;
  EXPECT_HAS(refused(changed, {"train"}),
             "the program was compiled for version 77 of the runtime's tables, this runtime has "
             "version " +
                 std::to_string(DLC_ABI_VERSION));
}

TEST_F(Programs, WhoseInputsAreNoSamples) {
  static constexpr dlc_live_desc all{-1, 0, 0, 0}, twice{0, 0, 2, 0}, half{0, 0, 1, -16};
  static constexpr dlc_live_desc fixed[] = {all, all, all, all}, doubled[] = {twice, all, all, all},
                                 shifted[] = {half, all, all, all};
  static constexpr int64_t smaller[] = {32, 1, 14, 14};
  const auto refusal = [](const std::function<void(Changed &)> &change,
                          const std::vector<std::string> &words = {"train"}) {
    Changed changed;
    change(changed);
    return refused(changed, words);
  };
  EXPECT_HAS(refusal([](Changed &c) { c.entries[trainStep].num_inputs = 0; }),
             "train_step takes no input: the samples cannot reach it");
  EXPECT_HAS(refusal([](Changed &c) { c.inputs[trainStep][1].tensor.rank = 0; }),
             "train_step: input `y` is a scalar; the first axis must be the batch");
  EXPECT_HAS(refusal([](Changed &c) { c.inputs[trainStep][0].tensor.live = doubled; }),
             "the first axis of input `x` is 2*batch+0; it must be the batch itself");
  EXPECT_HAS(refusal([](Changed &c) { c.inputs[trainStep][0].tensor.live = shifted; }),
             "the first axis of input `x` is 1*batch-16; it must be the batch itself");
  EXPECT_HAS(refusal([](Changed &c) { c.inputs[trainStep][1].tensor.live = fixed; }),
             "inputs `x` f32[32, 1, 28, 28] and `y` i64[32] differ in their first axis, the batch");
  EXPECT_HAS(refusal([](Changed &c) { c.inputs[trainStep][0].tensor.shape = smaller; }),
             "input `x` is f32[32, 1, 14, 14], so a sample of it is f32[1, 14, 14]; fashion_mnist "
             "gives `image` as f32[1, 28, 28]");
  EXPECT_HAS(refusal([](Changed &c) {
               c.inputs[trainStep].push_back(c.inputs[trainStep][1]);
               c.entries[trainStep].inputs = c.inputs[trainStep].data();
               c.entries[trainStep].num_inputs = 3;
             }),
             "train_step takes 3 inputs; a sample of fashion_mnist has 2 fields");

  const auto fixedBatch = [](Changed &c) {
    for (dlc_value_desc &input : c.inputs[trainStep])
      input.tensor.live = fixed;
  };
  EXPECT_HAS(refusal(fixedBatch, {"train", "--batch-size", "5"}),
             "train_step takes exactly 32 rows; the batch size is 5\n"
             "  hint: give the model a dynamic dimension: dim(\"batch\", 32)");
  EXPECT_HAS(refusal(fixedBatch),
             "train_step takes exactly 32 rows, but 100 samples leave a last batch of 4\n"
             "  hint: give the model a dynamic dimension");
}

TEST_F(Programs, WhoseOutputsCannotBeRead) {
  Changed nameless;
  for (dlc_value_desc &output : nameless.outputs[evalStep])
    output.tensor.name = "result";
  EXPECT_HAS(refused(nameless, {"eval"}),
             "eval_step has no outputs `loss` and `correct`\n"
             "  hint: return results({{\"loss\", ...}, {\"correct\", ...}})");

  Changed scalar;
  scalar.fit.predict = evalStep;
  EXPECT_HAS(refused(scalar, {"predict", "--index", "0"}),
             "eval_step must return one row of numbers a sample");

  Changed whole;
  whole.inputs[predict][0].tensor.dtype = DLC_I32;
  EXPECT_HAS(refused(whole, {"predict", "x.png"}),
             "predict takes no image: its first input is i32[32, 1, 28, 28]");
  Changed bytes;
  bytes.outputs[predict][0].tensor.dtype = DLC_U8;
  EXPECT_HAS(refused(bytes, {"predict", "--index", "0"}),
             "predict returns u8, which is not printed");
}

TEST_F(Programs, OutputThatNobodyTakesIsAnError) {
  Finished run = runCommand(logistic::program(), {"info"}, 0, 1, "/dev/full");
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "error: cannot write the output");
}

} // namespace
