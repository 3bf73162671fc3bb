//===- ModelTensors.cpp - a model that takes and gives tensors ------------------------===//
#include "dlc/rt/model.hpp"
#include "dlc/rt/tensor.hpp"
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include <fmt/format.h>

namespace dlc::rt {
namespace {

/// The dynamic dimensions of one call, as its inputs say them.
class CallDims {
public:
  CallDims(const dlc_program_desc &program, const dlc_entry_desc &entry)
      : program(program), entry(entry), values(program.num_dims, unknown) {}

  void read(const dlc_tensor_desc &input, const Tensor &given) {
    bool fits = given.dtype() == input.dtype && given.dim() == input.rank;
    for (int axis = 0; fits && axis < input.rank; ++axis)
      fits = axisFits(input, axis, given.shape()[size_t(axis)]);
    if (!fits)
      throw Error(DLC_ERR_MISMATCH, fmt::format("{} takes {} as its input `{}`, not {}", entry.name,
                                                text(input), input.name, textOf(given)));
  }

  /// What no input said is at its bound.
  std::vector<int64_t> take() const {
    std::vector<int64_t> dims = values;
    for (int i = 0; i < program.num_dims; ++i)
      if (dims[i] == unknown)
        dims[i] = program.dims[i].bound;
    return dims;
  }

private:
  static constexpr int64_t unknown = -1;

  bool axisFits(const dlc_tensor_desc &input, int axis, int64_t size) {
    const dlc_live_desc &live = input.live[axis];
    if (live.dim < 0)
      return size == input.shape[axis];
    if (live.mul == 0 || (size - live.add) % live.mul)
      return false;
    int64_t value = (size - live.add) / live.mul, &known = values[live.dim];
    if (known != unknown && known != value)
      throw Error(DLC_ERR_MISMATCH,
                  fmt::format("{}: input `{}` says that {} is {}, another one that it is {}",
                              entry.name, input.name, program.dims[live.dim].name, value, known));
    known = value;
    return true;
  }

  std::string text(const dlc_tensor_desc &input) const {
    std::string result = fmt::format("{}[", dtypeName(input.dtype));
    for (int axis = 0; axis < input.rank; ++axis) {
      const dlc_live_desc &live = input.live[axis];
      result += axis ? ", " : "";
      if (live.dim < 0)
        result += std::to_string(input.shape[axis]);
      else if (live.mul == 1 && live.add == 0)
        result += program.dims[live.dim].name;
      else
        result += fmt::format("{}*{}{:+}", live.mul, program.dims[live.dim].name, live.add);
    }
    return result + "]";
  }

  const dlc_program_desc &program;
  const dlc_entry_desc &entry;
  std::vector<int64_t> values;
};

} // namespace

std::vector<Tensor> Model::call(const std::string &name, const std::vector<Tensor> &inputs) {
  int index = dlc_find_entry(handle, name.c_str());
  if (index < 0)
    throw Error(DLC_ERR_NAME, fmt::format("the model has no entry named '{}'", name));
  const dlc_entry_desc &entry = program().entries[index];
  expect(entry.name, "inputs", inputs.size(), entry.num_inputs);
  CallDims known(program(), entry);
  for (int i = 0; i < entry.num_inputs; ++i)
    known.read(entry.inputs[i].tensor, inputs[size_t(i)]);
  std::vector<int64_t> dims = known.take();

  std::vector<Tensor> dense, results;
  std::vector<const void *> in;
  std::vector<void *> out;
  for (const Tensor &input : inputs) {
    dense.push_back(input.contiguous());
    in.push_back(dense.back().data_ptr());
  }
  for (int i = 0; i < entry.num_outputs; ++i) {
    const dlc_tensor_desc &output = entry.outputs[i].tensor;
    Shape shape;
    for (int axis = 0; axis < output.rank; ++axis)
      shape.push_back(liveExtent(output, axis, dims.data()));
    results.push_back(empty(shape, DType(output.dtype)));
    out.push_back(results.back().data_ptr());
  }
  check(dlc_run(handle, index, in.data(), out.data(), dims.data()));
  return results;
}

Tensor Model::state(const std::string &name) const {
  int index = dlc_find_state(handle, name.c_str());
  if (index < 0)
    throw Error(DLC_ERR_NAME, fmt::format("the model has no state named '{}'", name));
  const dlc_tensor_desc &desc = program().states[index].tensor;
  Tensor value = empty(Shape(shapeOf(desc).begin(), shapeOf(desc).end()), DType(desc.dtype));
  check(dlc_read(handle, name.c_str(), desc.dtype, value.data_ptr(), value.nbytes()));
  return value;
}

void Model::set_state(const std::string &name, const Tensor &value) {
  Tensor present = state(name); // its shape and element type, and an error for a wrong name
  if (value.shape() != present.shape() || value.dtype() != present.dtype())
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("state '{}' is {}, not {}", name, textOf(present), textOf(value)));
  Tensor dense = value.contiguous();
  check(dlc_write(handle, name.c_str(), dense.dtype(), dense.data_ptr(), dense.nbytes()));
}

} // namespace dlc::rt
