//===- Program.cpp - a planned program as plain tables -----------------------------------===//
#include "codegen/emit/Program.h"
#include "codegen/emit/Names.h"
#include "ir/schedule/Cost.h"
#include "ir/schedule/Counts.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

int64_t Tensor::elements() const {
  int64_t count = 1;
  for (int64_t extent : shape)
    count *= extent;
  return count;
}

SmallVector<int64_t> Program::bounds() const {
  return llvm::map_to_vector(dims, [](const Dim &dim) { return dim.bound; });
}

void Program::makeRoomFor(const Program &other) {
  stateBytes = std::max(stateBytes, other.stateBytes);
  arenaBytes = std::max(arenaBytes, other.arenaBytes);
  scratchBytes = std::max(scratchBytes, other.scratchBytes);
}

static FailureOr<DType> dtypeOf(Operation *op, Type type) {
  if (type.isF64())
    return DType::f64;
  if (type.isF32())
    return DType::f32;
  if (type.isF16())
    return DType::f16;
  if (type.isBF16())
    return DType::bf16;
  if (type.isInteger(64))
    return DType::i64;
  if (type.isInteger(32))
    return DType::i32;
  if (type.isInteger(8))
    return DType::u8;
  if (type.isInteger(1))
    return DType::boolean;
  return op->emitError("the tables have no element type for ") << type;
}

static FailureOr<Tensor> tensorOf(Operation *op, StringRef name, Type type,
                                  const Program &program) {
  auto ranked = dyn_cast<RankedTensorType>(type);
  if (!ranked)
    return op->emitError("'") << name << "' is no ranked tensor but " << type;
  FailureOr<DType> dtype = dtypeOf(op, ranked.getElementType());
  if (failed(dtype))
    return failure();
  Tensor tensor{name.str(), *dtype, ranked.getShape().vec(), {}};
  for (const ir::LiveDim &axis : ir::liveOf(ranked)) {
    Live live;
    if (axis.symbol) {
      auto dim = llvm::find_if(program.dims,
                               [&](const Dim &d) { return axis.symbol.getValue() == d.name; });
      if (dim == program.dims.end())
        return op->emitError("'") << name << "' is live to the dimension '"
                                  << axis.symbol.getValue() << "', which the program does not have";
      live = {int32_t(dim - program.dims.begin()), axis.mul, axis.add};
    }
    tensor.live.push_back(live);
  }
  return tensor;
}

/// An integer attribute that phase `plan` sets, or an error that names it.
static FailureOr<uint64_t> planned(Operation *op, StringRef name) {
  if (auto number = op->getAttrOfType<IntegerAttr>(name))
    return uint64_t(number.getInt());
  return op->emitOpError("has no '")
         << name << "'; emission wants a program whose memory is planned "
         << "(hint: phase 'plan')";
}

static FailureOr<State> readState(ir::StateOp op, const Program &program) {
  FailureOr<Tensor> tensor = tensorOf(op, op.getSymName(), op.getType(), program);
  FailureOr<uint64_t> offset = planned(op, "offset"), bytes = planned(op, "bytes");
  if (failed(tensor) || failed(offset) || failed(bytes))
    return failure();
  int role = llvm::StringSwitch<int>(op.getRole())
                 .Case("param", int(Role::param))
                 .Case("buffer", int(Role::buffer))
                 .Case("optimizer", int(Role::optimizer))
                 .Case("grad", int(Role::grad))
                 .Case("rng", int(Role::rng))
                 .Default(-1);
  if (role < 0)
    return op.emitOpError("has the unknown role '") << op.getRole() << "'";

  State state{*tensor, Role(role), {}, {}, *offset, *bytes};
  if (auto view = op->getAttrOfType<DenseI64ArrayAttr>("view"))
    state.view = view.asArrayRef().vec();
  else
    state.view = state.tensor.shape;
  if (auto perm = op->getAttrOfType<DenseI64ArrayAttr>("perm"))
    state.perm.assign(perm.asArrayRef().begin(), perm.asArrayRef().end());
  else
    for (size_t i = 0; i < state.view.size(); ++i)
      state.perm.push_back(i);
  int64_t elements = 1;
  for (int64_t extent : state.view)
    elements *= extent;
  if (elements != state.tensor.elements() || state.perm.size() != state.view.size())
    return op.emitOpError("is stored as ")
           << elements << " elements of rank " << state.perm.size() << ", but its view has rank "
           << state.view.size() << " and it has " << state.tensor.elements() << " elements";
  return state;
}

static FailureOr<Setting> readSetting(ir::SettingOp op) {
  FailureOr<DType> dtype = dtypeOf(op, op.getValue().getType());
  FailureOr<uint64_t> offset = planned(op, "offset");
  if (failed(dtype) || failed(offset))
    return failure();
  double value = 0;
  if (auto number = dyn_cast<FloatAttr>(op.getValue()))
    value = number.getValueAsDouble();
  else if (auto number = dyn_cast<IntegerAttr>(op.getValue()))
    value = double(number.getValue().getSExtValue());
  return Setting{op.getSymName().str(), *dtype, value, *offset};
}

static LogicalResult readValues(step::ScheduleOp op, ArrayAttr names, ArrayAttr types,
                                std::optional<ArrayRef<int64_t>> places, const Program &program,
                                std::vector<Slot> &values) {
  if (names.size() != types.size() || (!places && !names.empty()) ||
      (places && places->size() != names.size()))
    return op.emitOpError("names ")
           << names.size() << " values, has " << types.size() << " types and "
           << (places ? places->size() : 0) << " places in the arena for them";
  for (size_t i = 0; i < names.size(); ++i) {
    FailureOr<Tensor> tensor = tensorOf(op, cast<StringAttr>(names[i]).getValue(),
                                        cast<TypeAttr>(types[i]).getValue(), program);
    if (failed(tensor))
      return failure();
    values.push_back({*tensor, uint64_t((*places)[i])});
  }
  return success();
}

/// How often an op of a schedule is run, with every dimension at its bound.
static double timesOf(Operation *op, ArrayRef<int64_t> bounds) {
  double times = 1;
  for (auto loop = op->getParentOfType<step::ForOp>(); loop;
       loop = loop->getParentOfType<step::ForOp>())
    times *= double(tripsOf(loop, bounds));
  return times;
}

/// What the runtime is told of an act of the host. Without an operand there is only the text.
static FailureOr<Tensor> readHostAct(step::HostOp op, const Program &program) {
  std::string text = op.getText().str();
  if (op.mayStop())
    text = describeLocation(op.getLoc()) +
           (op.getWhat() == "assert" ? ": assert_ failed: " : ": ") + text;
  if (!op.getType())
    return Tensor{text, DType::f32, {}, {}};
  return tensorOf(op, text, *op.getType(), program);
}

static FailureOr<Entry> readEntry(step::ScheduleOp op, const Program &program) {
  FailureOr<uint64_t> arena = planned(op, "arena");
  if (failed(arena))
    return failure();
  Entry entry{op.getSymName().str(), {}, {}, {}, {}, *arena};
  if (failed(readValues(op, op.getInputs(), op.getInputTypes(), op.getInputsAt(), program,
                        entry.inputs)) ||
      failed(readValues(op, op.getResults(), op.getResultTypes(), op.getResultsAt(), program,
                        entry.outputs)))
    return failure();
  const SmallVector<int64_t> bounds = program.bounds();
  op.walk([&](step::LaunchOp launch) { // in the order that LowerSchedule numbers them
    auto kernel =
        SymbolTable::lookupNearestSymbolFrom<step::KernelOp>(launch, launch.getKernelAttr());
    step::Cost cost = costOf(kernel);
    entry.launches.push_back(
        {launch.getKernel().str(), describeLocation(launch.getLoc()), cost.flops, cost.bytes,
         int64_t(launch.getOperands().size() + program.dims.size()), timesOf(launch, bounds)});
  });
  WalkResult acts = op.walk([&](step::HostOp host) {
    FailureOr<Tensor> act = readHostAct(host, program);
    if (failed(act))
      return WalkResult::interrupt();
    entry.hostActs.push_back(*act);
    return WalkResult::advance();
  });
  if (acts.wasInterrupted())
    return failure();
  return entry;
}

static FailureOr<Fit> readFit(ir::ProgramOp op, DictionaryAttr attr, const Program &program) {
  Fit fit;
  auto entryOf = [&](StringRef what, int32_t &index) -> LogicalResult {
    auto name = attr.getAs<StringAttr>(what);
    if (!name || name.getValue().empty())
      return success();
    auto entry =
        llvm::find_if(program.entries, [&](const Entry &e) { return name.getValue() == e.name; });
    if (entry == program.entries.end())
      return op.emitOpError("fits with the entry '")
             << name.getValue() << "' for " << what << ", which the program does not have";
    index = entry - program.entries.begin();
    return success();
  };
  if (failed(entryOf("train", fit.train)) || failed(entryOf("eval", fit.eval)) ||
      failed(entryOf("predict", fit.predict)))
    return failure();
  auto number = [&](StringRef what, auto &into) {
    if (auto value = attr.getAs<IntegerAttr>(what))
      into = value.getInt();
  };
  number("epochs", fit.epochs);
  number("batch_size", fit.batchSize);
  number("seed", fit.seed);
  constexpr StringLiteral prefix = "dlc_dataset_";
  if (auto data = attr.getAs<StringAttr>("data"))
    fit.data = data.getValue().starts_with(prefix) ? data.str() : (prefix + data.getValue()).str();
  return fit;
}

std::vector<step::ScheduleOp> dlc::emit::schedulesOf(ir::ProgramOp program) {
  std::vector<step::ScheduleOp> schedules;
  step::ScheduleOp init;
  for (auto schedule : program.getBody().getOps<step::ScheduleOp>()) {
    if (schedule.getSymName() == initName)
      init = schedule;
    else
      schedules.push_back(schedule);
  }
  if (init)
    schedules.push_back(init);
  return schedules;
}

FailureOr<Program> dlc::emit::readProgram(ir::ProgramOp op) {
  Program program;
  program.name = op.getSymName().str();
  if (auto precision = op->getAttrOfType<StringAttr>("precision"))
    program.bf16 = precision == "bf16";
  for (NamedAttribute dim : op.getDims()) {
    auto bound = dyn_cast<IntegerAttr>(dim.getValue());
    if (!bound)
      return op.emitOpError("has a dimension '") << dim.getName().getValue() << "' without a bound";
    program.dims.push_back({dim.getName().str(), bound.getInt()});
  }
  FailureOr<uint64_t> stateBytes = planned(op, "state_bytes");
  if (failed(stateBytes))
    return failure();
  program.stateBytes = *stateBytes;

  for (Operation &inner : op.getBody().front()) {
    if (auto state = dyn_cast<ir::StateOp>(inner)) {
      FailureOr<State> read = readState(state, program);
      if (failed(read))
        return failure();
      program.states.push_back(*read);
    } else if (auto setting = dyn_cast<ir::SettingOp>(inner)) {
      FailureOr<Setting> read = readSetting(setting);
      if (failed(read))
        return failure();
      program.settings.push_back(*read);
    }
  }

  program.arenaBytes = program.scratchBytes = 0;
  for (step::ScheduleOp schedule : schedulesOf(op)) {
    FailureOr<Entry> entry = readEntry(schedule, program);
    if (failed(entry))
      return failure();
    program.arenaBytes = std::max(program.arenaBytes, entry->arena);
    if (entry->name == initName)
      program.init = *entry;
    else
      program.entries.push_back(*entry);
  }
  if (program.init.name.empty())
    return op.emitOpError("has no schedule '")
           << initName << "', which gives every state its first value";
  for (auto kernel : op.getBody().getOps<step::KernelOp>())
    program.scratchBytes =
        std::max(program.scratchBytes, uint64_t(kernel.getScratch().value_or(0)));

  if (auto attr = op->getAttrOfType<DictionaryAttr>("fit")) {
    FailureOr<Fit> fit = readFit(op, attr, program);
    if (failed(fit))
      return failure();
    program.fit = *fit;
  }
  return program;
}
