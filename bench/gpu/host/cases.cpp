// What all cases share: random inputs, arguments, outputs as matrices.
#include "cases.h"

void Case::prepare(uint64_t seed) {
  for (Operand &operand : operands) {
    operand.data.resize(operand.count * sizeOf(operand.type));
    if (operand.role == Operand::Input)
      fillRandom(operand.type, operand.data.data(), operand.count, seed += 0x632be59bd9b4e019ull,
                 operand.scale, operand.offset);
  }
}

Arguments Case::arguments(Device &, const std::vector<Buffer> &buffers) {
  Arguments list;
  for (const Buffer &buffer : buffers)
    list.add(buffer.pointer);
  return list;
}

size_t Case::bytes() const {
  size_t sum = 0;
  for (const Operand &operand : operands)
    sum += operand.count * sizeOf(operand.type);
  return sum;
}

Result Case::result(const Operand &operand, size_t columns, double tolerance, double rowCost,
                    std::function<void(size_t, double *)> expected) {
  return {operand.name,
          operand.count / columns,
          columns,
          tolerance,
          rowCost,
          std::move(expected),
          [&operand, columns](size_t row, size_t column) {
            return operand.value(row * columns + column);
          }};
}

Placed::Placed(Device &device, Case &c) {
  for (const Operand &operand : c.operands) {
    if (operand.role == Operand::Input) {
      buffers.emplace_back(device, operand.data.data(), operand.data.size());
      continue;
    }
    outputs.push_back(buffers.size());
    buffers.emplace_back(device, operand.data.size());
  }
  arguments = c.arguments(device, buffers);
}

void Placed::reset() {
  for (size_t i : outputs)
    buffers[i].poison();
}

bool Placed::read(Case &c) {
  bool intact = true;
  for (const Buffer &buffer : buffers)
    intact &= buffer.intact();
  for (size_t i : outputs)
    buffers[i].read(c.operands[i].data.data());
  return intact;
}

std::unique_ptr<Case> makeCase(const Entry &entry) {
  if (auto c = makeRowCase(entry))
    return c;
  if (auto c = makeProductCase(entry))
    return c;
  throw Error(entry.name + ": nothing knows what " + entry.op + " computes");
}
