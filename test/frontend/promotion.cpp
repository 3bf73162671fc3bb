// RUN: dlc --emit=trace %s | FileCheck %s
// Broadcasting and promotion end in the frontend, by PyTorch's rules.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(promotion) {
  Dim n = dim("n", 8);
  entry("main", {f32({n, 4}), i64({4}), f64({}), i32({n, 1})}, [&](Tensor x, Tensor y, Tensor s, Tensor z) {
    Tensor half = y * 0.5;           // an int and a real number: the default float
    Tensor scaled = x * s;           // a 0-d tensor does not widen
    Tensor sum = x + z;              // dims of 1 repeat, ints become floats
    Tensor quotient = y / 2;         // true division
    Tensor count = (x > 0).sum();    // bool sums to i64
    Tensor mean = x.mean(0);         // over the rows there are
    Tensor twice = y + y + n;        // a Dim is a number
    Tensor view = x.view(-1, 2, 2).flatten(1).t();
    Tensor top = x.softmax(1).amax(1, true);
    Tensor picked = where(x > 0, x, 0).clamp(-1, 1).pow(2);
    Tensor batched = matmul(x.view(n, 2, 2), ones({2, 3}));
    Tensor smooth = sigmoid(x) + silu(x) + gelu(x, {.approximate = "tanh"}) + softplus(x) + elu(x) + leaky_relu(x);
    Tensor shaped = pad(x.flip(1).narrow(1, 1, 2), {1, 1}) + x.unsqueeze(0).squeeze(0).transpose(0, 1).t();
    Tensor hot = one_hot(y, 4).to(f32) + rsqrt(square(x.select(1, 0).sum()) + 1) + reciprocal(x.amin(0) - 9);
    Tensor losses = binary_cross_entropy_with_logits(x, sigmoid(x), Reduction::sum) +
                    cross_entropy(x, x.argmax(1), {.label_smoothing = 0.1}) + randn({}) + x.log_softmax(1).sum();
    Tensor gradient = grad(square(x).sum(), x);
    return results({{"half", half}, {"scaled", scaled}, {"sum", sum}, {"quotient", quotient}, {"count", count},
                    {"mean", mean}, {"twice", twice}, {"view", view}, {"top", top}, {"picked", picked},
                    {"batched", batched}, {"smooth", smooth}, {"shaped", shaped}, {"hot", hot},
                    {"losses", losses}, {"arange", arange(2, 8, 3)}, {"gradient", gradient}});
  });
}

// CHECK: dlc.entry @main
// CHECK: %[[Y:.*]] = dlc.convert %{{.*}} : tensor<4xi64> to tensor<4xf32>
// CHECK: dlc.mul %[[Y]], %{{.*}} : tensor<4xf32>
// CHECK: dlc.convert %{{.*}} : tensor<f64> to tensor<f32>
// CHECK: dlc.broadcast %{{.*}} dims = [0, 1] : tensor<f32> to tensor<8x4xf32, #dlc.live<n, *>>
// CHECK: dlc.convert %{{.*}} : tensor<8x1xi32, #dlc.live<n, *>> to tensor<8x1xf32, #dlc.live<n, *>>
// CHECK: dlc.broadcast %{{.*}} dims = [1] : tensor<8xf32, #dlc.live<n>> to tensor<8x4xf32, #dlc.live<n, *>>
// CHECK: dlc.div %{{.*}} : tensor<4xf32>
// CHECK: dlc.reduce_sum %{{.*}} dims = [0, 1] : tensor<8x4xi64, #dlc.live<n, *>>
// CHECK: dlc.reduce_sum %{{.*}} dims = [0] : tensor<8x4xf32, #dlc.live<n, *>>
// CHECK: dlc.extent "n"
// CHECK: dlc.extent "n"
// CHECK: dlc.add %{{.*}} : tensor<4xi64>
// CHECK: dlc.permute {{.*}} : tensor<8x4xf32, #dlc.live<n, *>>
// CHECK: dlc.contract {{.*}} : tensor<8x2x2xf32, #dlc.live<n, *, *>>, tensor<2x3xf32>
// CHECK: dlc.yield
