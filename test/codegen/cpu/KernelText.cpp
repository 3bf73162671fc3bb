//===- KernelText.cpp - kernels for the tests, as text -----------------------------===//
#include "KernelText.h"
#include <algorithm>
#include <sstream>

static std::string elementOf(const std::string &type) {
  return type.find('x') == std::string::npos ? type : type.substr(type.rfind('x') + 1);
}

std::string KernelText::use(const OperandText &operand) {
  if (std::find(made.begin(), made.end(), operand.name) != made.end())
    return operand.name;
  const bool local = operand.name[0] == '%';
  auto &list = local ? allocas : arguments;
  bool known = false;
  for (const OperandText &other : list)
    known |= other.name == operand.name;
  if (!known)
    list.push_back(operand);
  return local ? operand.name : "%" + operand.name;
}

void KernelText::fill(const OperandText &out, const std::string &value) {
  const std::string constant = "%fill" + std::to_string(constants++), element = elementOf(out.type);
  const std::string name = use(out);
  stages += "    " + constant + " = arith.constant " + value + " : " + element +
            "\n    linalg.fill ins(" + constant + " : " + element + ") outs(" + name +
            " : memref<" + out.type + ">)\n";
}

void KernelText::padded(const OperandText &from, const OperandText &to,
                        const std::vector<std::int64_t> &low, const std::string &value) {
  std::string starts, sizes, lows, sep;
  std::istringstream shape(from.type);
  for (std::int64_t before : low) {
    std::string size;
    std::getline(shape, size, 'x');
    starts += sep + "0";
    sizes += sep + size;
    lows += sep + std::to_string(before);
    sep = ", ";
  }
  const std::string name = use(from);
  made.push_back(to.name);
  stages += "    " + to.name + " = step.padded " + name + " starts = [" + starts + "] sizes = [" +
            sizes + "] low = [" + lows + "] value = " + value + " : memref<" + from.type +
            "> to memref<" + to.type + ">\n";
}

void KernelText::generic(const std::vector<LoopText> &loops, const std::vector<OperandText> &ins,
                         const std::vector<OperandText> &outs, const std::string &body) {
  std::ostringstream os;
  std::string dims, kinds, extents, maps, operands[2], types[2], arguments;
  for (std::size_t i = 0; i < loops.size(); ++i) {
    const std::string comma = i ? ", " : "";
    dims += comma + "d" + std::to_string(i);
    kinds += comma + (loops[i].kind == 'p' ? "\"parallel\"" : "\"reduction\"");
    extents += comma + "affine_map<(n) -> (" +
               (loops[i].live.empty() ? std::to_string(loops[i].bound) : loops[i].live) + ")>";
  }
  // A loop that is no plain dimension of any map needs an operand that says its bound.
  std::vector<OperandText> inputs = ins;
  for (std::size_t i = 0; i < loops.size(); ++i) {
    const std::string dim = "d" + std::to_string(i);
    bool plain = false;
    for (const auto *list : {&ins, &outs})
      for (const OperandText &operand : *list)
        plain |= (", " + operand.map + ",").find(", " + dim + ",") != std::string::npos;
    if (!plain)
      inputs.push_back(
          {"%dummy" + std::to_string(constants++), std::to_string(loops[i].bound) + "xf32", dim});
  }
  int position = 0;
  for (int k = 0; k < 2; ++k)
    for (const OperandText &operand : k ? outs : inputs) {
      const std::string comma = operands[k].empty() ? "" : ", ";
      operands[k] += comma + use(operand);
      types[k] += comma + "memref<" + operand.type + ">";
      maps +=
          std::string(position ? ", " : "") + "affine_map<(" + dims + ") -> (" + operand.map + ")>";
      const bool dummy = operand.name.rfind("%dummy", 0) == 0;
      arguments += std::string(position ? ", " : "") +
                   (dummy ? "%unused" + std::to_string(position)
                          : (k ? "%o" : "%i") +
                                std::to_string(dummy ? 0
                                               : k   ? position - static_cast<int>(inputs.size())
                                                     : position)) +
                   ": " + elementOf(operand.type);
      ++position;
    }
  os << "    linalg.generic {indexing_maps = [" << maps << "], iterator_types = [" << kinds << "]}";
  if (!operands[0].empty())
    os << " ins(" << operands[0] << " : " << types[0] << ")";
  os << " outs(" << operands[1] << " : " << types[1] << ") attrs = {dlc.extents = [" << extents
     << "]} {\n    ^bb0(" << arguments << "):\n"
     << body << "\n    }\n";
  stages += os.str();
}

std::string KernelText::text() const {
  std::string result = "func.func @kernel(", sep;
  for (const OperandText &argument : arguments) {
    result += sep + "%" + argument.name + ": memref<" + argument.type + ">";
    if (!argument.live.empty())
      result += " {dlc.rows = affine_map<(n) -> (" + argument.live + ")>}";
    sep = ", ";
  }
  result += sep + "%n: index) attributes {dlc.kernel} {\n";
  for (const OperandText &local : allocas)
    result += "    " + local.name + " = memref.alloca() : memref<" + local.type + ">\n";
  return result + stages + "    return\n}\n";
}
