// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cosine_embedding_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(cosine_embedding_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({4, 3}), f64({4, 3}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return cosine_embedding_loss(x, y, z); });
  entry("margin", {f64({4, 3}), f64({4, 3}), i64({4})}, [](Tensor x, Tensor y, Tensor z) {
    return cosine_embedding_loss(x, y, z, {.margin = 0.2, .reduction = Reduction::sum});
  });
  entry("none", {f32({4, 3}), f32({4, 3}), f32({4})}, [](Tensor x, Tensor y, Tensor z) {
    return cosine_embedding_loss(x, y, z, {.reduction = Reduction::none});
  });
  entry("one_pair", {f64({3}), f64({3}), f64({})},
        [](Tensor x, Tensor y, Tensor z) { return cosine_embedding_loss(x, y, z); });
  entry("live", {f64({n, 3}), f64({n, 3}), f64({n})},
        [](Tensor x, Tensor y, Tensor z) { return cosine_embedding_loss(x, y, z); });
  entry("second", {f64({2, 3}), f64({2, 3}), i64({2})}, [](Tensor x, Tensor y, Tensor t) {
    Tensors g =
        grad(square(cosine_embedding_loss(x, y, t, {.margin = -0.9, .reduction = Reduction::none}))
                 .sum(),
             {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
