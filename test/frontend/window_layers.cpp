// RUN: dlc --emit=trace %s -o - | FileCheck %s
// Layers with windows: names, shapes and initial bounds of their parameters, and what they record.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Conv1d line{4, 6, 3, {.padding = "same", .groups = 2}};
  nn::Conv2d depthwise{6, 6, {3, 1}, {.stride = 2, .padding = {1, 0}, .groups = 6, .bias = false}};
  nn::Conv2d around{6, 2, 3, {.padding = 1, .padding_mode = "reflect"}};
  nn::Conv3d volume{1, 2, 3};
  nn::ConvTranspose1d up1{6, 4, 4, {.stride = 2, .groups = 2}};
  nn::ConvTranspose2d up2{2, 3, 2, {.stride = 2, .output_padding = 1}};
  nn::ConvTranspose3d up3{2, 1, 2};
  nn::MaxPool1d max1{2};
  nn::MaxPool2d max2{3, {.stride = 2, .padding = 1}};
  nn::AvgPool2d average{2};
  nn::AdaptiveAvgPool2d global{1};
  nn::Upsample larger{{.scale_factor = 2, .mode = "bilinear"}};
  nn::ReflectionPad2d border{1, 1, 0, 2};
  nn::PixelShuffle shuffle{2};
  DLC_MODULE(line, depthwise, around, volume, up1, up2, up3, max1, max2, average, global, larger, border, shuffle)
  Tensor forward(Tensor x) { return line(x); }
};

// CHECK-DAG: dlc.state @line.weight : tensor<6x2x3xf32>
// CHECK-DAG: dlc.state @line.bias : tensor<6xf32>
// CHECK-DAG: dlc.state @depthwise.weight : tensor<6x1x3x1xf32>
// CHECK-NOT: depthwise.bias
// CHECK-DAG: dlc.state @up1.weight : tensor<6x2x4xf32>
// CHECK-DAG: dlc.state @up1.bias : tensor<4xf32>
// CHECK-DAG: dlc.state @up2.weight : tensor<2x3x2x2xf32>
// CHECK-DAG: dlc.state @up3.weight : tensor<2x1x2x2x2xf32>
DLC_PROGRAM(layers) {
  Net net;
  // CHECK: dlc.entry @line
  // CHECK: dlc.pad {{.*}}low = [0, 0, 1] high = [0, 0, 1]
  // CHECK: dlc.conv {{.*}}tensor<2x2x2x10xf32>, tensor<2x3x2x3xf32>
  // CHECK: dlc.max_pool
  // CHECK: dlc.yield {{.*}}tensor<2x4x10xf32>
  entry("line", {f32({2, 4, 8})}, [&](Tensor x) { return net.up1(net.max1(net.line(x))); });
  // CHECK: dlc.entry @image
  // CHECK: dlc.conv {{.*}}strides = [2, 2] {{.*}}tensor<2x6x1x10x8xf32>, tensor<6x1x1x3x1xf32>
  // CHECK: dlc.concat
  // CHECK: dlc.conv {{.*}}tensor<2x6x6x6xf32>, tensor<2x6x3x3xf32>
  // CHECK: dlc.conv {{.*}}tensor<2x2x{{.*}}, tensor<3x2x2x2xf32>
  // CHECK: dlc.yield {{.*}}tensor<2x3x1x1xf32>
  entry("image", {f32({2, 6, 8, 8})}, [&](Tensor x) {
    x = net.up2(net.average(net.around(net.depthwise(x))));
    return net.global(net.larger(net.max2(x)));
  });
  // CHECK: dlc.entry @pixels
  // CHECK: dlc.concat {{.*}}dim = 2
  // CHECK: dlc.concat {{.*}}dim = 3
  // CHECK: dlc.yield {{.*}}tensor<1x1x12x12xf32>
  entry("pixels", {f32({1, 4, 4, 4})}, [&](Tensor x) { return net.shuffle(net.border(x)); });
  entry("volume", {f32({1, 1, 4, 4, 4})}, [&](Tensor x) { return net.up3(net.volume(x)); });
}
