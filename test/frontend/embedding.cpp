// RUN: dlc --emit=trace %s -o - | FileCheck %s
// The layer's table, its padding row, and a table that is trained.
#include <dlc/dlc.h>
using namespace dlc;

struct Words : nn::Module {
  nn::Embedding words{10, 4}, padded{6, 4, {.padding_idx = 0}};
  DLC_MODULE(words, padded)
  Tensor forward(Tensor x) { return words(x) + padded(x); }
};

// CHECK: dlc.state @words.weight : tensor<10x4xf32>
// CHECK: dlc.state @padded.weight : tensor<6x4xf32>
// CHECK: dlc.entry @train
// CHECK: dlc.gather
// CHECK: dlc.detach
DLC_PROGRAM(words) {
  Words net;
  Dim n = dim("n", 8);
  entry("train", {i64({n, 3})}, [&](Tensor x) {
    Tensor loss = net(x).sum();
    loss.backward();
    return loss;
  });
}
