// The C++ side: trains the model of model.cpp on points made here, then asks it about new ones.
#include "circle.h"

#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

struct Points {
  std::vector<float> x; // [n,2]
  std::vector<int64_t> y;
};

static Points draw(std::mt19937 &random, int64_t n) {
  std::uniform_real_distribution<float> coordinate(-1, 1);
  Points points;
  for (int64_t i = 0; i < n; ++i) {
    float a = coordinate(random), b = coordinate(random);
    points.x.insert(points.x.end(), {a, b});
    points.y.push_back(std::hypot(a, b) < 0.7f);
  }
  return points;
}

int main() try {
  dlc::rt::Context context;
  dlc::models::Circle net(context, {.seed = 7});
  std::printf("%d threads, %llu bytes at most\n", context.threads(),
              static_cast<unsigned long long>(CIRCLE_PEAK_BYTES(context.threads())));

  std::mt19937 random(1);
  for (int step = 0; step < 600; ++step) {
    // Any batch from 1 to the bound of 256 runs in the same program.
    int64_t n = step % 2 ? 256 : 100;
    Points batch = draw(random, n);
    float loss;
    net.train_step(batch.x.data(), batch.y.data(), &loss, n);
    if (step % 100 == 99)
      std::printf("step %d: loss %.3f\n", step + 1, loss);
  }

  Points test = draw(random, 250);
  std::vector<float> probability(2 * 250);
  net.predict(test.x.data(), probability.data(), 250);
  int correct = 0;
  for (int i = 0; i < 250; ++i)
    correct += (probability[2 * i + 1] > 0.5f) == (test.y[i] == 1);
  std::printf("%d of 250 new points are right\n", correct);

  net.save("circle.safetensors", DLC_WEIGHTS); // main.c reads it
  std::printf("the first weight is %.4f\n", net.read<float>("fc1.weight")[0]);
  return correct < 225;
} catch (const std::exception &error) {
  std::fprintf(stderr, "circle: %s\n", error.what());
  return 1;
}
