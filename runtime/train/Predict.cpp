//===- Predict.cpp - the command `predict` -----------------------------*- C++ -*-===//
#include "dlc/rt/dtype.hpp"
#include "runtime/core/Describe.h"
#include "runtime/io/Checkpoint.h"
#include "runtime/train/BoundEntry.h"
#include "runtime/train/Commands.h"
#include "runtime/train/Png.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>

namespace dlc::rt {
namespace {

class Predictor {
public:
  Predictor(const dlc_program_desc &program, Instance &instance, const EntryShape &shape)
      : data(program.fit->data), shape(shape), entry(instance, shape),
        rows(shape.batchDim() < 0 ? shape.maxRows() : 1) {
    for (int k = 0; k < shape.desc().num_inputs; ++k)
      inputs.emplace_back(size_t(rows * shape.rowElements(shape.input(k))) *
                          dtypeSize(shape.input(k).dtype));
    if (shape.desc().num_outputs < 1 || shape.output(0).rank < 1)
      throw Error(DLC_ERR_MISMATCH,
                  fmt::format("{} must return one row of numbers a sample", shape.desc().name));
  }

  std::byte *input(int k) { return inputs[size_t(k)].data(); }
  void image(const std::string &path);
  std::string answer();
  std::string className(int64_t k) const {
    return data && k >= 0 && k < data->num_classes ? data->class_names[k]
                                                   : fmt::format("class {}", k);
  }

private:
  double outputValue(int64_t k) const;

  const dlc_dataset_desc *data;
  const EntryShape &shape;
  BoundEntry entry;
  int64_t rows; // an entry without a batch dimension gets one sample and zeros
  std::vector<std::vector<std::byte>> inputs;
};

void Predictor::image(const std::string &path) {
  const dlc_tensor_desc &input = shape.input(0);
  std::span<const int64_t> sample = shapeOf(input).subspan(1);
  // [c,h,w], [h,w], or flat, which says nothing about the sides.
  const int64_t channels = sample.size() == 3 ? sample[0] : 1;
  if (shape.desc().num_inputs != 1 || input.dtype != DLC_F32 || sample.size() > 3 ||
      (channels != 1 && channels != 3))
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("{} takes no image: its first input is {}", shape.desc().name,
                            tensorText(input.dtype, shapeOf(input))));
  Image image = readPng(path, int(channels));
  const bool fits = sample.size() < 2
                        ? image.height * image.width == shape.rowElements(input)
                        : image.height == sample[sample.size() - 2] && image.width == sample.back();
  if (!fits)
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("{} is {} high and {} wide; {} takes {}\n  hint: scale the image first",
                            path, image.height, image.width, shape.desc().name,
                            sample.size() < 2
                                ? fmt::format("{} pixels", shape.rowElements(input))
                                : fmt::format("{} high and {} wide", sample[sample.size() - 2],
                                              sample.back())));
  std::memcpy(this->input(0), image.values.data(), image.values.size() * sizeof(float));
}

double Predictor::outputValue(int64_t k) const {
  const void *at = entry.output(0);
  switch (shape.output(0).dtype) {
  case DLC_F32:
    return static_cast<const float *>(at)[k];
  case DLC_F64:
    return static_cast<const double *>(at)[k];
  case DLC_F16:
    return static_cast<const Half *>(at)[k];
  case DLC_BF16:
    return static_cast<const BFloat16 *>(at)[k];
  case DLC_I64:
    return double(static_cast<const int64_t *>(at)[k]);
  case DLC_I32:
    return static_cast<const int32_t *>(at)[k];
  default:
    throw Error(DLC_ERR_MISMATCH, fmt::format("{} returns {}, which is not printed",
                                              shape.desc().name, dtypeName(shape.output(0).dtype)));
  }
}

std::string Predictor::answer() {
  std::vector<const void *> fields;
  for (const std::vector<std::byte> &bytes : inputs)
    fields.push_back(bytes.data());
  entry.run(fields.data(), rows);

  const int64_t count = shape.rowElements(shape.output(0));
  const int dtype = shape.output(0).dtype;
  if (count == 1) // a class number, or a value
    return dtype == DLC_I64 || dtype == DLC_I32 ? className(int64_t(outputValue(0)))
                                                : fmt::format("{:.6g}", outputValue(0));
  std::vector<std::pair<double, int64_t>> ranked;
  double sum = 0;
  bool probabilities = true;
  for (int64_t k = 0; k < count; ++k) {
    double value = outputValue(k);
    ranked.emplace_back(value, k);
    probabilities &= value >= 0 && value <= 1;
    sum += value;
  }
  probabilities &= std::fabs(sum - 1) < 1e-3;
  const size_t shown = std::min<size_t>(3, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + ptrdiff_t(shown), ranked.end(),
                    [](const auto &a, const auto &b) {
                      return a.first > b.first || (a.first == b.first && a.second < b.second);
                    });
  std::string text;
  for (size_t k = 0; k < shown; ++k)
    text += fmt::format("{}{} {}", k ? ", " : "", className(ranked[k].second),
                        probabilities ? fmt::format("{:.2f} %", 100 * ranked[k].first)
                                      : fmt::format("{:.6g}", ranked[k].first));
  return text;
}

/// The true answer, when the sample has one more field: one integer.
std::string labelText(const Predictor &predictor, const OpenedDataset &data, int inputs,
                      const std::vector<std::vector<std::byte>> &rest) {
  if (data.numFields() != inputs + 1 || data.field(inputs).dtype != DLC_I64 ||
      data.fieldBytes(inputs) != int64_t(sizeof(int64_t)))
    return "";
  int64_t label;
  std::memcpy(&label, rest[0].data(), sizeof label);
  return fmt::format("  (is {})", predictor.className(label));
}

} // namespace

int runPredict(const dlc_program_desc &program, const PredictOptions &options) {
  const dlc_fit_desc &fit = *program.fit;
  const EntryShape shape(program, fit.predict, "predict");
  if (options.images.empty() && options.indices.empty())
    throw Error(DLC_ERR_ARGUMENT, "nothing to predict\n"
                                  "  hint: name PNG files, or test samples with --index N");
  Pool pool({.threads = options.threads, .pin = true});
  Instance instance(pool, program, {fit.seed, 0});
  const std::string weights = weightsFile(program, options.weights);
  loadStates(instance, weights, StateSet::weights);

  Predictor predictor(program, instance, shape);
  for (const std::string &path : options.images) {
    predictor.image(path);
    std::printf("%s: %s\n", path.c_str(), predictor.answer().c_str());
  }
  if (options.indices.empty())
    return 0;

  if (!fit.data)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("--index: {} names no data set", program.name));
  const OpenedDataset data(*fit.data, options.data, Split::test);
  shape.checkData(data, shape.batchDim() < 0 ? data.size() : 1);
  const int inputs = shape.desc().num_inputs;
  std::vector<void *> places;
  std::vector<std::vector<std::byte>> rest; // fields the entry does not take
  for (int k = inputs; k < data.numFields(); ++k)
    rest.emplace_back(size_t(data.fieldBytes(k)));
  for (int k = 0; k < data.numFields(); ++k)
    places.push_back(k < inputs ? predictor.input(k) : rest[size_t(k - inputs)].data());
  for (int64_t index : options.indices) {
    if (index >= data.size())
      throw Error(DLC_ERR_RANGE, fmt::format("--index {}: there are {} test samples, 0 to {}",
                                             index, data.size(), data.size() - 1));
    char error[1024] = "";
    if (data.get(index, places.data(), error, sizeof error))
      throw Error(DLC_ERR_IO,
                  fmt::format("data set {}: sample {}: {}", data.desc().name, index, error));
    std::printf("test sample %lld: %s%s\n", (long long)index, predictor.answer().c_str(),
                labelText(predictor, data, inputs, rest).c_str());
  }
  return 0;
}

} // namespace dlc::rt
