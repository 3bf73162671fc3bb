//===- RunningNorm.cpp - batch and instance normalisation -----------------===//
#include "frontend/ops/Normalization.h"

using namespace mlir;

namespace dlc {
/// `running` moves towards `now`, of the dims kept, where the factor that makes a variance unbiased
/// exists.
static void move(Buffer &running, Tensor now, const RunningNorm &norm, const Tensor &isMoving) {
  if (norm.rows)
    now = mean(now, 0);
  Tensor before = running;
  now = tensorOf(reshapeTo(valueOf(now), typeOf(before).getShape()));
  const Operand &momentum = norm.momentum; // the rest of a number stays one, of no dtype
  Operand rest =
      momentum.kind == Operand::Real ? Operand(1 - momentum.real) : Operand(1 - momentum.tensor);
  Tensor kept = before * rest, added = now * momentum;
  Tensor after = kept + added;
  running.copy_(isMoving.defined() ? where(isMoving, after, before) : after);
}

static void moveRunning(const RunningNorm &norm, const Moments &moments, const Operand &count,
                        Buffer &runningMean, Buffer &runningVar) {
  DType dtype = moments.variance.dtype();
  if (count.kind == Operand::Extent && !count.extent.isDynamic()) {
    auto n = double(count.extent.value());
    move(runningMean, moments.mean, norm, {});
    move(runningVar, moments.variance * (n / (n - 1)), norm, {});
    return;
  }
  Tensor n = (zeros({}, i64) + count).to(f64), isMoving = n > 1;
  Tensor unbiased = (n / where(isMoving, n - 1, 1)).to(dtype);
  move(runningMean, moments.mean, norm, isMoving);
  move(runningVar, moments.variance * unbiased, norm, isMoving);
}

Tensor runningNorm(const RunningNorm &norm, const Tensor &x, Buffer *runningMean,
                   Buffer *runningVar, const Tensor &weight, const Tensor &bias) {
  StringRef op = norm.op;
  checkFloats(op, x);
  int first = norm.rows ? 2 : 0; // dims in front have moments of their own
  if (x.dim() < 2 + norm.rows)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + "; it takes " +
         (norm.rows ? "[N, C, d...], a dim behind the channels at least" : "[N, C, ...]"));
  bool runs = runningMean && runningMean->defined();
  if (runs != (runningVar && runningVar->defined()))
    fail("`" + op + "` with one of running_mean and running_var; there are both, or none");
  Tensor scale = alongChannels(op, "weight", weight, x), shift = alongChannels(op, "bias", bias, x);
  Tensor oldMean, oldVar;
  if (runs) {
    oldMean = alongChannels(op, "running_mean", *runningMean, x);
    oldVar = alongChannels(op, "running_var", *runningVar, x);
  }
  if (x.dtype().isHalf()) // in f32, moments too: what runs is often f32 itself
    return runningNorm(norm, x.to(f32), runningMean, runningVar, weight, bias).to(x.dtype());
  if (runs && !norm.useInput)
    return affine((x - oldMean) * rsqrt(oldVar + norm.eps), scale, shift);

  Dims dims;
  SmallVector<int64_t> over;
  Int most = 1;
  for (int dim = first; dim < x.dim(); ++dim)
    if (dim != 1) {
      dims.append(dim);
      over.push_back(dim);
      most *= x.size(dim).bound();
    }
  if (most == 1)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + ", which has one value a channel" +
         (norm.rows ? " and row" : "") +
         "; one value has no variance, hint: a larger batch, or eval()");
  if (runs && norm.moves)
    moveRunning(norm, momentsOf(x, dims), countOf(x, over), *runningMean, *runningVar);
  return affine(standardized(x, dims, norm.eps), scale, shift);
}

static Tensor batchNorm(const Tensor &x, Buffer *runningMean, Buffer *runningVar,
                        const BatchNormOptions &o) {
  return runningNorm({"batch_norm", false, o.training, o.training, o.eps, o.momentum}, x,
                     runningMean, runningVar, o.weight, o.bias);
}
Tensor batch_norm(const Tensor &x, Buffer &running_mean, Buffer &running_var,
                  BatchNormOptions options) {
  return batchNorm(x, &running_mean, &running_var, options);
}
Tensor batch_norm(const Tensor &x, BatchNormOptions options) {
  return batchNorm(x, nullptr, nullptr, options);
}

static Tensor instanceNorm(const Tensor &x, Buffer *runningMean, Buffer *runningVar,
                           const InstanceNormOptions &o) {
  return runningNorm(
      {"instance_norm", true, o.use_input_stats, o.use_input_stats, o.eps, o.momentum}, x,
      runningMean, runningVar, o.weight, o.bias);
}
Tensor instance_norm(const Tensor &x, Buffer &running_mean, Buffer &running_var,
                     InstanceNormOptions options) {
  return instanceNorm(x, &running_mean, &running_var, options);
}
Tensor instance_norm(const Tensor &x, InstanceNormOptions options) {
  return instanceNorm(x, nullptr, nullptr, options);
}
} // namespace dlc
