//===- Program.h - a planned program as plain tables -------------------------*- C++ -*-===//
//
// What the manifest, the header and the report say about a program, read from the IR once and
// checked once. Mirrors dlc/rt/abi.h.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_EMIT_PROGRAM_H
#define DLC_CODEGEN_EMIT_PROGRAM_H
#include "ir/graph/Program.h"
#include "ir/schedule/Init.h"
#include <optional>
#include <string>
#include <vector>

namespace dlc::emit {

/// The numbers of `enum dlc_dtype` and `enum dlc_role`.
enum class DType : int32_t {
  f64 = 0,
  f32 = 1,
  f16 = 2,
  bf16 = 3,
  i64 = 4,
  i32 = 5,
  u8 = 6,
  boolean = 7
};
enum class Role : int32_t { param = 0, buffer = 1, optimizer = 2, grad = 3, rng = 4 };

struct Dim {
  std::string name;
  int64_t bound;
};

struct Live {
  int32_t dim = -1; // all of the axis
  int64_t mul = 0, add = 0;
};

struct Tensor {
  std::string name;
  DType dtype;
  std::vector<int64_t> shape;
  std::vector<Live> live;
  int64_t elements() const;
};

struct State {
  Tensor tensor;
  Role role;
  std::vector<int64_t> view;
  std::vector<int32_t> perm;
  uint64_t offset, bytes;
};

struct Setting {
  std::string name;
  DType dtype;
  double value;
  uint64_t offset;
};

struct Slot {
  Tensor tensor;
  uint64_t offset;
};

struct Launch {
  std::string kernel, location; // "k7_contract_relu", "model.cpp:15 in fc1"
  double flops, bytes;          // of one, at the bound
  int64_t numArgs;              // buffers, then the program's dimensions
  double times = 1;             // at the bound, in one run of the entry: more in a loop
};

struct Entry {
  std::string name;
  std::vector<Slot> inputs, outputs;
  std::vector<Launch> launches;
  std::vector<Tensor> hostActs; // what is printed, asserted or checked; named by the text
  uint64_t arena;
};

struct Fit {
  int32_t train = -1, eval = -1, predict = -1, epochs = 1;
  int64_t batchSize = 1;
  uint64_t seed = 0;
  std::string data; // the symbol: dlc_dataset_<name>
};

struct Program {
  std::string name;
  bool bf16 = false; // products of f32 round their operands
  std::vector<Dim> dims;
  std::vector<State> states;
  std::vector<Setting> settings;
  std::vector<Entry> entries; // without `init`
  Entry init;
  std::optional<Fit> fit;
  uint64_t stateBytes, arenaBytes, scratchBytes;

  /// The most that each dimension may be.
  llvm::SmallVector<int64_t> bounds() const;

  /// The same program, compiled for another processor, shall fit too.
  void makeRoomFor(const Program &other);
};

using step::initName;

/// Reads `program` after phase `plan`; says what is missing at the op that lacks it.
mlir::FailureOr<Program> readProgram(ir::ProgramOp program);

/// The schedules in the order of the tables: entries first, `init` last.
std::vector<step::ScheduleOp> schedulesOf(ir::ProgramOp program);
} // namespace dlc::emit
#endif
