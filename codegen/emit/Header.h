//===- Header.h - the generated <name>.h -----------------------------------------*- C++ -*-===//
#ifndef DLC_CODEGEN_EMIT_HEADER_H
#define DLC_CODEGEN_EMIT_HEADER_H
#include "codegen/emit/Program.h"

namespace dlc::emit {
/// Writes the header of `program` for C and C++; `source` is the model file, for its comment.
void writeHeader(llvm::raw_ostream &out, const Program &program, llvm::StringRef source);

/// "f32 [batch<=128, 784]": how header and report spell a tensor.
std::string describe(const Tensor &tensor, llvm::ArrayRef<Dim> dims);
llvm::StringRef name(Role role);
} // namespace dlc::emit
#endif
