// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/scatter_reduce.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(scatter_reduce_test) {
  entry("sum", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return scatter_reduce(x, 0, i, s, "sum"); });
  entry("sum_alone", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "sum", false); });
  entry("prod", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "prod"); });
  entry("prod_alone", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "prod", false); });
  entry("mean", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "mean"); });
  entry("mean_alone", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "mean", false); });
  entry("amax", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "amax"); });
  entry("amax_alone", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "amax", false); });
  entry("amin", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "amin"); });
  entry("amin_alone", {f64({4, 3}), i64({5, 3}), f64({5, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "amin", false); });
  entry("zeros", {f64({4}), i64({6}), f64({6})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i.to(i64), s, "prod"); });
  entry("largest_ints", {i64({3}), i64({3}), i64({3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_reduce(0, i, s, "amax", false); });
  entry("second", {f64({3, 2}), i64({4, 2}), f64({4, 2})}, [](Tensor x, Tensor i, Tensor s) {
    Tensors g = grad(square(x.scatter_reduce(0, i, s, "prod")).sum(), {x, s});
    return results({{"dx", g[0]}, {"ds", g[1]}});
  });
}
