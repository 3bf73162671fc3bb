// RUN: dlc --emit=trace %s -o - | FileCheck %s
// The layers that normalise have PyTorch's names in the state dict, and no state that they do not need.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::BatchNorm2d bn{4}, bare{4, {.affine = false, .track_running_stats = false}};
  nn::InstanceNorm2d in{4};
  nn::GroupNorm gn{2, 4};
  nn::LayerNorm ln{{4, 2, 2}}, unbiased{2, {.bias = false}};
  nn::RMSNorm rms{2};
  DLC_MODULE(bn, bare, in, gn, ln, unbiased, rms)
  Tensor forward(Tensor x) { return rms(unbiased(ln(gn(in(bare(bn(x))))))); }
};

DLC_PROGRAM(norms) {
  Net net;
  entry("predict", {f32({3, 4, 2, 2})}, [&](Tensor x) {
    net.eval();
    return net(x);
  });
}

// CHECK: dlc.state @bn.weight : tensor<4xf32> {role = "param"}
// CHECK-NEXT: dlc.state @bn.bias : tensor<4xf32> {role = "param"}
// CHECK-NEXT: dlc.state @bn.running_mean : tensor<4xf32> {role = "buffer"}
// CHECK-NEXT: dlc.state @bn.running_var : tensor<4xf32> {role = "buffer"}
// CHECK-NEXT: dlc.state @bn.num_batches_tracked : tensor<i64> {role = "buffer"}
// CHECK-NEXT: dlc.state @gn.weight : tensor<4xf32> {role = "param"}
// CHECK-NEXT: dlc.state @gn.bias : tensor<4xf32> {role = "param"}
// CHECK-NEXT: dlc.state @ln.weight : tensor<4x2x2xf32> {role = "param"}
// CHECK-NEXT: dlc.state @ln.bias : tensor<4x2x2xf32> {role = "param"}
// CHECK-NEXT: dlc.state @unbiased.weight : tensor<2xf32> {role = "param"}
// CHECK-NEXT: dlc.state @rms.weight : tensor<2xf32> {role = "param"}
// CHECK-NOT: dlc.state
