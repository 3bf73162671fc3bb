// IDX files and the data sets made of them: whole, missing, cut off, damaged.
#include "data/IdxFiles.h"
#include "runtime/data/OpenedDataset.h"

#include <gtest/gtest.h>

using namespace dlc::rt;

extern "C" const dlc_dataset_desc dlc_dataset_fashion_mnist, dlc_dataset_mnist;

namespace {

const std::string images = "train-images-idx3-ubyte", labels = "train-labels-idx1-ubyte";

std::string failure(const std::string &dir, Split split = Split::train) {
  try {
    OpenedDataset data(dlc_dataset_fashion_mnist, dir, split);
  } catch (const Error &e) {
    return e.what();
  }
  return "";
}

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

TEST(Idx, ReadsPlainAndGzip) {
  for (bool zipped : {false, true}) {
    idx::TemporaryFolder dir;
    idx::writeImages(dir.path(), 12, 7, zipped);
    OpenedDataset train(dlc_dataset_fashion_mnist, dir.path(), Split::train);
    EXPECT_EQ(train.size(), 12);
    ASSERT_EQ(train.numFields(), 2);
    EXPECT_EQ(train.fieldBytes(0), 784 * 4);
    std::vector<float> image(784);
    int64_t label = -1;
    void *places[] = {image.data(), &label};
    ASSERT_EQ(train.get(3, places, nullptr, 0), 0);
    EXPECT_EQ(label, idx::label(3));
    for (int64_t k = 0; k < 784; ++k)
      ASSERT_EQ(image[size_t(k)], float(idx::pixel(3, k)) / 255.0f);
    EXPECT_EQ(OpenedDataset(dlc_dataset_fashion_mnist, dir.path(), Split::test).size(), 7);
  }
}

TEST(Idx, KnowsItsClasses) {
  EXPECT_EQ(dlc_dataset_fashion_mnist.num_classes, 10);
  EXPECT_STREQ(dlc_dataset_fashion_mnist.class_names[9], "Ankle boot");
  EXPECT_STREQ(dlc_dataset_mnist.class_names[9], "9");
}

TEST(Idx, MissingFileSaysWhereItLooked) {
  idx::TemporaryFolder dir;
  std::string text = failure(dir.path());
  EXPECT_HAS(text, "cannot find the training images");
  EXPECT_HAS(text, dir / images + "\n");
  EXPECT_HAS(text, dir / images + ".gz");
  EXPECT_HAS(text, "--data DIR");
  EXPECT_HAS(text, "dataset-fashion-mnist");
}

TEST(Idx, CutOffFilesAreRefused) {
  idx::TemporaryFolder dir;
  idx::writeImages(dir.path(), 12, 7);
  const std::vector<uint8_t> whole = idx::read(dir / images);
  idx::write(dir / images, {whole.begin(), whole.end() - 5});
  std::string text = failure(dir.path());
  EXPECT_HAS(text, dir / images +
                       " is truncated: its header says 12 x 28 x 28 = 9408 bytes, 9403 are there");

  idx::write(dir / images, {whole.begin(), whole.begin() + 9});
  EXPECT_HAS(failure(dir.path()), "an IDX header of 3 dimensions has 16 bytes, the file holds 9");

  idx::write(dir / images, {});
  EXPECT_HAS(failure(dir.path()), "the file holds 0");
}

TEST(Idx, EveryCutOfAGzipFileIsRefused) {
  idx::TemporaryFolder dir;
  idx::writeImages(dir.path(), 3, 1);
  const std::vector<uint8_t> zipped = idx::gzip(idx::read(dir / labels));
  std::filesystem::remove(dir / labels);
  for (size_t keep = 0; keep < zipped.size(); ++keep) {
    idx::write(dir / labels + ".gz", {zipped.begin(), zipped.begin() + ptrdiff_t(keep)});
    EXPECT_HAS(failure(dir.path()), labels + ".gz");
  }
  // The checksum is the last thing in the file; all bytes before it are whole.
  idx::write(dir / labels + ".gz", {zipped.begin(), zipped.end() - 8});
  EXPECT_HAS(failure(dir.path()), "all 3 bytes are there, the checksum after them is not");
  idx::write(dir / labels + ".gz", zipped);
  EXPECT_EQ(failure(dir.path()), "");
}

TEST(Idx, DamagedGzipIsRefused) {
  idx::TemporaryFolder dir;
  idx::writeImages(dir.path(), 12, 7, true);
  std::vector<uint8_t> bytes = idx::read(dir / images + ".gz");
  bytes[bytes.size() / 2] ^= 0x55;
  idx::write(dir / images + ".gz", bytes);
  EXPECT_HAS(failure(dir.path()), images + ".gz is damaged after ");
  EXPECT_HAS(failure(dir.path()), " bytes of content: ");
}

TEST(Idx, AFolderOrALoopInPlaceOfAFile) {
  idx::TemporaryFolder dir;
  idx::writeImages(dir.path(), 12, 7);
  std::filesystem::remove(dir / images);
  std::filesystem::create_directory(dir / images);
  EXPECT_HAS(failure(dir.path()),
             "cannot read the training images: " + dir / images + " is a directory");
  std::filesystem::remove(dir / images);
  std::filesystem::create_symlink(images, dir / images);
  EXPECT_HAS(failure(dir.path()),
             "cannot open the training images: " + dir / images + ": Too many levels");
}

TEST(Idx, WrongHeadersAreRefused) {
  idx::TemporaryFolder dir;
  idx::writeImages(dir.path(), 12, 7);
  const std::vector<uint8_t> whole = idx::read(dir / images);

  std::vector<uint8_t> bytes = whole;
  bytes[2] = 0x0d;
  idx::write(dir / images, bytes);
  EXPECT_HAS(failure(dir.path()),
             dir / images + " does not hold training images: it starts with 00 00 0d 03, an IDX "
                            "file of bytes with 3 dimensions starts with 00 00 08 03");

  bytes = whole;
  bytes[4] = 0x7f; // two billion images
  idx::write(dir / images, bytes);
  EXPECT_HAS(
      failure(dir.path()),
      "is damaged: its header says 2130706444 x 28 x 28 bytes, more than a file of 9424 bytes "
      "can hold");

  bytes = whole;
  bytes.push_back(0);
  idx::write(dir / images, bytes);
  EXPECT_HAS(failure(dir.path()), "12 x 28 x 28 = 9408 bytes, but there are more");

  idx::write(dir / images, idx::pack({12, 14, 56}, {whole.begin() + 16, whole.end()}));
  EXPECT_HAS(failure(dir.path()), "images of 14x56");

  idx::write(dir / images, idx::pack({11, 28, 28}, {whole.begin() + 16, whole.end() - 784}));
  EXPECT_HAS(failure(dir.path()), "holds 11 images");

  idx::write(dir / images, whole);
  bytes = idx::read(dir / labels);
  bytes[8 + 4] = 10;
  idx::write(dir / labels, bytes);
  EXPECT_HAS(failure(dir.path()), "label 4 is 10");
}

} // namespace
