//===- Header.cpp - the generated <name>.h -----------------------------------------------===//
//
// A C header anyone can read: what the model takes and gives, what it holds, what it is called.
// Everything in it is inline over dlc/rt/dlc_rt.h and the one symbol dlc_program_<name>.
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/Header.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace dlc::emit;

//===- Names ------------------------------------------------------------------===//

static StringRef cType(DType dtype) {
  switch (dtype) {
  case DType::f64:
    return "double";
  case DType::f32:
    return "float";
  case DType::f16:
  case DType::bf16:
    return "uint16_t";
  case DType::i64:
    return "int64_t";
  case DType::i32:
    return "int32_t";
  case DType::u8:
  case DType::boolean:
    return "uint8_t";
  }
  llvm_unreachable("an element type without a C type");
}

static StringRef name(DType dtype) {
  constexpr StringLiteral names[] = {"f64", "f32", "f16", "bf16", "i64", "i32", "u8", "bool"};
  return names[int(dtype)];
}

StringRef dlc::emit::name(Role role) {
  constexpr StringLiteral names[] = {"param", "buffer", "optimizer", "grad", "rng"};
  return names[int(role)];
}

/// `text` as an identifier of C and of C++.
static std::string identifier(StringRef text) {
  static const StringSet<> reserved = {
      "auto",     "bool",    "break",    "case",   "catch",   "char",     "class",    "const",
      "continue", "default", "delete",   "do",     "double",  "else",     "enum",     "extern",
      "float",    "for",     "friend",   "goto",   "if",      "inline",   "int",      "long",
      "model",    "new",     "operator", "or",     "and",     "not",      "private",  "public",
      "register", "return",  "short",    "signed", "sizeof",  "static",   "struct",   "switch",
      "template", "this",    "throw",    "try",    "typedef", "union",    "unsigned", "using",
      "virtual",  "void",    "volatile", "while",  "program", "get",      "run",      "read",
      "write",    "save",    "load",     "call",   "state",   "set_state"};
  std::string result;
  for (char c : text)
    result += isAlnum(c) ? c : '_';
  if (result.empty() || isDigit(result.front()))
    result.insert(result.begin(), '_');
  return reserved.contains(result) ? result + "_" : result;
}

/// "fashion_cnn" -> "FashionCnn"
static std::string className(StringRef program) {
  std::string result;
  bool upper = true;
  for (char c : program) {
    if (isAlnum(c))
      result += upper ? toUpper(c) : c;
    upper = !isAlnum(c);
  }
  return identifier(result);
}

std::string dlc::emit::describe(const Tensor &tensor, ArrayRef<Dim> dims) {
  std::string text = (::name(tensor.dtype) + " [").str();
  raw_string_ostream out(text);
  interleaveComma(seq<size_t>(0, tensor.shape.size()), out, [&](size_t i) {
    const Live &live = tensor.live[i];
    if (live.dim >= 0) {
      if (live.mul != 1)
        out << live.mul << "*";
      out << dims[live.dim].name;
      if (live.add)
        out << "+" << live.add;
      out << "<=";
    }
    out << tensor.shape[i];
  });
  out << "]";
  return text;
}

//===- Entries ----------------------------------------------------------------===//

namespace {
/// The parameters of one entry, each under a name of its own.
struct Signature {
  std::vector<std::string> inputs, outputs, dims;

  Signature(const Program &program, const Entry &entry) {
    for (const Slot &input : entry.inputs)
      inputs.push_back(unique(input.tensor.name));
    for (const Slot &output : entry.outputs)
      outputs.push_back(unique(output.tensor.name));
    for (const Dim &dim : program.dims)
      dims.push_back(unique(dim.name));
  }

  std::string unique(StringRef wanted) {
    std::string name = identifier(wanted);
    while (!taken.insert(name).second)
      name += "_";
    return name;
  }
  StringSet<> taken;
};
} // namespace

static void writeParameters(raw_ostream &out, const Entry &entry, const Signature &names,
                            bool first) {
  auto comma = [&] {
    if (!first)
      out << ", ";
    first = false;
  };
  for (auto [value, name] : zip(entry.inputs, names.inputs)) {
    comma();
    out << "const " << cType(value.tensor.dtype) << " *" << name;
  }
  for (auto [value, name] : zip(entry.outputs, names.outputs)) {
    comma();
    out << cType(value.tensor.dtype) << " *" << name;
  }
  for (const std::string &name : names.dims) {
    comma();
    out << "int64_t " << name;
  }
}

static void writeEntryComment(raw_ostream &out, const Program &program, const Entry &entry,
                              const Signature &names) {
  out << "\n/* " << entry.name << "\n";
  for (auto [value, name] : zip(entry.inputs, names.inputs))
    out << " *   takes " << name << ": " << describe(value.tensor, program.dims) << "\n";
  for (auto [value, name] : zip(entry.outputs, names.outputs))
    out << " *   gives " << name << ": " << describe(value.tensor, program.dims) << "\n";
  out << " */\n";
}

/// `{a, b}` or, since C has no empty array, `{0}`.
static void writeArray(raw_ostream &out, StringRef type, StringRef array,
                       ArrayRef<std::string> names) {
  out << "  " << type << array << "[] = {";
  if (names.empty())
    out << "0";
  interleaveComma(names, out);
  out << "};\n";
}

static void writeCEntry(raw_ostream &out, const Program &program, size_t index, StringRef prefix) {
  const Entry &entry = program.entries[index];
  Signature names(program, entry);
  writeEntryComment(out, program, entry, names);
  out << "static inline int " << prefix << "_" << identifier(entry.name) << "(dlc_instance *model";
  writeParameters(out, entry, names, /*first=*/false);
  out << ") {\n";
  writeArray(out, "const void *const ", "dlc_inputs_", names.inputs);
  writeArray(out, "void *const ", "dlc_outputs_", names.outputs);
  writeArray(out, "const int64_t ", "dlc_dims_", names.dims);
  out << "  return dlc_run(model, " << index << ", dlc_inputs_, dlc_outputs_, dlc_dims_);\n}\n";
}

static void writeCxxEntry(raw_ostream &out, const Program &program, size_t index) {
  const Entry &entry = program.entries[index];
  Signature names(program, entry);
  out << "  void " << identifier(entry.name) << "(";
  writeParameters(out, entry, names, /*first=*/true);
  out << ") {\n    run(" << index << ", {";
  interleaveComma(names.inputs, out);
  out << "}, {";
  interleaveComma(names.outputs, out);
  out << "}, {";
  interleaveComma(names.dims, out);
  out << "});\n  }\n";
}

//===- The header -------------------------------------------------------------===//

static void writeOpening(raw_ostream &out, const Program &program, StringRef source) {
  StringRef p = program.name;
  out << "/* " << p << ".h - the compiled model '" << p << "', made by dlc from "
      << sys::path::filename(source) << ". Not to be edited.\n *\n";
  out << " *   dlc_context *context;            the threads; several models may share them\n"
      << " *   dlc_instance *model;\n"
      << " *   dlc_context_create(NULL, &context);\n"
      << " *   " << p << "_create(context, NULL, &model);\n";
  if (!program.entries.empty())
    out << " *   " << p << "_" << identifier(program.entries.front().name) << "(model, ...);\n";
  out << " *\n * Functions return DLC_OK or a dlc_status; dlc_error(model) is the message. "
         "Pointers may be\n"
      << " * null: then the model's own slot is used in place (dlc_input, dlc_output). In C++, see "
         "the\n"
      << " * class at the end.\n *\n * Dimensions, given at run time:\n";
  for (const Dim &dim : program.dims)
    out << " *   " << dim.name << ": 1.." << dim.bound << "\n";
  if (program.dims.empty())
    out << " *   none\n";
  if (program.bf16)
    out << " *\n * Products of f32 are of operands rounded to bf16 (--precision=bf16); state is as "
           "without.\n";
  out << " *\n * State, by name (dlc_read, dlc_write):\n";
  for (const State &state : program.states)
    out << " *   " << state.tensor.name << ": " << describe(state.tensor, program.dims) << " "
        << name(state.role) << "\n";
  out << " *\n * Settings, by name (dlc_get_setting, dlc_set_setting):\n";
  for (const Setting &setting : program.settings)
    out << " *   " << setting.name << " = " << format("%g", setting.value) << "\n";
  if (program.settings.empty())
    out << " *   none\n";
  out << " */\n";
}

static void writeSizes(raw_ostream &out, const Program &program, StringRef upper) {
  for (const Dim &dim : program.dims)
    out << "#define " << upper << "_MAX_" << StringRef(identifier(dim.name)).upper() << " "
        << dim.bound << "\n";
  out << "\n/* All the memory an instance maps: state, arena, and scratch for every thread. */\n"
      << "#define " << upper << "_STATE_BYTES UINT64_C(" << program.stateBytes << ")\n"
      << "#define " << upper << "_ARENA_BYTES UINT64_C(" << program.arenaBytes << ")\n"
      << "#define " << upper << "_SCRATCH_BYTES UINT64_C(" << program.scratchBytes << ")\n"
      << "#define " << upper << "_PEAK_BYTES(threads) \\\n  DLC_PEAK_BYTES(" << upper
      << "_STATE_BYTES, " << upper << "_ARENA_BYTES, " << upper << "_SCRATCH_BYTES, threads)\n";
}

static void writeCreation(raw_ostream &out, StringRef p, StringRef symbol) {
  out << "\nextern const dlc_program_desc " << symbol << ";\n"
      << "static inline const dlc_program_desc *" << p << "_program(void) { return &" << symbol
      << "; }\n\n"
      << "/* Options may be null. On failure *out is null and dlc_context_error(context) says why. "
         "*/\n"
      << "static inline int " << p
      << "_create(dlc_context *context, const dlc_instance_options *options,\n"
      << "                       dlc_instance **out) {\n"
      << "  return dlc_instance_create(context, " << p << "_program(), options, out);\n}\n"
      << "static inline void " << p
      << "_destroy(dlc_instance *model) { dlc_instance_destroy(model); }\n";
}

static void writeClass(raw_ostream &out, const Program &program, StringRef symbol) {
  std::string type = className(program.name);
  out << "\n#if defined(__cplusplus) && __cplusplus >= 201703L && !defined(DLC_NO_CXX)\n"
      << "#include \"dlc/rt/model.hpp\"\n"
      << "namespace dlc::models {\n\n"
      << "/* dlc::rt::Context context;\n * dlc::models::" << type << " model(context);\n"
      << " * Errors are thrown as dlc::rt::Error. The context outlives the model. */\n"
      << "class " << type << " : public ::dlc::rt::Model {\npublic:\n"
      << "  explicit " << type
      << "(const ::dlc::rt::Context &context, const ::dlc::rt::ModelOptions &options = {})\n"
      << "      : Model(context, " << symbol << ", options) {}\n\n";
  for (size_t i = 0; i < program.entries.size(); ++i)
    writeCxxEntry(out, program, i);
  out << "};\n\n} // namespace dlc::models\n#endif\n";
}

void dlc::emit::writeHeader(raw_ostream &out, const Program &program, StringRef source) {
  std::string p = identifier(program.name), upper = StringRef(p).upper();
  std::string symbol = "dlc_program_" + program.name;
  writeOpening(out, program, source);
  out << "#ifndef DLC_MODEL_" << upper << "_H\n#define DLC_MODEL_" << upper << "_H\n"
      << "#include \"dlc/rt/dlc_rt.h\"\n\n";
  writeSizes(out, program, upper);
  out << "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
  writeCreation(out, p, symbol);
  for (size_t i = 0; i < program.entries.size(); ++i)
    writeCEntry(out, program, i, p);
  out << "\n#ifdef __cplusplus\n}\n#endif\n";
  writeClass(out, program, symbol);
  out << "#endif\n";
}
