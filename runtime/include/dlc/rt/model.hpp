//===- model.hpp - a compiled model in C++ ------------------------------------*- C++ -*-===//
//
// dlc_rt.h with owners and exceptions; header only, but for what speaks of Tensors:
//
//   dlc::rt::Context context;
//   dlc::rt::Model net(context, cnn_program, {.seed = 7});
//   net.run("train_step", {images, labels}, {&loss}, {rows});
//   std::vector<float> w = net.read<float>("fc1.weight");
//
//   #include <dlc/rt/tensor.hpp>
//   Tensor p = net.call("predict", {images})[0];
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RT_MODEL_HPP
#define DLC_RT_MODEL_HPP
#include "dlc/rt/dtype.hpp"
#include "dlc/rt/error.hpp"
#include <initializer_list>
#include <utility>
#include <vector>

namespace dlc::rt {

class Tensor; // tensor.hpp

struct ContextOptions {
  int threads = 0;  // 0: as many as this process may use
  bool pin = false; // workers only, and only when nobody restricted the process
  int spinMicros = 0;
};

class Context {
public:
  explicit Context(const ContextOptions &options = {}) {
    dlc_context_options raw{sizeof raw, options.threads, options.pin, options.spinMicros, 0};
    if (int status = dlc_context_create(&raw, &handle))
      throw Error(status, dlc_context_error(nullptr));
  }
  Context(Context &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  Context &operator=(Context &&other) noexcept {
    std::swap(handle, other.handle);
    return *this;
  }
  ~Context() { dlc_context_destroy(handle); }

  int threads() const { return dlc_threads(handle); }
  dlc_context *get() const { return handle; }

private:
  dlc_context *handle = nullptr;
};

struct ModelOptions {
  uint64_t seed = 0;
  uint32_t flags = 0; // DLC_NO_INIT | DLC_PROFILE | DLC_POISON
};

class Model {
public:
  // The context must outlive the model.
  Model(const Context &context, const dlc_program_desc &program, const ModelOptions &options = {}) {
    dlc_instance_options raw{sizeof raw, options.seed, options.flags, 0};
    if (int status = dlc_instance_create(context.get(), &program, &raw, &handle))
      throw Error(status, dlc_context_error(context.get()));
  }
  Model(Model &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  Model &operator=(Model &&other) noexcept {
    std::swap(handle, other.handle);
    return *this;
  }
  ~Model() { dlc_instance_destroy(handle); }

  const dlc_program_desc &program() const { return *dlc_program(handle); }
  dlc_instance *get() const { return handle; }

  void run(int entry, std::initializer_list<const void *> inputs,
           std::initializer_list<void *> outputs, std::initializer_list<int64_t> dims = {}) {
    const dlc_program_desc &desc = program();
    if (entry < 0 || entry >= desc.num_entries)
      throw Error(DLC_ERR_RANGE, "no entry of this number: " + std::to_string(entry));
    const dlc_entry_desc &e = desc.entries[entry];
    expect(e.name, "inputs", inputs.size(), e.num_inputs);
    expect(e.name, "outputs", outputs.size(), e.num_outputs);
    expect(e.name, "dimensions", dims.size(), desc.num_dims);
    check(dlc_run(handle, entry, inputs.begin(), outputs.begin(), dims.begin()));
  }
  void run(const char *entry, std::initializer_list<const void *> inputs,
           std::initializer_list<void *> outputs, std::initializer_list<int64_t> dims = {}) {
    int index = dlc_find_entry(handle, entry);
    if (index < 0)
      throw Error(DLC_ERR_NAME, "the model has no entry named '" + std::string(entry) + "'");
    run(index, inputs, outputs, dims);
  }
  /// Runs an entry on tensors of any strides. Their shapes say how large the dynamic dimensions
  /// are; one that none of them has is at its bound. Results are new tensors.
  std::vector<Tensor> call(const std::string &entry, const std::vector<Tensor> &inputs);
  /// A parameter, buffer or other state: a copy of it, and a new value for it.
  Tensor state(const std::string &name) const;
  void set_state(const std::string &name, const Tensor &value);

  template <class T> T *input(int entry, int index) {
    return static_cast<T *>(dlc_input(handle, entry, index));
  }
  template <class T> const T *output(int entry, int index) const {
    return static_cast<const T *>(dlc_output(handle, entry, index));
  }

  void init(uint64_t seed) { check(dlc_init(handle, seed)); }

  // vector<bool> has no data(), so a state of bools is read with read(name, bool *, count).
  template <class T> std::vector<T> read(const std::string &state) const {
    std::vector<T> values(count(state));
    read(state, values.data(), values.size());
    return values;
  }
  template <class T> void read(const std::string &state, T *values, size_t count) const {
    check(dlc_read(handle, state.c_str(), dtypeOf<T>(), values, count * sizeof(T)));
  }
  template <class T> void write(const std::string &state, const std::vector<T> &values) {
    write(state, values.data(), values.size());
  }
  template <class T> void write(const std::string &state, const T *values, size_t count) {
    check(dlc_write(handle, state.c_str(), dtypeOf<T>(), values, count * sizeof(T)));
  }

  double setting(const std::string &name) const {
    double value = 0;
    check(dlc_get_setting(handle, name.c_str(), &value));
    return value;
  }
  void set(const std::string &name, double value) {
    check(dlc_set_setting(handle, name.c_str(), value));
  }

  void save(const std::string &path, int what = DLC_ALL) const {
    check(dlc_save(handle, path.c_str(), what));
  }
  void load(const std::string &path, int what = DLC_ALL) {
    check(dlc_load(handle, path.c_str(), what));
  }
  std::string profile() const { return dlc_profile(handle); }

private:
  void check(int status) const {
    if (status)
      throw Error(status, dlc_error(handle));
  }
  static void expect(const char *entry, const char *what, size_t given, int32_t wanted) {
    if (given != static_cast<size_t>(wanted))
      throw Error(DLC_ERR_ARGUMENT, std::string(entry) + " takes " + std::to_string(wanted) + " " +
                                        what + ", not " + std::to_string(given));
  }
  size_t count(const std::string &state) const {
    int index = dlc_find_state(handle, state.c_str());
    if (index < 0)
      throw Error(DLC_ERR_NAME, "the model has no state named '" + state + "'");
    const dlc_tensor_desc &tensor = program().states[index].tensor;
    size_t n = 1;
    for (int32_t i = 0; i < tensor.rank; ++i)
      n *= static_cast<size_t>(tensor.shape[i]);
    return n;
  }

  dlc_instance *handle = nullptr;
};

} // namespace dlc::rt
#endif
