// Trains each network of optimizer_tables_model.cpp for 1001 steps from the table's start and
// compares the parameters with those of every hundredth step:
//
//   optimizer_tables optim_baseline.csv
//
// A row of the table is an optimiser, the number of a step and 13 parameters: fc1's weight and
// bias, fc2's weight and bias.
#include "dlc/rt/model.hpp"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

extern "C" const dlc_program_desc dlc_program_optimizer_tables;

using Parameters = std::vector<double>;
using Table = std::map<std::string, std::map<int, Parameters>>;

static Table readTable(const char *path) {
  std::ifstream file(path);
  Table table;
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    std::string name, cell;
    std::getline(cells, name, ',');
    if (name == "optimizer" || name[0] == '#')
      continue;
    std::getline(cells, cell, ',');
    Parameters &parameters = table[name][std::stoi(cell)];
    while (std::getline(cells, cell, ','))
      parameters.push_back(std::stod(cell));
    if (parameters.size() != 13)
      throw std::runtime_error(std::string(path) + ": a row of " + name + " has no 13 parameters");
  }
  if (!table.count("START"))
    throw std::runtime_error(std::string(path) + ": no row of the start");
  return table;
}

static const std::pair<const char *, size_t> states[] = {
    {".fc1.weight", 6}, {".fc1.bias", 3}, {".fc2.weight", 3}, {".fc2.bias", 1}};

/// How far the parameters are from the table's, at most over all samples.
static double train(dlc::rt::Model &model, const std::string &name, const Parameters &start,
                    const std::map<int, Parameters> &samples) {
  const double *next = start.data();
  for (auto [state, count] : states) {
    model.write(name + state, next, count);
    next += count;
  }
  const double x[] = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
  double loss, worst = 0;
  for (int step = 0; step <= 1000; ++step) {
    model.run(name.c_str(), {x}, {&loss});
    auto sample = samples.find(step);
    if (sample == samples.end())
      continue;
    auto wanted = sample->second.begin();
    for (auto [state, count] : states)
      for (double value : model.read<double>(name + state)) {
        double error = std::abs(value - *wanted) / std::max(1.0, std::abs(*wanted));
        if (!(error <= worst)) // a NaN is the worst
          worst = error;
        ++wanted;
      }
  }
  return worst;
}

int main(int, char **argv) try {
  Table table = readTable(argv[1]);
  dlc::rt::Context context;
  dlc::rt::Model model(context, dlc_program_optimizer_tables);
  int compared = 0, wrong = 0;
  for (auto &[name, samples] : table) {
    if (name == "START" || name.rfind("LBFGS", 0) == 0)
      continue;
    double error = train(model, name, table.at("START").at(-1), samples);
    bool agrees = error <= 1e-12;
    std::printf("%s: %zu samples, off by %.2g%s\n", name.c_str(), samples.size(), error,
                agrees ? "" : ", which is WRONG");
    compared += samples.size() == 11;
    wrong += !agrees;
  }
  std::printf("%d settings compared, %d wrong\n", compared, wrong);
  return wrong != 0 || compared != 17;
} catch (const std::exception &error) {
  std::fprintf(stderr, "optimizer_tables: %s\n", error.what());
  return 1;
}
