//===- OpenedDataset.cpp - a data set behind its C table ---------------*- C++ -*-===//
//
// Everything a reader says about itself is checked here once; the loader then trusts it.
//
//===------------------------------------------------------------------------------===//
#include "runtime/data/OpenedDataset.h"

#include "runtime/core/Describe.h"

#include <fmt/format.h>

namespace dlc::rt {

OpenedDataset::OpenedDataset(const dlc_dataset_desc &desc, const std::string &dir, Split split)
    : table(desc), folder(dir) {
  if (desc.version != DLC_DATASET_VERSION)
    throw Error(DLC_ERR_VERSION,
                fmt::format("the data set's reader was compiled for version {} of dataset.h, this "
                            "runtime has version {}\n  hint: compile it again",
                            desc.version, DLC_DATASET_VERSION));
  if (folder.empty() && desc.default_dir)
    folder = desc.default_dir;
  char error[2048] = "";
  if (desc.create(folder.c_str(), int(split), &opened, error, sizeof error))
    throw Error(DLC_ERR_IO, fmt::format("data set {}: {}{}{}", desc.name, error,
                                        desc.hint ? "\n  hint: " : "", desc.hint ? desc.hint : ""));
  std::string complaint;
  if (opened.size <= 0)
    complaint = fmt::format("the {} split holds {} samples",
                            split == Split::train ? "training" : "test", opened.size);
  else if (opened.num_fields <= 0)
    complaint = "a sample has no fields";
  for (int k = 0; complaint.empty() && k < opened.num_fields; ++k) {
    const dlc_tensor_desc &field = opened.fields[k];
    bool valid = knownDtype(field.dtype);
    for (int64_t extent : shapeOf(field))
      valid &= extent > 0;
    if (!valid)
      complaint = fmt::format("field `{}` is {}: extents must be positive", field.name,
                              tensorText(field.dtype, shapeOf(field)));
    else
      bytes.push_back(int64_t(elementCount(shapeOf(field)) * dtypeSize(field.dtype)));
  }
  if (!complaint.empty()) {
    desc.destroy(opened.self);
    throw Error(DLC_ERR_FORMAT, fmt::format("data set {}: {}", desc.name, complaint));
  }
}

OpenedDataset::~OpenedDataset() { table.destroy(opened.self); }

} // namespace dlc::rt
