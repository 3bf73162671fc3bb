// What cannot be resumed, and a checkpoint that cannot be written: an exit status, a reason, and
// the files that were there before.
#include "data/IdxFiles.h"
#include "dlc/rt/model.hpp"
#include "runtime/core/Handles.h"
#include "runtime/io/Checkpoint.h"
#include "train/CommandLineRun.h"

#include <csignal>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/resource.h>

using namespace dlc::rt;

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

namespace {

/// A run of one epoch and two steps in the folder `a`.
class Resume : public testing::Test {
protected:
  void SetUp() override {
    idx::writeImages(dir.path(), 100, 45);
    Finished run = train({"--max-steps", "6", "--out", dir / "a"});
    ASSERT_EQ(run.status, 0) << run.err;
    before = idx::read(last);
  }
  void TearDown() override {
    EXPECT_EQ(idx::read(last), before) << "the checkpoint of before is whole";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir / "a"), {}), 2)
        << "last and best, nothing partial";
  }
  Finished train(std::vector<std::string> words,
                 const dlc_program_desc &program = logistic::program()) {
    std::vector<std::string> all{"train", "--data", dir.path(), "--threads", "2"};
    all.insert(all.end(), words.begin(), words.end());
    return runCommand(program, all);
  }
  /// `last` under another name, with other metadata.
  std::string changed(const std::function<void(Metadata &)> &change) {
    Context context{{.threads = 1}};
    Model model(context, logistic::program());
    Metadata metadata = loadStates(model.get()->impl, last, StateSet::all);
    change(metadata);
    for (const char *key : {"format", "dlc.program"}) // written by saveStates itself
      metadata.erase(key);
    saveStates(model.get()->impl, dir / "changed", StateSet::all, metadata);
    return dir / "changed";
  }
  void refuses(const std::vector<std::string> &words, std::initializer_list<std::string> parts) {
    Finished run = train(words);
    EXPECT_EQ(run.status, 1);
    for (const std::string &part : parts)
      EXPECT_HAS(run.err, part);
  }

  idx::TemporaryFolder dir;
  std::string last = dir / "a/last.safetensors";
  std::vector<uint8_t> before;
};

TEST_F(Resume, OptionsMustAgreeWithTheCheckpoint) {
  refuses({"--resume", last, "--batch-size", "16"},
          {last + " was trained with --batch-size 32, not 16: it would not go on as it began",
           "hint: leave --batch-size out"});
  refuses({"--resume", last, "--seed", "1"}, {"was trained with --seed 7, not 1"});
  EXPECT_EQ(train({"--resume", last, "--batch-size", "32", "--max-steps", "7", "--out", dir / "b"})
                .status,
            0);
  idx::writeImages(dir.path(), 90, 45);
  refuses({"--resume", last}, {last + " was trained on 100 samples; ", " holds 90", "--data DIR"});
}

TEST_F(Resume, AnotherModelsCheckpointIsRefused) {
  for (std::vector<std::string> words : {std::vector<std::string>{"train", "--resume", last},
                                         {"eval", "--weights", last},
                                         {"predict", "--weights", last, "--index", "0"}}) {
    words.insert(words.end(), {"--data", dir.path()});
    Finished run = runCommand(logistic::otherProgram(), words);
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_HAS(run.err, last + " (written by logistic) does not fit nine");
    EXPECT_HAS(run.err, "weight: f32[9, 784] in the model, f32[10, 784] in the file");
    EXPECT_HAS(run.err, "hint: is this the checkpoint of another model?");
  }
}

TEST_F(Resume, WeightsAloneAreNoTrainingState) {
  refuses({"--resume", dir / "a/best.safetensors"},
          {"best.safetensors", "the file holds weights only: load it as weights; training cannot "
                               "resume from it"});
  std::string path = changed([](Metadata &metadata) { metadata.clear(); });
  refuses({"--resume", path}, {path + " is no training checkpoint: its metadata has no "
                                      "dlc.train.epoch",
                               "hint: resume from a last.safetensors; `eval` and `predict` take "
                               "files with weights only"});
}

TEST_F(Resume, DamagedFilesAreNamed) {
  std::string path = changed([](Metadata &m) { m["dlc.train.step"] = "-3"; });
  refuses({"--resume", path}, {path + " is damaged: its metadata says dlc.train.step = `-3`"});
  path = changed([](Metadata &m) { m["dlc.train.loss_sum"] = "much"; });
  refuses({"--resume", path}, {"its metadata says dlc.train.loss_sum = `much`"});
  path = changed([](Metadata &m) { m["dlc.setting.lr"] = "fast"; });
  refuses({"--resume", path}, {"its metadata says dlc.setting.lr = `fast`"});
  path = changed([](Metadata &m) { m["dlc.train.step"] = "5"; });
  refuses({"--resume", path}, {path + " is damaged: step 5 of an epoch of 4"});
  idx::write(dir / "changed", {before.begin(), before.end() - 100});
  refuses({"--resume", dir / "changed"}, {"is a damaged safetensors file: ", "may be cut off"});
}

// A limit on the size of files fails as a full disk does. First there is no room for the weights,
// then for the weights but not for all of the state.
TEST_F(Resume, AFullDiskLeavesTheCheckpointOfBefore) {
  auto handler = signal(SIGXFSZ, SIG_IGN);
  rlimit all, some;
  getrlimit(RLIMIT_FSIZE, &all);
  const uintmax_t weights = std::filesystem::file_size(dir / "a/best.safetensors");
  for (uintmax_t room : {weights / 2, weights + 1000}) {
    some = all;
    some.rlim_cur = room;
    setrlimit(RLIMIT_FSIZE, &some);
    Finished run = train({"--resume", last, "--epochs", "2"});
    Finished fresh = train({"--epochs", "1", "--out", dir / "fresh"});
    Finished over = train({"--epochs", "1", "--out", dir / "a"});
    setrlimit(RLIMIT_FSIZE, &all);
    EXPECT_EQ(run.status, 1) << run.out;
    EXPECT_HAS(run.err, "cannot write " + dir / "a/");
    EXPECT_HAS(run.err, "the checkpoint before this one is whole; make room and go on with "
                        "--resume " +
                            last);
    EXPECT_EQ(fresh.status, 1);
    EXPECT_HAS(fresh.err, "cannot write " + dir / "fresh/");
    EXPECT_EQ(fresh.err.find("--resume"), std::string::npos) << "there is nothing to resume";
    EXPECT_EQ(over.status, 1);
    EXPECT_EQ(over.err.find("--resume"), std::string::npos) << "what is there is another run";
    EXPECT_FALSE(std::filesystem::exists(dir / "fresh/last.safetensors"));
  }
  signal(SIGXFSZ, handler);
}

TEST_F(Resume, TruncatedDataStartsNoRun) {
  const std::string images = dir / "train-images-idx3-ubyte";
  std::vector<uint8_t> bytes = idx::read(images);
  idx::write(images, {bytes.begin(), bytes.end() - 5});
  for (std::vector<std::string> words :
       {std::vector<std::string>{"--resume", last}, {"--out", dir / "fresh"}})
    refuses(words, {images + " is truncated: its header says 100 x 28 x 28 = 78400 bytes, 78395 "
                             "are there"});
  EXPECT_TRUE(!std::filesystem::exists(dir / "fresh") || std::filesystem::is_empty(dir / "fresh"));
}

} // namespace
