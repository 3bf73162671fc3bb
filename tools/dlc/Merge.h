//===- Merge.h - the parts of a model become one object -------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_MERGE_H
#define DLC_TOOLS_DLC_MERGE_H
#include "codegen/emit/Object.h"
#include "tools/dlc/Outputs.h"
#include <optional>

namespace dlc::tool {
/// One relocatable object whose only symbols for others are the programs' tables. Nothing after an
/// error, which has been printed.
std::optional<std::string> mergeObjects(const emit::Objects &objects,
                                        const TemporaryFolder &folder);
} // namespace dlc::tool
#endif
