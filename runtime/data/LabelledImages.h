//===- LabelledImages.h - MNIST's four files ---------------------------*- C++ -*-===//
//
// What MNIST and the data sets published in its format share: grey images of 28x28 bytes
// and one label in 0..9 each, in a file of images and a file of labels per split.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_DATA_LABELLED_IMAGES_H
#define DLC_RUNTIME_DATA_LABELLED_IMAGES_H

#include "dlc/rt/dataset.h"

namespace dlc::rt {

class LabelledImages : public Dataset {
public:
  LabelledImages(const std::string &dir, Split split);
  std::vector<Field> fields() const override;
  int64_t size() const override { return int64_t(labels.size()); }
  void get(int64_t i, Sample out) override;

private:
  std::vector<uint8_t> pixels, labels;
};

} // namespace dlc::rt

#endif
