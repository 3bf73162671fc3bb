// The other commands and the command line itself.
#include "data/IdxFiles.h"
#include "train/CommandLineRun.h"

#include <cstring>
#include <gtest/gtest.h>
#include <zlib.h>
#if __has_include(<png.h>)
#include <png.h>
#endif

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

namespace {

/// A trained model, shared by the tests below.
class Commands : public testing::Test {
protected:
  static void SetUpTestSuite() {
    dir = new idx::TemporaryFolder;
    idx::writeImages(dir->path(), 100, 45);
    Finished run = runCommand(logistic::program(), {"train", "--data", dir->path(), "--epochs", "6",
                                                    "--out", *dir / "out", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
  }
  static void TearDownTestSuite() { delete dir; }

  Finished run(std::vector<std::string> words) {
    return runCommand(logistic::program(), std::move(words));
  }
  std::string best() const { return *dir / "out/best.safetensors"; }

  static idx::TemporaryFolder *dir;
};
idx::TemporaryFolder *Commands::dir = nullptr;

TEST_F(Commands, EvalGivesLossAndAccuracy) {
  Finished result = run({"eval", "--weights", best(), "--data", dir->path()});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_HAS(result.out, "on 45 test samples: loss ");
  EXPECT_HAS(result.out, "accuracy 1.0000");
  Finished small = run({"eval", "--weights", best(), "--data", dir->path(), "--batch-size", "4"});
  EXPECT_EQ(small.out, result.out) << "the mean is over samples, not batches";
  Finished full = run({"eval", "--weights", *dir / "out/last.safetensors", "--data", dir->path()});
  EXPECT_EQ(full.status, 0) << full.err;

  result = run({"eval", "--weights", *dir / "none"});
  EXPECT_EQ(result.status, 1);
  EXPECT_HAS(result.err, "cannot read the weights " + *dir / "none" + ": No such file");
  EXPECT_HAS(result.err, "hint: `train` first, or name a file with --weights FILE");
}

TEST_F(Commands, PredictNamesTheClasses) {
  Finished result =
      run({"predict", "--weights", best(), "--data", dir->path(), "--index", "0", "3"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_HAS(result.out, "test sample 0: Sandal "); // label(5) is 5
  EXPECT_HAS(result.out, "(is Sandal)");
  EXPECT_HAS(result.out, "test sample 3: Shirt "); // label(8) is 6
  EXPECT_HAS(result.out, " %, ");

  result = run({"predict", "--weights", best(), "--data", dir->path(), "--index", "45"});
  EXPECT_EQ(result.status, 1);
  EXPECT_HAS(result.err, "there are 45 test samples, 0 to 44");
  EXPECT_HAS(run({"predict", "--weights", best()}).err,
             "nothing to predict\n  hint: name PNG files, or test samples with --index N");
}

#ifdef PNG_SIMPLIFIED_WRITE_SUPPORTED
void writePng(const std::string &path, uint32_t side, uint32_t format,
              const std::vector<uint8_t> &bytes) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = png.height = side;
  png.format = format;
  ASSERT_TRUE(png_image_write_to_file(&png, path.c_str(), 0, bytes.data(), 0, nullptr));
}

TEST_F(Commands, PredictReadsPng) {
  std::vector<uint8_t> grey(784), colour(784 * 4, 255);
  for (int64_t k = 0; k < 784; ++k) {
    grey[size_t(k)] = idx::pixel(8, k);
    std::memset(&colour[size_t(k) * 4], grey[size_t(k)], 3);
  }
  writePng(*dir / "grey.png", 28, PNG_FORMAT_GRAY, grey);
  writePng(*dir / "colour.png", 28, PNG_FORMAT_RGBA, colour);
  writePng(*dir / "large.png", 32, PNG_FORMAT_GRAY, std::vector<uint8_t>(1024));

  Finished byIndex = run({"predict", "--weights", best(), "--data", dir->path(), "--index", "3"});
  std::string answer = byIndex.out.substr(byIndex.out.find(": ") + 2);
  answer.resize(answer.find("  (is"));
  Finished byFile = run({"predict", "--weights", best(), *dir / "grey.png", *dir / "colour.png"});
  EXPECT_EQ(byFile.status, 0) << byFile.err;
  EXPECT_EQ(byFile.out,
            *dir / "grey.png" + ": " + answer + "\n" + *dir / "colour.png" + ": " + answer + "\n");

  Finished wrong = run({"predict", "--weights", best(), *dir / "large.png"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_HAS(wrong.err, "is 32 high and 32 wide; predict takes 28 high and 28 wide\n"
                        "  hint: scale the image first");
  EXPECT_EQ(wrong.out, "");
  wrong = run({"predict", "--weights", best(), *dir / "train-labels-idx1-ubyte"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_HAS(wrong.err, "as a PNG image");
  EXPECT_HAS(run({"predict", "--weights", best(), *dir / "none.png"}).err, "none.png");

  // Nothing but a header is needed to ask for all memory.
  std::vector<uint8_t> huge = idx::read(*dir / "grey.png");
  huge[17] = huge[21] = 1; // 65564 x 65564
  const uint32_t sum = uint32_t(crc32(0, huge.data() + 12, 17));
  for (int k = 0; k < 4; ++k)
    huge[size_t(29 + k)] = uint8_t(sum >> (24 - 8 * k));
  idx::write(*dir / "huge.png", huge);
  wrong = run({"predict", "--weights", best(), *dir / "huge.png"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_HAS(wrong.err, "huge.png is 65564x65564: too large for a model's input");
}
#endif

TEST_F(Commands, InfoShowsTheProgram) {
  Finished result = run({"info", "--threads", "3"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_HAS(result.out, "program logistic");
  EXPECT_HAS(result.out, "dimension batch: 1 to 32");
  EXPECT_HAS(result.out, "train_step(x: f32[batch, 1, 28, 28], y: i64[batch]) -> loss: f32[]");
  EXPECT_HAS(result.out, "parameters: 2 tensors, 7,850 elements");
  EXPECT_HAS(result.out, "f32[10, 784]");
  EXPECT_HAS(result.out, "lr = 0.05");
  EXPECT_HAS(result.out, "with 3 threads");
}

TEST_F(Commands, HelpIsForNewcomers) {
  Finished result = run({"--help"});
  EXPECT_EQ(result.status, 0);
  EXPECT_HAS(result.out, "Examples:");
  for (const char *command : {"train", "eval", "predict", "info"})
    EXPECT_HAS(result.out, command);
  result = run({"train", "--help"});
  EXPECT_EQ(result.status, 0);
  EXPECT_HAS(result.out, "--batch-size");
  EXPECT_HAS(result.out, "[32]");
  EXPECT_EQ(run({}).status, 2);
}

TEST_F(Commands, WrongUsageGetsAHint) {
  Finished result = run({"train", "--epoch", "3"});
  EXPECT_EQ(result.status, 2);
  EXPECT_HAS(result.err, "--epoch");
  EXPECT_HAS(result.err, "did you mean --epochs?");
  result = run({"trian"});
  EXPECT_EQ(result.status, 2);
  EXPECT_HAS(result.err, "did you mean train?");
  result = run({"train", "--epochs", "many"});
  EXPECT_EQ(result.status, 2);
  EXPECT_HAS(result.err, "--epochs");
  EXPECT_HAS(result.err, "many");
  EXPECT_EQ(run({"eval", "--frobnicate"}).status, 2);
  result = run({"--frobnicate"});
  EXPECT_EQ(result.status, 2);
  EXPECT_HAS(result.err, "--frobnicate");
  EXPECT_EQ(run({"predict", "--index", "-1"}).status, 2);
}

} // namespace
