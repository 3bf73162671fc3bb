//===- Idx.h - the IDX file format -------------------------------------*- C++ -*-===//
//
// A dense array of bytes with a small header, as MNIST and its relatives are published,
// plain or gzip-compressed.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_DATA_IDX_H
#define DLC_RUNTIME_DATA_IDX_H

#include <cstdint>
#include <string>
#include <vector>

namespace dlc::rt {

struct IdxArray {
  std::string path; // what was read, for messages
  std::vector<int64_t> shape;
  std::vector<uint8_t> bytes;
};

/// Reads `dir`/`stem` or `dir`/`stem`.gz; `what` names the file's role in messages. Throws
/// std::runtime_error with the file's name and the numbers when it is missing or not whole.
IdxArray readIdx(const std::string &dir, const std::string &stem, const char *what, int rank);

} // namespace dlc::rt

#endif
