//===- Wishes.cpp - the check.* attributes of an entry ------------------------------------===//
//   check.inputs = [dense<...> : tensor<...>, ...]   the inputs, in the live shape at check.dims
//   check.dims = [3, ...]                            the extents for that; the bounds without it
//   check.expect = [dense<...> : tensor<...>, ...]   the results, to check.tolerance : f64
//   check.times = 3                                  calls before the results are looked at
//   check.ranges = [[-1.0, 1.0], ...]                of random inputs, one per input
//   check.same_as = @g                               @g must give the same for the same inputs
//   check.gradient [= 1.0e-5]                        finite differences; a relative tolerance
//===--------------------------------------------------------------------------------===//
#include "tools/dlc-check/Checker.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::check;

static bool readTensors(ir::EntryOp entry, StringRef name, Attribute attr, size_t count,
                        std::vector<Tensor> &tensors) {
  auto array = dyn_cast<ArrayAttr>(attr);
  if (!array || array.size() != count || !llvm::all_of(array, llvm::IsaPred<DenseElementsAttr>)) {
    entry.emitOpError(name) << " is not " << count << " dense tensors";
    return false;
  }
  for (Attribute tensor : array)
    tensors.push_back(tensorOf(cast<DenseElementsAttr>(tensor)));
  return true;
}

static std::optional<double> numberOf(Attribute attr) {
  if (auto number = dyn_cast<FloatAttr>(attr))
    return number.getValueAsDouble();
  if (auto number = dyn_cast<IntegerAttr>(attr))
    return double(number.getInt());
  return std::nullopt;
}

static bool readRanges(ir::EntryOp entry, Attribute attr, std::vector<Range> &ranges) {
  auto array = dyn_cast<ArrayAttr>(attr);
  bool good = array && array.size() == entry.getInputs().size();
  for (size_t i = 0; good && i < array.size(); ++i) {
    auto pair = dyn_cast<ArrayAttr>(array[i]);
    good = pair && pair.size() == 2 && numberOf(pair[0]) && numberOf(pair[1]);
    if (good)
      ranges.push_back({*numberOf(pair[0]), *numberOf(pair[1])});
  }
  if (!good)
    entry.emitOpError("check.ranges is not one [low, high] for each of ")
        << entry.getInputs().size() << " inputs";
  return good;
}

bool check::readWishes(ir::EntryOp entry, Wishes &wishes) {
  bool good = true;
  auto wrong = [&](StringRef name, const Twine &what) {
    entry.emitOpError(name) << " " << what.str();
    good = false;
  };
  for (NamedAttribute named : llvm::to_vector(entry->getDiscardableAttrs())) {
    StringRef name = named.getName();
    Attribute attr = named.getValue();
    if (!name.starts_with("check."))
      continue;
    entry->removeDiscardableAttr(named.getName());
    if (name == "check.inputs")
      good &= readTensors(entry, name, attr, entry.getInputs().size(), wishes.inputs);
    else if (name == "check.expect")
      good &= readTensors(entry, name, attr, entry.getResults().size(), wishes.expect);
    else if (name == "check.ranges")
      good &= readRanges(entry, attr, wishes.ranges);
    else if (name == "check.same_as" && isa<FlatSymbolRefAttr>(attr))
      wishes.sameAs = cast<FlatSymbolRefAttr>(attr).getValue().str();
    else if (name == "check.tolerance" && isa<FloatAttr>(attr))
      wishes.tolerance = *numberOf(attr);
    else if (name == "check.gradient" && isa<UnitAttr, FloatAttr>(attr))
      wishes.gradient = isa<UnitAttr>(attr) ? 1e-6 : *numberOf(attr);
    else if (name == "check.times" && isa<IntegerAttr>(attr))
      wishes.times = int(*numberOf(attr));
    else if (name == "check.dims" && isa<ArrayAttr>(attr))
      for (Attribute number : cast<ArrayAttr>(attr))
        wishes.dims.push_back(int64_t(numberOf(number).value_or(0)));
    else
      wrong(name, "is no attribute of dlc-check, or not of the kind it takes (see "
                  "tools/dlc-check/Wishes.cpp)");
  }
  auto program = entry->getParentOfType<ir::ProgramOp>();
  if (!wishes.sameAs.empty() && !program.lookupSymbol<ir::EntryOp>(wishes.sameAs))
    wrong("check.same_as", "names @" + wishes.sameAs + ", which is no entry");
  if (!wishes.dims.empty() && wishes.dims.size() != program.getDims().size())
    wrong("check.dims",
          "is not one extent for each of " + Twine(program.getDims().size()) + " dims");
  return good;
}
