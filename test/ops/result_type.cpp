// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/result_type.cases -
// Promotion, also by promote_types(): every pair of dtypes as tensors with dims, 0-d tensors and
// numbers. Entry @f64__i32_scalar adds, divides and compares an f64 tensor and an i32 scalar.
#include <dlc/dlc.h>
#include <string>
#include <vector>
using namespace dlc;

struct Side {
  std::string name;
  DType dtype;
  enum { Dims, Scalar, Number } kind;

  Operand make() const {
    if (kind == Number)
      return dtype == boolean ? Operand(true) : dtype == i64 ? Operand(1) : Operand(1.0);
    return ones(kind == Dims ? Shape{2} : Shape{}, dtype);
  }
};

DLC_PROGRAM(test_result_type) {
  std::vector<Side> sides = {
      {"real", f32, Side::Number}, {"int", i64, Side::Number}, {"bool", boolean, Side::Number}};
  const std::pair<const char *, DType> dtypes[] = {
      {"f64", f64}, {"f32", f32}, {"f16", f16}, {"bf16", bf16},
      {"i64", i64}, {"i32", i32}, {"u8", u8},   {"boolean", boolean}};
  for (auto [name, dtype] : dtypes) {
    sides.push_back({name, dtype, Side::Dims});
    sides.push_back({name + std::string("_scalar"), dtype, Side::Scalar});
  }
  for (const Side &left : sides)
    for (const Side &right : sides) {
      if (left.kind == Side::Number && right.kind == Side::Number)
        continue;
      entry((left.name + "__" + right.name).c_str(), {}, [&] {
        Operand x = left.make(), y = right.make();
        DType dtype = result_type(x, y);
        if (left.kind == Side::Dims && right.kind == Side::Dims)
          dtype = promote_types(left.dtype, right.dtype);
        return results({{"sum", (x + y).to(dtype)}, {"quotient", x / y}, {"less", x < y}});
      });
    }
}
