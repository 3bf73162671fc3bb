//===- Types.cpp - shapes with liveness, and the #dlc.live attribute ----------===//
#include "ir/graph/Types.h"
#include "ir/graph/Dialect.h"

using namespace mlir;
using namespace dlc::ir;

SmallVector<LiveDim> dlc::ir::liveOf(RankedTensorType type) {
  if (auto live = dyn_cast_or_null<LiveAttr>(type.getEncoding()))
    return SmallVector<LiveDim>(live.getDims());
  return SmallVector<LiveDim>(type.getRank());
}

RankedTensorType dlc::ir::tensorOf(ArrayRef<int64_t> shape, ArrayRef<LiveDim> live, Type element) {
  Attribute encoding;
  if (llvm::any_of(live, [](const LiveDim &dim) { return bool(dim.symbol); }))
    encoding = LiveAttr::get(element.getContext(), live);
  return RankedTensorType::get(shape, element, encoding);
}

RankedTensorType dlc::ir::withElement(RankedTensorType type, Type element) {
  return RankedTensorType::get(type.getShape(), element, type.getEncoding());
}

Type dlc::ir::maskOf(Type type) {
  return withElement(cast<RankedTensorType>(type), IntegerType::get(type.getContext(), 1));
}

int64_t dlc::ir::bytesOf(Type shaped) {
  auto type = cast<ShapedType>(shaped);
  return type.getNumElements() * std::max<int64_t>(1, type.getElementTypeBitWidth() / 8);
}

RankedTensorType dlc::ir::withoutLive(RankedTensorType type) {
  return RankedTensorType::get(type.getShape(), type.getElementType());
}

std::string dlc::ir::describe(const LiveDim &live) {
  if (!live.symbol)
    return "*";
  std::string text = live.mul == 1 ? "" : std::to_string(live.mul) + "*";
  text += live.symbol.str();
  return live.add ? text + "+" + std::to_string(live.add) : text;
}

/// An element type by the name that it has for a user.
static std::string nameOf(Type element) {
  if (element.isInteger(1))
    return "bool";
  if (element.isInteger(8))
    return "u8";
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return name;
}

std::string dlc::ir::describe(RankedTensorType type) {
  std::string text = "[";
  llvm::raw_string_ostream out(text);
  llvm::interleaveComma(llvm::zip(type.getShape(), liveOf(type)), out, [&](auto axis) {
    auto [size, live] = axis;
    if (live.symbol)
      out << describe(live) << "<=";
    out << size;
  });
  out << "] of " << nameOf(type.getElementType());
  return text;
}

void LiveAttr::print(AsmPrinter &printer) const {
  printer << "<";
  llvm::interleaveComma(getDims(), printer, [&](const LiveDim &dim) {
    if (!dim.symbol) {
      printer << "*";
      return;
    }
    if (dim.mul != 1)
      printer << dim.mul << " * ";
    printer.printKeywordOrString(dim.symbol);
    if (dim.add)
      printer << " + " << dim.add;
  });
  printer << ">";
}

Attribute LiveAttr::parse(AsmParser &parser, Type) {
  SmallVector<LiveDim> dims;
  auto parseDim = [&]() -> ParseResult {
    LiveDim &dim = dims.emplace_back();
    if (succeeded(parser.parseOptionalStar()))
      return success();
    OptionalParseResult mul = parser.parseOptionalInteger(dim.mul);
    if (mul.has_value() && (failed(*mul) || parser.parseStar()))
      return failure();
    std::string symbol;
    if (parser.parseKeywordOrString(&symbol))
      return failure();
    dim.symbol = StringAttr::get(parser.getContext(), symbol);
    return succeeded(parser.parseOptionalPlus()) ? parser.parseInteger(dim.add) : success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, parseDim))
    return {};
  auto error = [&] { return parser.emitError(parser.getNameLoc()); };
  return LiveAttr::getChecked(error, parser.getContext(), ArrayRef<LiveDim>(dims));
}

LogicalResult LiveAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                               ArrayRef<LiveDim> dims) {
  for (const LiveDim &dim : dims)
    if (dim.symbol && (dim.mul < 1 || dim.add < 0))
      return emitError()
             << "a live extent is mul*symbol+add with mul at least 1 and add at least 0, got "
             << describe(dim);
  return success();
}
