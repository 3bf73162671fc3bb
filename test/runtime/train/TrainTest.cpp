// The command `train`: learning, checkpoints, exact resume, signals, refusals.
#include "data/IdxFiles.h"
#include "runtime/io/Safetensors.h"
#include "train/CommandLineRun.h"

#include <gtest/gtest.h>

using namespace dlc::rt;

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

namespace {

class Train : public testing::Test {
protected:
  // 100 samples: three whole batches and one of 4.
  void SetUp() override { idx::writeImages(dir.path(), 100, 45); }

  Finished train(std::vector<std::string> words, int raiseAt = 0, int raises = 1,
                 const dlc_program_desc &program = logistic::program()) {
    std::vector<std::string> all{"train", "--data", dir.path(), "--threads", "2"};
    all.insert(all.end(), words.begin(), words.end());
    return runCommand(program, all, raiseAt, raises);
  }
  std::string in(const std::string &folder) const { return dir / folder; }
  std::string last(const std::string &folder) const { return dir / folder + "/last.safetensors"; }
  std::string meta(const std::string &path, const std::string &key) const {
    return SafetensorsReader(path).metadata().at("dlc.train." + key);
  }

  idx::TemporaryFolder dir;
};

TEST_F(Train, LearnsAndKeepsTheBest) {
  Finished run = train({"--epochs", "6", "--out", in("a")});
  ASSERT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_HAS(run.out, "logistic: 100 training samples");
  EXPECT_HAS(run.out, "epoch 6/6  loss ");
  EXPECT_HAS(run.out, "images/s");
  EXPECT_HAS(run.out, "accuracy 1.0000");
  EXPECT_EQ(run.out.find('\r'), std::string::npos) << "no bar in a pipe";

  SafetensorsReader file(last("a"));
  EXPECT_TRUE(file.find("weight"));
  EXPECT_TRUE(file.find("dlc.sgd.momentum_buffer.weight"));
  EXPECT_TRUE(file.find("dlc.rng.calls.train_step"));
  EXPECT_EQ(meta(last("a"), "epoch"), "6");
  EXPECT_EQ(meta(last("a"), "step"), "0");
  EXPECT_EQ(meta(last("a"), "global_step"), "24") << "the partial batch counts";
  EXPECT_EQ(meta(last("a"), "batch_size"), "32");
  EXPECT_EQ(meta(last("a"), "seed"), "7");

  SafetensorsReader best(in("a") + "/best.safetensors");
  EXPECT_EQ(best.tensors().size(), 2u) << "weights only";
}

TEST_F(Train, EqualRunsGiveEqualFiles) {
  ASSERT_EQ(train({"--epochs", "2", "--out", in("a"), "--threads", "1"}).status, 0);
  ASSERT_EQ(train({"--epochs", "2", "--out", in("b")}).status, 0);
  ASSERT_EQ(train({"--epochs", "2", "--out", in("c"), "--seed", "8"}).status, 0);
  EXPECT_EQ(idx::read(last("a")), idx::read(last("b")));
  EXPECT_NE(idx::read(last("a")), idx::read(last("c")));
}

TEST_F(Train, ResumeIsExactAtEveryStep) {
  ASSERT_EQ(train({"--epochs", "3", "--lr", "0.1", "--out", in("whole")}).status, 0);
  for (int stop = 1; stop <= 11; ++stop) {
    const std::string out = in("part" + std::to_string(stop));
    Finished first =
        train({"--epochs", "3", "--lr", "0.1", "--out", out, "--max-steps", std::to_string(stop)});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_HAS(first.out, "train --resume " + out + "/last.safetensors --epochs 3");
    EXPECT_EQ(meta(out + "/last.safetensors", "global_step"), std::to_string(stop));
    // Neither --out nor --lr again: both are the checkpoint's.
    Finished rest = train({"--epochs", "3", "--resume", out + "/last.safetensors"});
    ASSERT_EQ(rest.status, 0) << rest.err;
    EXPECT_EQ(idx::read(out + "/last.safetensors"), idx::read(last("whole"))) << stop;
    EXPECT_EQ(idx::read(out + "/best.safetensors"), idx::read(in("whole") + "/best.safetensors"));
  }
}

TEST_F(Train, SettingsAndBatchSizeAreHeeded) {
  ASSERT_EQ(
      train({"--epochs", "1", "--out", in("a"), "--set", "lr=0.5", "--batch-size", "7"}).status, 0);
  EXPECT_EQ(SafetensorsReader(last("a")).metadata().at("dlc.setting.lr"), "0.5");
  EXPECT_EQ(meta(last("a"), "global_step"), "15");
}

TEST_F(Train, CtrlCSavesTheStepAndSaysHowToGoOn) {
  ASSERT_EQ(train({"--epochs", "3", "--out", in("whole")}).status, 0);
  Finished run = train({"--epochs", "3", "--out", in("cut")}, 6);
  EXPECT_EQ(run.status, 130);
  EXPECT_HAS(run.err, "interrupted at epoch 2, step 2 (6 in all)");
  EXPECT_HAS(run.err, "./model train --resume " + last("cut") + " --epochs 3");
  EXPECT_EQ(meta(last("cut"), "global_step"), "6");
  ASSERT_EQ(train({"--epochs", "3", "--resume", last("cut")}).status, 0);
  EXPECT_EQ(idx::read(last("cut")), idx::read(last("whole")));
}

TEST_F(Train, CtrlCInTheLastStepOfAnEpochValidatesFirst) {
  Finished run = train({"--epochs", "3", "--out", in("cut")}, 4);
  EXPECT_EQ(run.status, 130);
  EXPECT_EQ(meta(last("cut"), "epoch"), "1");
  EXPECT_EQ(meta(last("cut"), "best_epoch"), "1");
}

TEST_F(Train, ASecondCtrlCLeavesTheLastCheckpoint) {
  ASSERT_EQ(train({"--epochs", "1", "--out", in("a")}).status, 0);
  const std::vector<uint8_t> before = idx::read(last("a"));
  Finished run = train({"--epochs", "3", "--resume", last("a")}, 2, 2);
  EXPECT_EQ(run.status, 130);
  EXPECT_EQ(idx::read(last("a")), before);
}

TEST_F(Train, AFinishedRunHasNothingToDo) {
  ASSERT_EQ(train({"--epochs", "1", "--out", in("a")}).status, 0);
  Finished run = train({"--epochs", "1", "--resume", last("a")});
  EXPECT_EQ(run.status, 0);
  EXPECT_HAS(run.out, "nothing to do");
}

TEST_F(Train, BadValuesAreRefusedBeforeTraining) {
  Finished run = train({"--batch-size", "33", "--out", in("a")});
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "takes 1 to 32 rows; the batch size is 33");
  run = train({"--set", "momentum=0.5", "--out", in("a")});
  EXPECT_HAS(run.err, "has no setting `momentum`; its settings: lr");
  run = train({"--set", "lr", "--out", in("a")});
  EXPECT_EQ(run.status, 2);
  EXPECT_HAS(run.err, "--set: `lr` is not of the form NAME=NUMBER");
  EXPECT_EQ(train({"--set", "lr=fast", "--out", in("a")}).status, 2);
  EXPECT_EQ(train({"--epochs", "0", "--out", in("a")}).status, 2);
  EXPECT_EQ(train({"--seed", "-1", "--out", in("a")}).status, 2);

  run = train({"--resume", in("no.safetensors")});
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "no.safetensors");

  idx::write(in("file"), {1});
  run = train({"--out", in("file")});
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "cannot write into " + in("file") +
                          ": Not a directory\n"
                          "  hint: --out DIR chooses another folder");
  run = train({"--out", "/proc/nowhere"});
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "cannot make the folder /proc/nowhere: ");
  EXPECT_FALSE(std::filesystem::exists(in("a"))) << "refused before anything is written";
}

TEST_F(Train, MissingDataIsExplained) {
  Finished run = runCommand(logistic::program(), {"train", "--data", in("none"), "--out", in("a")});
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "data set fashion_mnist: cannot find the training images");
  std::filesystem::remove(dir / "t10k-labels-idx1-ubyte");
  run = train({"--out", in("a")});
  EXPECT_EQ(run.status, 1);
  EXPECT_HAS(run.err, "cannot find the test labels") << "found before the first epoch";
}

TEST_F(Train, QuietMeansSilent) {
  Finished run = train({"--epochs", "1", "--quiet", "--out", in("a/b/c")});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out + run.err, "");
  EXPECT_TRUE(std::filesystem::exists(last("a/b/c")));
}

} // namespace
