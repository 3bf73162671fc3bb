// Fashion-MNIST: 60000 and 10000 images of clothes. An object file of its own, so that the
// archive hands it only to programs that name it.
#include "runtime/data/LabelledImages.h"

#include <array>

namespace {
struct FashionMnist : dlc::rt::LabelledImages {
  using LabelledImages::LabelledImages;
  static constexpr const char *defaultDir = "/usr/share/datasets/fashion-mnist";
  static constexpr const char *hint =
      "pass --data DIR, or install it: apt install dataset-fashion-mnist";
  static constexpr std::array<const char *, 10> classNames{
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
      "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};
};
} // namespace

DLC_DATASET(fashion_mnist, FashionMnist)
