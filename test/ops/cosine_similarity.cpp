// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cosine_similarity.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(cosine_similarity) {
  Dim n = dim("n", 5);
  entry("rows", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y); });
  entry("columns", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y, 0); });
  entry("broadcast", {f64({2, 1, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y, -1); });
  entry("broadcast_along", {f64({2, 1}), f64({2, 3})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y); });
  entry("missing_dim", {f64({3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y, 0); });
  entry("zero", {f64({2, 2}), f64({2, 2})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y); });
  entry("eps", {f64({2, 2}), f64({2, 2})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y, 1, 10.0); });
  entry("live", {f64({n, 3}), f64({n, 3})},
        [](Tensor x, Tensor y) { return cosine_similarity(x, y); });
  entry("second", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(cosine_similarity(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
