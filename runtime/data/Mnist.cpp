// MNIST: 60000 and 10000 images of handwritten digits. An object file of its own, so that
// the archive hands it only to programs that name it.
#include "runtime/data/LabelledImages.h"

#include <array>

namespace {
struct Mnist : dlc::rt::LabelledImages {
  using LabelledImages::LabelledImages;
  static constexpr const char *defaultDir = "data/mnist";
  static constexpr const char *hint = "pass --data DIR with MNIST's four IDX files (.gz or not)";
  static constexpr std::array<const char *, 10> classNames{"0", "1", "2", "3", "4",
                                                           "5", "6", "7", "8", "9"};
};
} // namespace

DLC_DATASET(mnist, Mnist)
