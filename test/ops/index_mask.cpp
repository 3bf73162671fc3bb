// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_mask.cases -
// x[mask], which is reduced before it is a Tensor.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_mask) {
  Dim n = dim("n", 6);
  auto both = {f64({3, 4}), boolean({3, 4})};
  entry("sum", both, [](Tensor x, Tensor m) { return x[m].sum(); });
  entry("mean", both, [](Tensor x, Tensor m) { return mean(x[m]); });
  entry("prod", both, [](Tensor x, Tensor m) { return x[m].prod(); });
  entry("largest", both, [](Tensor x, Tensor m) { return x[m].amax() + x[m].max(); });
  entry("smallest", both, [](Tensor x, Tensor m) { return x.index({m}).amin() + min(x[m]); });
  entry("masks", both, [](Tensor x, Tensor m) {
    return results({{"any", x[m].any()},
                    {"all", x[m].all()},
                    {"most", (x > 0)[m].amax()},
                    {"least", (x > 0)[m].amin()}});
  });
  entry("half", {f16({40}), boolean({40})}, [](Tensor x, Tensor m) { return x[m].mean(); });
  entry("ints", {i64({5}), boolean({5})}, [](Tensor x, Tensor m) {
    return results(
        {{"sum", x[m].sum()}, {"max", x[m].amax()}, {"min", x[m].amin()}, {"prod", x[m].prod()}});
  });
  entry("small_ints", {i32({5}), u8({5}), boolean({5})}, [](Tensor x, Tensor y, Tensor m) {
    return results(
        {{"max", x[m].amax()}, {"min", x[m].amin()}, {"byte", y[m].amax()}, {"low", y[m].amin()}});
  });
  entry("nothing", both, [](Tensor x, Tensor m) {
    return results({{"sum", x[m].sum()}, {"mean", x[m].mean()}, {"all", x[m].all()}});
  });
  entry("rows", {f64({3, 4}), boolean({3})}, [](Tensor x, Tensor m) {
    return results({{"all", x[m].sum()}, {"each", x[m].mean(0)}, {"largest", x[m].amax({0, 1})}});
  });
  entry("behind", {f64({2, 3, 4, 2}), boolean({3, 4})}, [](Tensor x, Tensor m) {
    return results(
        {{"sum", x(Slice(), m).sum(1)}, {"mean", x(Ellipsis, m, Slice()).mean({1, -1})}});
  });
  entry("live", {f64({n, 4})}, [](Tensor x) { return x[x > 0].mean() + x[x.sum(1) > 0].sum(); });
  entry("logarithm", {f64({4})}, [](Tensor x) { return log(where(x > 0, x, 1))[x > 0].mean(); });
  entry("second", both, [](Tensor x, Tensor m) { return grad((x * x)[m].sum() * x[m].mean(), x); });
}
