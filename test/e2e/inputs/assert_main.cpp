// Assertions that hold and that do not: what they say, and that a weight keeps its value.
#include <asserting.h>
#include <cstdio>
#include <dlc/rt/tensor.hpp>

using namespace dlc::runtime;

static void run(dlc::models::Asserting &model, const char *entry, const Tensor &x) {
  try {
    print(entry, model.call(entry, {x})[0]);
  } catch (const Error &error) {
    std::printf("%s: status %d, %s\n", entry, error.status(), error.what());
  }
  print("w", model.state("w"));
}

int main() {
  Context context({.threads = 2});
  dlc::models::Asserting model(context);
  Tensor good = ones({3, 2}), bad = tensor({{1., 1.}, {1., -1.}, {-1., 1.}});
  for (const char *entry : {"elementwise", "product", "in_a_loop"}) {
    model.set_state("w", ones({2, 2}));
    run(model, entry, bad);
    run(model, entry, good);
  }
}
