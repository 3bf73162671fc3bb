// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/embedding.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(embedding_test) {
  Dim n = dim("n", 8);
  entry("words", {i64({2, 4}), f32({6, 17})}, [](Tensor i, Tensor w) { return embedding(i, w); });
  entry("live", {i64({n, 2}), f64({6, 3})}, [](Tensor i, Tensor w) { return embedding(i, w); });
  entry("scalar", {i64({}), f64({6, 3})}, [](Tensor i, Tensor w) { return embedding(i, w); });
  entry("computed", {i64({4}), f64({6, 3})}, [](Tensor i, Tensor w) {
    Tensor next = i + 1;
    return tanh(embedding(where(next > 5, 0, next), w));
  });
  entry("padding", {i64({4}), f64({4, 3})}, [](Tensor i, Tensor w) {
    Tensor y = embedding(i, w, {.padding_idx = -3});
    return grad((y * y).sum(), w);
  });
  entry("second", {i64({4}), f64({3, 2})},
        [](Tensor i, Tensor w) { return grad(square(embedding(i, w)).sum(), w); });
}
