// Which rows are compared, what counts as wrong, and how wrong places are described.
#include "compare.h"

#include <algorithm>
#include <atomic>
#include <bitset>
#include <cmath>
#include <mutex>
#include <random>

namespace {

// A number may be off by this many tolerances, of its size and the typical size together.
constexpr double Slack = 4;
constexpr size_t Tile = 16;

// Where wrong numbers are, so that a wrong layout shows as one.
class Pattern {
public:
  void add(size_t row, size_t column, double expected, double got) {
    if (!count++)
      first = "first at row " + std::to_string(row) + ", column " + std::to_string(column) + ": " +
              std::to_string(got) + " instead of " + std::to_string(expected);
    inRows.set(row % Tile);
    inColumns.set(column % Tile);
  }

  std::string text() const {
    if (!count)
      return "";
    return first + "; rows mod 16: " + listed(inRows) + "; columns mod 16: " + listed(inColumns);
  }

private:
  static std::string listed(const std::bitset<Tile> &set) {
    if (set.all())
      return "all";
    std::string list;
    for (size_t i = 0; i < Tile; ++i)
      if (set[i])
        list += (list.empty() ? "" : " ") + std::to_string(i);
    return list;
  }

  size_t count = 0;
  std::string first;
  std::bitset<Tile> inRows, inColumns;
};

std::vector<size_t> chosenRows(const Result &result, double budget, uint64_t seed) {
  size_t count = std::clamp<size_t>(static_cast<size_t>(budget / std::max(result.rowCost, 1.0)),
                                    std::min<size_t>(result.rows, 64), result.rows);
  std::mt19937_64 random(seed);
  std::vector<size_t> rows;
  for (size_t i = 0; i < count; ++i) {
    size_t first = result.rows * i / count, last = result.rows * (i + 1) / count;
    rows.push_back(first + random() % (last - first));
  }
  return rows;
}

size_t countMissing(const Result &result) {
  std::atomic<size_t> missing = 0;
  inParallel(result.rows, [&](size_t first, size_t last) {
    size_t own = 0;
    for (size_t row = first; row < last; ++row)
      for (size_t column = 0; column < result.columns; ++column)
        own += !std::isfinite(result.got(row, column));
    missing += own;
  });
  return missing;
}

} // namespace

Comparison compare(const Result &result, double budget, uint64_t seed) {
  std::vector<size_t> rows = chosenRows(result, budget, seed);
  std::vector<double> expected(rows.size() * result.columns);
  // The two rows of gradients are computed in parallel inside.
  if (rows.size() > 2)
    inParallel(rows.size(), [&](size_t first, size_t last) {
      for (size_t i = first; i < last; ++i)
        result.expected(rows[i], expected.data() + i * result.columns);
    });
  else
    for (size_t i = 0; i < rows.size(); ++i)
      result.expected(rows[i], expected.data() + i * result.columns);

  Comparison c;
  c.rows = rows.size();
  c.values = expected.size();
  c.tolerance = result.tolerance;
  c.missing = countMissing(result);
  double norm = 0, difference = 0;
  for (double value : expected)
    norm += value * value;
  double typical = std::sqrt(norm / static_cast<double>(expected.size()));
  Pattern pattern;
  for (size_t i = 0; i < expected.size(); ++i) {
    size_t row = rows[i / result.columns], column = i % result.columns;
    double got = result.got(row, column), off = std::fabs(got - expected[i]);
    if (std::isfinite(got)) {
      difference += off * off;
      c.largest = std::max(c.largest, typical > 0 ? off / typical : off);
    }
    if (!(off <= Slack * result.tolerance * (std::fabs(expected[i]) + typical))) {
      ++c.wrong;
      pattern.add(row, column, expected[i], got);
    }
  }
  c.error = norm > 0 ? std::sqrt(difference / norm) : std::sqrt(difference);
  c.where = pattern.text();
  return c;
}
