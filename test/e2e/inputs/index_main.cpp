// Bad indices: what each function says of them; that no state changes, to the bit; that the next
// call is one like any other. On as many threads as are asked for.
#include <cstdio>
#include <cstdlib>
#include <dlc/rt/tensor.hpp>
#include <indices.h>

using namespace dlc::runtime;

static std::vector<Tensor> states(const dlc::models::Indices &model) {
  std::vector<Tensor> all;
  for (int i = 0; i < model.program().num_states; ++i)
    all.push_back(model.state(model.program().states[i].tensor.name));
  return all;
}

static void run(dlc::models::Indices &model, const char *entry, const std::vector<Tensor> &inputs) {
  std::vector<Tensor> before = states(model);
  try {
    model.call(entry, inputs);
    std::printf("%s: done\n", entry);
  } catch (const Error &error) {
    std::vector<Tensor> after = states(model);
    bool same = true;
    for (size_t i = 0; i < after.size(); ++i)
      same &= equal(before[i], after[i]);
    std::printf("%s: status %d, %s%s\n", entry, error.status(), error.what(),
                same ? "" : "; but state was written");
  }
}

int main(int, char **arguments) {
  Context context({.threads = std::atoi(arguments[1])});
  dlc::models::Indices model(context, {.seed = 1, .flags = DLC_POISON});
  using Row = std::vector<int64_t>;
  auto row = [](const Row &numbers) {
    Tensor x = zeros({int64_t(numbers.size())}, i64);
    std::copy(numbers.begin(), numbers.end(), x.data<int64_t>());
    return x;
  };
  // Live are three of 70; the others hold -1.
  Tensor good = row({1, 0, 2});
  for (int i = 0; i < model.program().num_entries; ++i) {
    const dlc_entry_desc &entry = model.program().entries[i];
    if (entry.num_inputs == 2)
      continue;
    run(model, entry.name, {good});
    run(model, entry.name, {row({50, 1, -60})});
    run(model, entry.name, {row({50, 1, 2})});
    run(model, entry.name, {good});
  }
  run(model, "train_step", {good, good});
  run(model, "train_step", {row({0, 1, 6}), good});
  run(model, "train_step", {good, row({0, 4, 1})});
  run(model, "train_step", {good, row({-100, -100, 1})});
  run(model, "late", {good, good});
  run(model, "late", {good, row({0, 4, 1})});
  run(model, "in_a_loop", {row({1, 2, 2}), good});
  run(model, "in_a_loop", {row({1, 2, 3}), good});
  run(model, "in_a_branch", {row({6, 0}), row({1, 0})});
  run(model, "in_a_branch", {row({6, 0}), row({2, 0})});
  run(model, "in_a_while", {good, row({6, 0, 0})});
  run(model, "in_a_while", {good, row({7, 0, 0})});
  run(model, "train_step", {good, good});
}
