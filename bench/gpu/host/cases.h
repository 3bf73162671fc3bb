// A case: a kernel with its operands, and what its results ought to be, in double, row by row.
#ifndef DLC_BENCH_GPU_HOST_CASES_H
#define DLC_BENCH_GPU_HOST_CASES_H

#include "device.h"
#include "numbers.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

struct Operand {
  enum Role { Input, Output };

  std::string name;
  Role role;
  Type type;
  size_t count;
  double scale = 1, offset = 0; // of random inputs
  std::vector<char> data = {};

  float value(size_t i) const { return decode(type, data.data(), i); }
  std::vector<float> values() const { return decoded(type, data.data(), count); }
};

// A matrix that a kernel made. A row is right by the norm of its error, and each number by itself.
struct Result {
  std::string name;
  size_t rows, columns;
  double tolerance; // of the error's norm, relative
  double rowCost;   // of expected(), in products
  std::function<void(size_t row, double *values)> expected;
  std::function<double(size_t row, size_t column)> got;
};

class Case {
public:
  Case(const Entry &entry, std::vector<Operand> operands)
      : entry(entry), operands(std::move(operands)) {}
  virtual ~Case() = default;

  // Random inputs. What must fit other inputs is computed from them.
  virtual void prepare(uint64_t seed);
  // After the outputs were read. What they refer to is this case.
  virtual std::vector<Result> results() = 0;
  virtual Arguments arguments(Device &device, const std::vector<Buffer> &buffers);

  size_t bytes() const; // of all operands, each read or written once
  double flops = 0;     // 0: bandwidth is what counts

  const Entry entry;
  std::vector<Operand> operands;

protected:
  // An output operand as a result.
  Result result(const Operand &operand, size_t columns, double tolerance, double rowCost,
                std::function<void(size_t, double *)> expected);
};

// A case's operands on a device.
class Placed {
public:
  Placed(Device &device, Case &c);

  // Poisons the outputs.
  void reset();
  // Reads the outputs into the case. False if a kernel wrote behind an operand's end.
  bool read(Case &c);

  std::vector<Buffer> buffers;
  Arguments arguments;

private:
  std::vector<size_t> outputs; // which of the buffers
};

std::unique_ptr<Case> makeCase(const Entry &entry);
std::unique_ptr<Case> makeRowCase(const Entry &entry);     // null: not one of them
std::unique_ptr<Case> makeProductCase(const Entry &entry); // null: not one of them

#endif // DLC_BENCH_GPU_HOST_CASES_H
