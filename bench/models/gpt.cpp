// A character-level GPT-2: 4 layers, 256 wide, 4 heads, 128 steps, batch 8.
#include <cmath>
#include <dlc/dlc.h>
using namespace dlc;

constexpr int vocabulary = 65, width = 256, heads = 4, layers = 4, steps = 128;

struct Attention : nn::Module {
  nn::Linear qkv{width, 3 * width}, project{width, width};
  DLC_MODULE(qkv, project)

  Tensor forward(Tensor x, Tensor future) {
    Dim n = x.size(0);
    Tensors parts = qkv(x).view(n, steps, 3, heads, width / heads).permute(2, 0, 3, 1, 4).unbind(0);
    Tensor q = parts[0], k = parts[1], v = parts[2];
    Tensor scores = q.matmul(k.transpose(-2, -1)) * (1 / std::sqrt(width / heads));
    Tensor weights = scores.masked_fill(future, -INFINITY).softmax(-1);
    return project(weights.matmul(v).transpose(1, 2).reshape(n, steps, width));
  }
};

struct Block : nn::Module {
  nn::LayerNorm norm1{width}, norm2{width};
  Attention attention;
  nn::Linear fc{width, 4 * width}, project{4 * width, width};
  DLC_MODULE(norm1, attention, norm2, fc, project)

  Tensor forward(Tensor x, Tensor future) {
    x = x + attention(norm1(x), future);
    return x + project(gelu(fc(norm2(x))));
  }
};

struct Gpt : nn::Module {
  nn::Embedding token{vocabulary, width}, position{steps, width};
  Block blocks[layers];
  nn::LayerNorm norm{width};
  nn::Linear head{width, vocabulary};
  DLC_MODULE(token, position, blocks, norm, head)

  Tensor forward(Tensor x) { // [n, steps]
    Tensor future = ones({steps, steps}, boolean).triu(1);
    x = token(x) + position(arange(steps));
    for (Block &block : blocks)
      x = block(x, future);
    return head(norm(x)); // [n, steps, vocabulary]
  }
};

DLC_PROGRAM(gpt) {
  Gpt net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 8);

  entry("train_step", {i64({n, steps}), i64({n, steps})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x).flatten(0, 1), y.flatten());
    loss.backward();
    opt.step();
    return loss;
  });
}
