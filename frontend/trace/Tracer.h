//===- Tracer.h - the program being traced ----------------------*- C++ -*-===//
// The public API is made of free functions and small values, so there is one tracer at a time.
// A value of the trace is a number in its table, a state (parameter, buffer, ...) a number in
// another; a Tensor holds one of the two.
#ifndef DLC_FRONTEND_TRACE_TRACER_H
#define DLC_FRONTEND_TRACE_TRACER_H
#include "dlc/program.h"
#include "frontend/trace/CallStacks.h"
#include "ir/graph/Dialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/MapVector.h"
#include <deque>

namespace dlc {
class ModuleTree;

/// What the user did wrong, reported already. No user code need catch it.
struct TraceError {};

/// What outlives an entry.
struct StateRecord {
  std::string name; // empty until the module tree says it; of a derived state what stands before
  std::string role;
  int base = 0;      // the parameter that an optimiser's or a gradient's state belongs to
  int optimizer = 0; // the number of that optimiser
  mlir::RankedTensorType type;
  bool requiresGrad = false; // a Parameter that is not frozen
  bool isSeed = false;       // what the runtime wrote stays
  Init init;
  mlir::Value initial; // of the `init` entry, instead of `init`
  int stack = 0;       // where it was made
  int order = 0;       // in the state dict
};

/// What an entry knows of a parameter's gradient.
enum class Gradient { Outside, None, Value };

/// An entry while it is traced. The `init` entry takes what is computed at program scope.
struct EntryTrace {
  struct StateUse {
    mlir::BlockArgument argument;
    mlir::Value current;
  };
  int serial = 0;
  std::string name;
  ir::EntryOp op;
  llvm::MapVector<int, StateUse> states;
  llvm::SmallVector<std::pair<int, mlir::Value>> leaves; // what backward() differentiates for
  llvm::DenseMap<int, Gradient> gradients;               // by parameter
  llvm::MapVector<mlir::Value, mlir::Value> wanted;      // other tensors with a gradient -> it
  mlir::Value loss;                                      // of the last backward()
  unsigned randoms = 0;
};

/// The body of a loop or branch while it is traced. It sees what lies outside as arguments, added
/// where it first reads them.
struct RegionTrace {
  mlir::Block *block;
  unsigned firstCapture = 0; // argument
  llvm::SmallVector<mlir::Value> captured;
  llvm::DenseMap<mlir::Value, mlir::Value> inside;
  mlir::Value iteration; // number of the step, of all loops around
  mlir::Value goesOn;    // of a while_loop: false in steps that change nothing
};

/// x[mask], of so many elements as are set. No value of the trace is that; some functions know what
/// to make of it.
struct Selection {
  Tensor x, mask; // of x's shape
  int dim;        // of x, from which on `rank` dims are one dim of x[mask]
  int rank;
};

class Tracer {
public:
  explicit Tracer(mlir::MLIRContext &context);
  ~Tracer();
  /// The one there is; null outside a trace, when a user's static objects are destroyed.
  static Tracer *current;

  // Places and messages (Diagnostics.cpp).
  mlir::Location here();
  [[noreturn]] void failAt(int stack, const llvm::Twine &message);
  void reportAt(int stack, llvm::StringRef path, llvm::StringRef message);
  mlir::LogicalResult handle(mlir::Diagnostic &diagnostic);
  /// What no line of the user's made, as the entry `init`, is at the program's beginning.
  void resolveLocations(mlir::Location program);

  // Values (Values.cpp).
  Tensor tensorOf(mlir::Value value);
  mlir::Value valueOf(const Tensor &tensor);
  /// `outer` as the body that is being traced sees it.
  mlir::Value import(mlir::Value outer);
  /// A Tensor that stands for a selection and has no value; and what it stands for, or null.
  Tensor tensorOf(const Selection &selection);
  const Selection *selectionOf(const Tensor &tensor) const;
  mlir::RankedTensorType typeOf(const Tensor &tensor);
  mlir::Type elementType(DType dtype);
  DType dtypeOf(mlir::Type element);
  ir::LiveDim liveOf(Dim dim);
  Dim dimOf(int64_t size, const ir::LiveDim &live);
  mlir::RankedTensorType typeOf(const Shape &shape, DType dtype);

  // State (program/States.cpp).
  int addState(StateRecord record);
  mlir::Value readState(int state, bool asLeaf);
  void writeState(int state, mlir::Value value);
  EntryTrace::StateUse &useState(int state);
  std::string nameOf(int state);
  int gradientOf(int parameter);
  int namedState(const std::string &name, const char *role, mlir::RankedTensorType type,
                 int base = 0);
  mlir::Value settingValue(const std::string &name, double value);

  // Entries and the whole program (program/Entries.cpp, program/Finish.cpp).
  EntryTrace &entry() { return open ? *open : *entries.front(); }
  EntryTrace &addEntry(llvm::StringRef name);
  void finish();

  mlir::MLIRContext &context;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  mlir::ImplicitLocOpBuilder b;
  ir::ProgramOp program;
  CallStacks stacks;
  std::unique_ptr<ModuleTree> modules;
  std::vector<std::unique_ptr<EntryTrace>> entries; // the first is `init`
  EntryTrace *open = nullptr;
  std::vector<RegionTrace *> regions; // bodies that are being traced, from the outside in
  std::vector<std::pair<std::string, int64_t>> dims;
  std::vector<std::pair<std::string, double>> settings;
  std::deque<StateRecord> states;                           // from 1: state 0 is none
  std::vector<std::pair<mlir::Value, int>> values{{{}, 0}}; // with the entry's serial; from 1

private:
  llvm::DenseMap<int, Selection> selections; // by the number of the value that is null for it
  mlir::Value lookup(const Tensor &tensor);
  mlir::Value importInto(size_t region, mlir::Value outer);

public:
  std::vector<std::string> paths{""}; // of modules, by number
  int path = 0;                       // of the running module
  DType defaultDType = f32;
  int noGrad = 0; // guards that live
  int optimizers = 0;
  bool failed = false;
  mlir::DictionaryAttr fitOptions;
};

Tracer &tracer();

/// Reports at the user's present line and throws TraceError.
[[noreturn]] void fail(const llvm::Twine &message);

/// Access to what a Tensor holds.
struct Handle {
  static int id(const Tensor &tensor) { return tensor.id; }
  static Tensor tensor(int id) { return Tensor(detail::Id{id}); }
  static void setId(Tensor &tensor, int id) { tensor.id = id; }
};
} // namespace dlc
#endif
