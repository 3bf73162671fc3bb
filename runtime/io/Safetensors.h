//===- Safetensors.h - the checkpoint format ----------------------------------*- C++ -*-===//
//
// 8 bytes: length of the header; a JSON header that gives name, element type, shape and place
// of every tensor, and strings under "__metadata__"; the data. Row-major, little endian.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_IO_SAFETENSORS_H
#define DLC_RUNTIME_IO_SAFETENSORS_H
#include "runtime/io/File.h"
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dlc::rt {

using Metadata = std::map<std::string, std::string>;

class SafetensorsReader {
public:
  struct Tensor {
    std::string name;
    std::string dtypeText; // as in the file, "F32"
    int dtype;             // dlc_dtype; -1: one of the format's that this runtime has not
    std::vector<int64_t> shape;
    uint64_t begin, end; // bytes of the file
  };

  // Reads and checks the header: afterwards every tensor lies inside the file, has as many
  // bytes as its shape says, and overlaps no other. Throws Error.
  explicit SafetensorsReader(const std::string &path);

  const std::string &path() const { return file.path(); }
  const Metadata &metadata() const { return strings; }
  const std::vector<Tensor> &tensors() const { return list; } // in the order of the data
  const Tensor *find(std::string_view name) const;            // null: none
  void read(const Tensor &tensor, void *data) const {
    readAt(tensor, 0, data, tensor.end - tensor.begin);
  }
  void readAt(const Tensor &tensor, uint64_t offset, void *data, uint64_t bytes) const;

private:
  InputFile file;
  Metadata strings;
  std::vector<Tensor> list;
};

struct TensorSource {
  std::string name;
  int dtype;
  std::vector<int64_t> shape;
  const void *data;                      // row-major, or null and
  std::function<void(void *)> fill = {}; // fills that many bytes when its turn comes
};

// Atomic: see AtomicFile. Throws Error.
void writeSafetensors(const std::string &path, const std::vector<TensorSource> &tensors,
                      const Metadata &metadata);

} // namespace dlc::rt
#endif
