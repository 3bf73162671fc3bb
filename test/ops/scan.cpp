// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/scan.cases -
// Loops against the same loop unrolled by C++, and against PyTorch's.
#include <dlc/dlc.h>
using namespace dlc;

static Tensor rnnStep(Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
  return tanh(linear(x, w) + linear(h, u) + b);
}

static ScanResult rnn(Tensor x, Tensor h, Tensor w, Tensor u, Tensor b, ScanOptions options = {}) {
  return scan(
      h, x,
      [&](Tensor h, Tensor x) {
        h = rnnStep(x, h, w, u, b);
        return Step{h, h};
      },
      options);
}

static ScanResult lstm(Tensor x, Tensor h, Tensor c, Tensor w, Tensor u, ScanOptions options = {}) {
  return scan(
      Tensors{h, c}, x,
      [&](Tensors carry, Tensors x) {
        Tensor gates = linear(x[0], w) + linear(carry[0], u); // [n, 4 * 3]
        Tensor i = sigmoid(gates.narrow(1, 0, 3)), f = sigmoid(gates.narrow(1, 3, 3));
        Tensor g = tanh(gates.narrow(1, 6, 3)), o = sigmoid(gates.narrow(1, 9, 3));
        Tensor c = f * carry[1] + i * g;
        return Step{{o * tanh(c), c}, {o}};
      },
      options);
}

DLC_PROGRAM(loops) {
  Dim n = dim("n", 5), t = dim("t", 6);
  auto inputs = {f64({6, 5, 3}), f64({5, 4}), f64({4, 3}), f64({4, 4}), f64({4})};

  entry("rnn", inputs, [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
    auto [carry, out] = rnn(x, h, w, u, b);
    return results({{"h", carry[0]}, {"out", out[0]}});
  });
  entry("rnn_f32", {f32({6, 5, 3}), f32({5, 4}), f32({4, 3}), f32({4, 4}), f32({4})},
        [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) { return rnn(x, h, w, u, b).out[0]; });
  entry("backwards", inputs, [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
    return rnn(x, h, w, u, b, {.reverse = true}).out[0];
  });
  entry("segments", inputs, [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
    auto [carry, out] = rnn(x, h, w, u, b, {.segment = 2});
    return results({{"h", carry[0]}, {"out", out[0]}});
  });
  entry("segments_backwards", inputs, [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
    return rnn(x, h, w, u, b, {.reverse = true, .segment = 3}).out[0];
  });
  // A live length and a live batch: what is dead takes no part.
  entry("live", {f64({t, n, 3}), f64({n, 4}), f64({4, 3}), f64({4, 4}), f64({4})},
        [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
          auto [carry, out] = rnn(x, h, w, u, b);
          return results({{"h", carry[0]}, {"out", out[0]}});
        });
  // The gradient of a gradient: the adjoint loop is differentiated in its turn.
  entry("second", {f64({4, 2, 3}), f64({2, 4}), f64({4, 3}), f64({4, 4}), f64({4})},
        [](Tensor x, Tensor h, Tensor w, Tensor u, Tensor b) {
          Tensor loss = square(rnn(x, h, w, u, b).out[0]).sum();
          return results({{"dx", grad(loss, x)}, {"du", grad(loss, u)}});
        });

  auto cell = {f64({7, 5, 2}), f64({5, 3}), f64({5, 3}), f64({12, 2}), f64({12, 3})};
  entry("lstm", cell, [](Tensor x, Tensor h, Tensor c, Tensor w, Tensor u) {
    auto [carry, out] = lstm(x, h, c, w, u);
    return results({{"h", carry[0]}, {"c", carry[1]}, {"o", out[0]}});
  });
  entry("lstm_segments", {f64({8, 5, 2}), f64({5, 3}), f64({5, 3}), f64({12, 2}), f64({12, 3})},
        [](Tensor x, Tensor h, Tensor c, Tensor w, Tensor u) {
          return lstm(x, h, c, w, u, {.segment = 4}).carry[1];
        });

  // Carries without slices: powers of a matrix; the number of a step; a carry that stays.
  entry("powers", {f64({3, 3})}, [](Tensor a) {
    return scan(a, {}, [&](Tensor p) { return matmul(p, a); }, {.length = 4}).carry[0];
  });
  entry("slices_only", {f64({4, 3})}, [](Tensor x) {
    return scan({}, x, [](Tensors, Tensors x) { return Step{{}, {square(x[0])}}; }).out[0];
  });
  // Two carries that change places, one that stays, and one that is an input of the entry.
  entry("swapped", {f64({3}), f64({3}), f64({5, 3})}, [](Tensor a, Tensor b, Tensor x) {
    auto [carry, out] = scan(Tensors{a, b, a}, x, [](Tensors c, Tensors x) {
      return Step{{c[1], c[0] * x[0], c[2]}, {c[2] + c[0]}};
    });
    return results({{"a", carry[0]}, {"b", carry[1]}, {"same", carry[2]}, {"out", out[0]}});
  });
  // One value is the start of two carries and a constant of the body: none may write over it.
  entry("shared", {f64({3}), f64({5, 3})}, [](Tensor a, Tensor x) {
    Tensor e = exp(a);
    auto [carry, out] = scan(Tensors{e, e}, x, [&](Tensors c, Tensors x) {
      return Step{{c[0] * x[0], c[1] + e}, {c[0] + c[1]}};
    });
    return results({{"a", carry[0]}, {"b", carry[1]}, {"out", out[0]}});
  });
  // A loop in a loop: prefix sums along both dims.
  entry("nested", {f64({4, 3, 2})}, [](Tensor x) {
    return scan(zeros({3, 2}, f64), x,
                [](Tensor above, Tensor row) {
                  Tensor sums = scan(zeros({2}, f64), row, [](Tensor left, Tensor x) {
                                  return Step{left + x, left + x};
                                }).out[0];
                  return Step{above + sums, above + sums};
                })
        .out[0];
  });
  // What is needed of a step that is dearer than elementwise ops.
  entry("softmax", {f64({4, 2, 3}), f64({3, 3})}, [](Tensor x, Tensor w) {
    return scan(zeros({2, 3}, f64), x,
                [&](Tensor h, Tensor x) {
                  h = softmax(matmul(x + h, w), 1);
                  return Step{h, amax(h, 1)};
                })
        .out[0];
  });
  // Random numbers differ from step to step, and the gradient sees the same ones.
  entry("dropped", {f64({6, 40})}, [](Tensor x) {
    return scan(zeros({40}, f64), x,
                [](Tensor h, Tensor x) {
                  Tensor y = dropout(x, 0.5);
                  return Step{h + y, where(y == 0, 0.0, y / x)};
                })
        .out[0];
  });
  entry("kept_masks", {f64({200, 40})}, [](Tensor x) {
    Tensor kept = scan({}, x, [](Tensors, Tensors x) {
                    return Step{{}, {where(dropout(ones_like(x[0]), 0.5) != 0, 1.0, 0.0)}};
                  }).out[0];
    Tensor rate = kept.mean(),
           same = (kept.narrow(0, 1, 199) == kept.narrow(0, 0, 199)).to(f64).mean();
    return results(
        {{"rate", (abs(rate - 0.5) < 0.03).to(i64)}, {"same", (abs(same - 0.5) < 0.03).to(i64)}});
  });
}
