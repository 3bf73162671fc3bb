//===- Ranges.cpp - the numbers that a tensor of ints can hold ----------------------===//
// For indices that the compiler makes itself, or that the user has kept in bounds: arange, argmax,
// sort, randint, clamp, a remainder, a constant. What is not known has no range.
//
//   dlc.argmax of 8x10 along 1                        0..9
//   dlc.iota along a dim of which n are live          0.., below n
//   dlc.minimum %x, 9 with dlc.maximum %x, 0          0..9
//===--------------------------------------------------------------------------===//
#include "passes/simplify/Ranges.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

int64_t Size::least() const {
  return live.symbol ? live.mul + live.add : bound; // dims are 1 at least
}

bool dlc::isWithin(const IntRange &range, const Size &size, bool wraps) {
  bool low = range.low >= 0 || (wraps && range.low >= -size.least());
  bool same = range.below && size.live.symbol && range.below->live.symbol == size.live.symbol &&
              range.below->live.mul == size.live.mul && range.below->live.add <= size.live.add;
  return low && (range.high < size.least() || same);
}

/// Everything that the type holds.
static IntRange allOf(Value value) {
  unsigned width = typeOf(value).getElementType().getIntOrFloatBitWidth();
  if (width <= 8)
    return {0, int64_t(llvm::maxUIntN(width))};
  return {llvm::minIntN(width), llvm::maxIntN(width)};
}

static IntRange indicesOf(RankedTensorType type, int64_t dim) {
  int64_t bound = type.getDimSize(dim);
  LiveDim live = liveOf(type)[dim];
  return {0, bound - 1, live.symbol ? std::optional(Size{bound, live}) : std::nullopt};
}

static IntRange united(const IntRange &one, const IntRange &two) {
  if (one.low > one.high || two.low > two.high) // nothing lies in one of them
    return one.low > one.high ? two : one;
  IntRange both{std::min(one.low, two.low), std::max(one.high, two.high)};
  // A bound of one side holds for both if the other never exceeds it.
  for (auto [side, other] : {std::pair(&one, &two), std::pair(&two, &one)})
    if (side->below && isWithin({0, other->high, other->below}, *side->below, false))
      both.below = side->below;
  return both;
}

/// From the sums, products and so on of the ends; nothing if one does not fit.
template <class Function>
static std::optional<IntRange> combined(const IntRange &lhs, const IntRange &rhs,
                                        Function overflows) {
  IntRange all{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
  for (int64_t one : {lhs.low, lhs.high})
    for (int64_t two : {rhs.low, rhs.high}) {
      int64_t result;
      if (overflows(one, two, result))
        return std::nullopt;
      all.low = std::min(all.low, result);
      all.high = std::max(all.high, result);
    }
  return all;
}

static std::optional<IntRange> ofConstant(ElementsAttr numbers) {
  if (!numbers.getElementType().isInteger() || numbers.empty())
    return std::nullopt;
  bool isSigned = numbers.getElementType().getIntOrFloatBitWidth() > 8;
  std::optional<IntRange> range;
  for (const APInt &number : numbers.getValues<APInt>()) {
    int64_t value = isSigned ? number.getSExtValue() : int64_t(number.getZExtValue());
    range = range ? united(*range, {value, value}) : IntRange{value, value};
  }
  return range;
}

/// A number in every element.
std::optional<int64_t> Ranges::numberOf(Value value) {
  std::optional<IntRange> range = of(value);
  return range && range->low == range->high ? std::optional(range->low) : std::nullopt;
}

IntRange Ranges::ofAny(Value value) { return of(value).value_or(allOf(value)); }

IntRange Ranges::ofLarger(Value lhs, Value rhs) {
  IntRange one = ofAny(lhs), two = ofAny(rhs);
  return {std::max(one.low, two.low), std::max(one.high, two.high), united(one, two).below};
}
IntRange Ranges::ofSmaller(Value lhs, Value rhs) {
  IntRange one = ofAny(lhs), two = ofAny(rhs);
  return {std::min(one.low, two.low), std::min(one.high, two.high),
          one.below ? one.below : two.below};
}

std::optional<IntRange> Ranges::ofRemainder(Value lhs, Value rhs) {
  std::optional<int64_t> by = numberOf(rhs);
  std::optional<IntRange> range = of(lhs);
  if (!by || *by <= 0)
    return std::nullopt;
  return IntRange{range && range->low >= 0 ? 0 : 1 - *by, *by - 1};
}

/// What `value`, of this range, can be where `mask` is `set`: comparisons of it with a number, and
/// what they make together.
IntRange Ranges::narrowed(IntRange range, Value value, Value mask, bool set) {
  Operation *op = mask.getDefiningOp();
  if (!op || range.low > range.high)
    return range;
  if (auto negation = dyn_cast<NotOp>(op))
    return narrowed(range, value, negation.getX(), !set);
  if (op->getNumOperands() != 2)
    return range;
  Value lhs = op->getOperand(0), rhs = op->getOperand(1);
  if (set ? isa<AndOp>(op) : isa<OrOp>(op)) // both
    return narrowed(narrowed(range, value, lhs, set), value, rhs, set);
  if (isa<AndOp, OrOp>(op)) // one of them
    return united(narrowed(range, value, lhs, set), narrowed(range, value, rhs, set));
  std::optional<int64_t> number = numberOf(rhs);
  constexpr int64_t far = int64_t(1) << 62; // so that 1 may be added
  if (!number || *number < -far || *number > far)
    return range;
  if (isa<NotEqualOp>(op) && typeOf(lhs).getElementType().isInteger(1))
    return narrowed(range, value, lhs, set != bool(*number));
  if (lhs != value)
    return range;
  if (set ? isa<EqualOp>(op) : isa<NotEqualOp>(op))
    return {std::max(range.low, *number), std::min(range.high, *number), range.below};
  if (!isa<LessOp, LessEqualOp, GreaterOp, GreaterEqualOp>(op))
    return range;
  bool itself = isa<LessEqualOp, GreaterEqualOp>(op) == set;
  if (isa<LessOp, LessEqualOp>(op) == set)
    range.high = std::min(range.high, itself ? *number : *number - 1);
  else
    range.low = std::max(range.low, itself ? *number : *number + 1);
  return range;
}

/// What a choice takes where its mask is `set`. A sum with the value that the mask speaks of, as
/// in `where(i < 0, i + n, i)`, is narrowed with it.
IntRange Ranges::ofSide(Value side, Value mask, bool set) {
  IntRange range = narrowed(ofAny(side), side, mask, set), all = allOf(side);
  auto sum = side.getDefiningOp<AddOp>();
  std::optional<int64_t> more = sum ? numberOf(sum.getRhs()) : std::nullopt;
  if (!more)
    return range;
  IntRange part = narrowed(ofAny(sum.getLhs()), sum.getLhs(), mask, set);
  std::optional<IntRange> other = combined(part, {*more, *more}, llvm::AddOverflow<int64_t>);
  if (other && other->low >= all.low && other->high <= all.high) {
    range.low = std::max(range.low, other->low);
    range.high = std::min(range.high, other->high);
  }
  return range;
}

IntRange Ranges::ofChoice(SelectOp select) {
  IntRange taken = ofSide(select.getLhs(), select.getMask(), true);
  return united(taken, ofSide(select.getRhs(), select.getMask(), false));
}

std::optional<IntRange> Ranges::ofOp(Operation *op, unsigned result) {
  if (auto splat = dyn_cast<SplatOp>(op)) {
    auto number = dyn_cast<IntegerAttr>(splat.getValue());
    if (!number)
      return std::nullopt;
    int64_t value = number.getType().getIntOrFloatBitWidth() > 8
                        ? number.getValue().getSExtValue()
                        : int64_t(number.getValue().getZExtValue());
    return IntRange{value, value};
  }
  if (auto constant = dyn_cast<ConstantOp>(op))
    return ofConstant(constant.getValue());
  if (auto iota = dyn_cast<IotaOp>(op))
    return indicesOf(iota.getType(), iota.getDim());
  if (auto sort = dyn_cast<ArgsortOp>(op))
    return indicesOf(typeOf(sort.getX()), sort.getDim());
  if (auto largest = dyn_cast<ArgmaxOp>(op))
    return result == 0 ? std::optional(indicesOf(typeOf(largest.getX()), largest.getDim()))
                       : of(largest.getX());
  if (auto running = dyn_cast<CummaxOp>(op))
    return result == 1 ? std::optional(indicesOf(typeOf(running.getX()), running.getDim()))
                       : of(running.getX());
  if (isa<Movement, CopyOp, BarrierOp, DetachOp>(op))
    return of(op->getOperand(0));
  if (auto convert = dyn_cast<ConvertOp>(op))
    return of(convert.getX());
  if (auto select = dyn_cast<SelectOp>(op))
    return ofChoice(select);
  if (auto gather = dyn_cast<GatherOp>(op)) {
    std::optional<IntRange> range = of(gather.getX());
    return range ? std::optional(united(*range, {0, 0})) : std::nullopt;
  }
  return op->getNumOperands() == 2 && op->getNumResults() == 1 ? ofBinary(op) : std::nullopt;
}

std::optional<IntRange> Ranges::ofBinary(Operation *op) {
  Value lhs = op->getOperand(0), rhs = op->getOperand(1);
  if (isa<MaximumOp>(op))
    return ofLarger(lhs, rhs);
  if (isa<MinimumOp>(op))
    return ofSmaller(lhs, rhs);
  if (isa<FmodOp>(op))
    return ofRemainder(lhs, rhs);
  if (isa<AndOp>(op)) { // x & m with m from 0 on lies within 0..m, whatever x is
    for (Value side : {lhs, rhs})
      if (std::optional<int64_t> mask = numberOf(side); mask && *mask >= 0)
        return IntRange{0, *mask};
    return std::nullopt;
  }
  std::optional<IntRange> one = of(lhs), two = of(rhs);
  if (!one || !two)
    return std::nullopt;
  if (isa<LessOp>(op) && (one->high < two->low || one->low >= two->high))
    return IntRange{one->high < two->low, one->high < two->low};
  if (isa<AddOp>(op))
    return combined(*one, *two, llvm::AddOverflow<int64_t>);
  if (isa<SubOp>(op))
    return combined(*one, *two, llvm::SubOverflow<int64_t>);
  if (isa<MulOp>(op))
    return combined(*one, *two, llvm::MulOverflow<int64_t>);
  if (isa<ShiftRightOp>(op) && two->low == two->high && two->low >= 0 && two->low < 64)
    return IntRange{one->low >> two->low, one->high >> two->low};
  return std::nullopt;
}

std::optional<IntRange> Ranges::of(Value value) {
  if (auto found = known.find(value); found != known.end())
    return found->second;
  std::optional<IntRange> range = find(value);
  known[value] = range;
  return range;
}

std::optional<IntRange> Ranges::find(Value value) {
  if (!typeOf(value).getElementType().isInteger())
    return std::nullopt;
  IntRange all = allOf(value);
  std::optional<IntRange> range;
  if (auto result = dyn_cast<OpResult>(value)) {
    range = ofOp(result.getOwner(), result.getResultNumber());
  } else if (auto scan = dyn_cast<ScanOp>(value.getParentBlock()->getParentOp())) {
    int64_t length = scan.getLength();
    LiveDim live = scan.extent();
    if (value == scan.indexArgument())
      range =
          IntRange{0, length - 1, live.symbol ? std::optional(Size{length, live}) : std::nullopt};
  }
  // What does not fit the type has gone round.
  if (range && range->low >= all.low && range->high <= all.high)
    return range;
  return all.low == 0 ? std::optional(all) : std::nullopt; // u8 and bool say something
}
