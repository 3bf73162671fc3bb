// The golden numbers of mlp.json and cnn.json, and the formula for start values and inputs that
// make_golden.py states at its top. Header only; for the programs of the end-to-end tests.
#ifndef DLC_TEST_E2E_GOLDEN_H
#define DLC_TEST_E2E_GOLDEN_H
#include <cstdint>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace golden {

inline uint64_t fnv1a64(const std::string &name) {
  uint64_t h = 0xCBF29CE484222325u;
  for (unsigned char byte : name)
    h = (h ^ byte) * 0x100000001B3u;
  return h;
}

// [0, 1), 53 random bits; i counts the tensor's elements row-major.
inline double uniform(uint64_t hash, uint64_t i) {
  uint64_t z = hash + (i + 1) * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  z ^= z >> 31;
  return static_cast<double>(z >> 11) * 0x1p-53;
}

// Every value is rounded to float first, in f64 programs too: both precisions start alike.
template <class T> std::vector<T> parameter(const std::string &name, int64_t count, double bound) {
  uint64_t hash = fnv1a64(name);
  std::vector<T> values(count);
  for (int64_t i = 0; i < count; ++i)
    values[i] = static_cast<T>(static_cast<float>((2 * uniform(hash, i) - 1) * bound));
  return values;
}

inline std::vector<int64_t> labels(int step, int64_t rows) {
  std::vector<int64_t> values(rows);
  for (int64_t r = 0; r < rows; ++r)
    values[r] = (7 * r + step) % 10;
  return values;
}

template <class T> std::vector<T> inputs(int step, int64_t rows, int64_t rowElements) {
  uint64_t hash = fnv1a64("x." + std::to_string(step));
  std::vector<int64_t> label = labels(step, rows);
  std::vector<T> values(rows * rowElements);
  for (int64_t i = 0; i < rows * rowElements; ++i) {
    bool marked = 10 * (i % rowElements) / rowElements == label[i / rowElements];
    values[i] = static_cast<T>(static_cast<float>(uniform(hash, i) * (marked ? 1.0 : 0.25)));
  }
  return values;
}

struct Parameter {
  std::string name;
  std::vector<int64_t> shape;
  double bound;
  int64_t count() const {
    int64_t n = 1;
    for (int64_t extent : shape)
      n *= extent;
    return n;
  }
};

struct Gradient {
  double maxAbs, sum, l2;
  std::vector<double> elements; // the j-th stands at position(j, ...)
};

// Where the j-th of `kept` stored elements lies in a tensor of `count`.
inline int64_t position(int64_t j, int64_t kept, int64_t count) { return j * count / kept; }

struct Run { // of one optimiser
  std::vector<double> losses;
  std::map<std::string, std::vector<double>> parametersAfter;
};

struct Model {
  int64_t batch, rowElements = 1;
  std::vector<Parameter> parameters;
  std::map<std::string, Gradient> gradients;
  std::map<std::string, Run> runs; // sgd, sgd_momentum, adam
};

inline Model load(const std::string &path) {
  std::ifstream file(path);
  if (!file)
    throw std::runtime_error("cannot read " + path);
  nlohmann::json json = nlohmann::json::parse(file);
  Model model;
  model.batch = json.at("batch");
  for (int64_t extent : json.at("input_shape"))
    model.rowElements *= extent;
  for (const auto &p : json.at("parameters"))
    model.parameters.push_back({p.at("name"), p.at("shape"), p.at("bound")});
  for (const auto &[name, g] : json.at("gradients").items())
    model.gradients[name] = {g.at("max_abs"), g.at("sum"), g.at("l2"), g.at("elements")};
  for (const char *optimizer : {"sgd", "sgd_momentum", "adam"}) {
    const auto &r = json.at(optimizer);
    model.runs[optimizer] = {r.at("losses_f64"), r.at("parameters_after")};
  }
  return model;
}

} // namespace golden
#endif
