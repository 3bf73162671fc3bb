//===- Random.cpp - random tensors ------------------------------------------===//
#include "frontend/ops/Random.h"
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
uint32_t streamOf(llvm::StringRef name) { // FNV-1a: the same on every machine, for ever
  uint32_t hash = 0x811C9DC5;
  for (unsigned char c : name)
    hash = (hash ^ c) * 0x01000193;
  return hash & 0x7FFFFFFF;
}

Tensor uniform(RankedTensorType type, uint32_t stream, Value seed, Value call) {
  Tracer &t = tracer();
  Value iteration = t.regions.empty() ? Value() : t.regions.back()->iteration;
  return tensorOf(make<ir::RandomOp>(type, seed, call, iteration, t.b.getI64IntegerAttr(stream)));
}

Tensor uniform(RankedTensorType type) {
  Tracer &t = tracer();
  EntryTrace &entry = t.entry();
  auto scalar = RankedTensorType::get({}, t.b.getI64Type());
  int seed = t.namedState("dlc.rng.seed", "rng", scalar);
  t.states[seed].isSeed = true;
  Value seedValue = t.readState(seed, false);
  Value call;
  if (t.open) {
    int calls = t.namedState("dlc.rng.calls." + entry.name, "rng", scalar);
    Value before = t.useState(calls).argument;
    if (entry.randoms == 0) { // counted once a call, outside of any loop
      OpBuilder::InsertionGuard guard(t.b);
      t.b.setInsertionPointToEnd(&entry.op.getBody().front());
      Value one = splat(1, scalar);
      t.useState(calls).current = make<ir::AddOp>(scalar, before, one);
    }
    call = t.import(before);
  } else {
    call = splat(0, scalar);
  }
  return uniform(type, streamOf(entry.name + "#" + std::to_string(entry.randoms++)), seedValue,
                 call);
}

Tensor rand(const Shape &shape, DType dtype) {
  if (!dtype.isFloat())
    fail("`rand` of ints; it makes floats, hint: `randint(low, high, shape)`");
  return uniform(tracer().typeOf(shape, dtype));
}
Tensor rand(const Shape &shape) { return rand(shape, get_default_dtype()); }

// P. J. Acklam's rational approximation of the normal distribution's inverse; its relative error
// of 1.2e-9 is far below the step of 2^-24 of the numbers it starts from.
Tensor normalOf(const Tensor &p) {
  auto polynomial = [](const Tensor &x, std::initializer_list<double> coefficients) {
    Tensor y;
    for (double c : coefficients)
      y = y.defined() ? y * x + c : zeros_like(x) + c;
    return y;
  };
  Tensor q = p - 0.5, r = q * q;
  Tensor above =
      polynomial(r, {-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
                     1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00});
  Tensor below =
      polynomial(r, {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
                     6.680131188771972e+01, -1.328068155288572e+01, 1.0});
  Tensor centre = above * q / below;
  // The middle of each step of 2^-24, so never 0; written so that f32 rounds neither side.
  Tensor side = minimum(p + 0x1p-25, (1 - p) - 0x1p-25);
  Tensor s = sqrt(-2 * log(side));
  above = polynomial(s, {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                         -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00});
  below = polynomial(s, {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                         3.754408661907416e+00, 1.0});
  Tensor tail = above / below;
  return where(side < 0.02425, where(q < 0, tail, -tail), centre);
}

Tensor randn(const Shape &shape, DType dtype) {
  if (dtype.isHalf()) // the polynomials want f32's digits
    return normalOf(rand(shape, f32)).to(dtype);
  return normalOf(rand(shape, dtype));
}
Tensor randn(const Shape &shape) { return randn(shape, get_default_dtype()); }

// Below 2^32 numbers, a random word times their count, shifted: no number is more than 2^-32
// likelier than another. Above, the remainder of 63 bits, with an excess of at most count / 2^63.
Tensor randint(Int low, Int high, const Shape &shape, DType dtype) {
  if (dtype == boolean)
    fail("`randint` of bool; it makes numbers, hint: `rand(shape) < 0.5`");
  if (low >= high)
    fail("`randint` from " + Twine(low) + " to " + Twine(high) +
         "; the first number is below the second, which is not drawn");
  Tensor bits = uniform(tracer().typeOf(shape, i64));
  uint64_t count = uint64_t(high) - uint64_t(low);
  Tensor number = count < (uint64_t(1) << 31) ? ((bits & 0xFFFFFFFF) * Int(count)) >> 32
                  : Int(count) > 0 ? fmod(bits & std::numeric_limits<Int>::max(), Int(count))
                                   : bits;
  return (low == 0 ? number : number + low).to(dtype);
}
Tensor randint(Int high, const Shape &shape, DType dtype) { return randint(0, high, shape, dtype); }

Tensor normal(const Operand &mean, const Operand &deviation) {
  Tensor shaped = mean + deviation * 0.0; // the common shape and dtype
  return randn_like(shaped) * deviation + mean;
}
Tensor normal(double mean, double deviation, const Shape &shape) {
  return randn(shape) * deviation + mean;
}

Tensor bernoulli(const Tensor &probabilities) {
  if (!probabilities.dtype().isFloat())
    fail("`bernoulli` of " + ir::describe(typeOf(probabilities)) +
         "; it takes probabilities, hint: `.to(f32)` first");
  // A probability of f16 or bf16 against all of the draw's digits: rounded, it might be 1.
  Tensor drawn = rand(probabilities.shape(), f32);
  return (drawn < probabilities.to(promote_types(f32, probabilities.dtype())))
      .to(probabilities.dtype());
}

Tensor rand_like(const Tensor &x, DType dtype) { return rand(x.shape(), dtype); }
Tensor rand_like(const Tensor &x) { return rand_like(x, x.dtype()); }
Tensor randn_like(const Tensor &x, DType dtype) { return randn(x.shape(), dtype); }
Tensor randn_like(const Tensor &x) { return randn_like(x, x.dtype()); }
Tensor randint_like(const Tensor &x, Int low, Int high) {
  return randint(low, high, x.shape(), x.dtype());
}
Tensor randint_like(const Tensor &x, Int high) { return randint_like(x, 0, high); }
} // namespace dlc
