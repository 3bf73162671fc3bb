// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/matmul.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(matmul) {
  Dim n = dim("n", 5);
  entry("vectors", {f64({3}), f64({3})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("matrix_vector", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) { return x.matmul(y); });
  entry("vector_matrix", {f64({3}), f64({3, 2})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("matrices", {f64({2, 3}), f64({3, 4})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("batches", {f32({2, 2, 3}), f32({2, 3, 2})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("batch_and_matrix", {f64({2, 2, 3}), f64({3, 2})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("vector_and_batch", {f64({3}), f64({2, 3, 2})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("batch_and_vector", {f64({2, 2, 3}), f64({3})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("broadcast", {f64({2, 1, 2, 3}), f64({3, 3, 2})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("broadcast_inside", {f64({1, 2, 2}), f64({3, 2, 1})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("transposed", {f64({3, 2}), f64({4, 3})},
        [](Tensor x, Tensor y) { return matmul(x.t(), y.t()); });
  entry("ints", {i64({2, 3}), i64({3, 2})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("narrow_ints", {i32({2, 2}), i32({2})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("nothing_inside", {f64({2, 0}), f64({0, 3})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("no_rows", {f64({0, 2}), f64({2, 3})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("no_batches", {f64({0, 2, 2}), f64({1, 2, 3})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("infinite", {f64({2, 2}), f64({2, 1})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("live_rows", {f64({n, 3}), f64({3, 2})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("live_inside", {f64({2, n}), f64({n, 3})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("live_batches", {f32({n, 2, 3}), f32({n, 3, 2})},
        [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("live_twice", {f64({n, 3}), f64({3, n})}, [](Tensor x, Tensor y) { return matmul(x, y); });
  entry("second", {f64({2, 3}), f64({3, 2})}, [](Tensor x, Tensor y) {
    Tensor z = matmul(x, y);
    return grad((z * z).sum(), x);
  });
}
