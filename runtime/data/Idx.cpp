//===- Idx.cpp - reading IDX files -------------------------------------*- C++ -*-===//
//
// zlib reads both plain and compressed files through one interface. The header is believed
// only as far as the file's size allows: a damaged header must not make us allocate.
//
//===------------------------------------------------------------------------------===//
#include "runtime/data/Idx.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace dlc::rt {
namespace {

template <class... Args> [[noreturn]] void fail(fmt::format_string<Args...> text, Args &&...args) {
  throw std::runtime_error(fmt::format(text, std::forward<Args>(args)...));
}

class GzFile {
public:
  GzFile(const std::string &path, int fd) : path(path), file(gzdopen(fd, "rb")) {
    if (!file) {
      close(fd);
      fail("cannot read {}: out of memory", path); // untested: memory runs out
    }
    gzbuffer(file, 1 << 17);
  }
  GzFile(const GzFile &) = delete;
  ~GzFile() { gzclose(file); }

  /// How many bytes there were, at most `count`; damage is an error, a short file is not.
  size_t read(uint8_t *to, size_t count) {
    size_t done = 0;
    while (done < count) {
      unsigned piece = unsigned(std::min<size_t>(count - done, 1 << 24));
      int got = gzread(file, to + done, piece);
      int code = Z_OK;
      const char *message = gzerror(file, &code);
      if (got < 0 || (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR))
        fail("{} is damaged after {} bytes of content: {}", path, total + done,
             code == Z_ERRNO ? std::strerror(errno) : message);
      if (got == 0)
        break;
      done += size_t(got);
    }
    total += done;
    return done;
  }

  /// Whether the compressed stream stops in its middle.
  bool cutOff() const {
    int code = Z_OK;
    gzerror(file, &code);
    return code == Z_BUF_ERROR;
  }

private:
  const std::string &path;
  gzFile file;
  size_t total = 0;
};

IdxArray readOpened(const std::string &path, int fd, const char *what, int rank) {
  struct stat info{};
  if (fstat(fd, &info) || S_ISDIR(info.st_mode)) {
    close(fd);
    fail("cannot read the {}: {} is a directory", what, path);
  }
  GzFile file(path, fd);
  IdxArray array;
  array.path = path;

  uint8_t header[4 + 4 * 4];
  const size_t headerBytes = 4 + 4 * size_t(rank);
  if (size_t got = file.read(header, headerBytes); got < headerBytes)
    fail("{} is truncated: an IDX header of {} dimensions has {} bytes, the file holds {}", path,
         rank, headerBytes, got);
  if (header[0] || header[1] || header[2] != 0x08 || header[3] != rank)
    fail("{} does not hold {}: it starts with {:02x} {:02x} {:02x} {:02x}, an IDX file of bytes "
         "with {} dimensions starts with 00 00 08 {:02x}",
         path, what, header[0], header[1], header[2], header[3], rank, rank);

  // Deflate cannot expand more than 1032 times.
  const uint64_t most = uint64_t(info.st_size) * 1032;
  uint64_t bytes = 1;
  bool tooMuch = false;
  for (int axis = 0; axis < rank; ++axis) {
    const uint8_t *at = header + 4 + 4 * axis;
    uint64_t extent = uint64_t(at[0]) << 24 | uint64_t(at[1]) << 16 | uint64_t(at[2]) << 8 | at[3];
    array.shape.push_back(int64_t(extent));
    tooMuch |= extent && bytes > most / extent;
    bytes *= extent;
  }
  std::string shape = fmt::format("{}", fmt::join(array.shape, " x "));
  if (tooMuch)
    fail("{} is damaged: its header says {} bytes, more than a file of {} bytes can hold", path,
         shape, info.st_size);

  array.bytes.resize(bytes);
  size_t got = file.read(array.bytes.data(), bytes);
  if (got < bytes)
    fail("{} is truncated: its header says {} = {} bytes, {} are there", path, shape, bytes, got);
  // Reading on past the end also makes zlib compare the checksum.
  uint8_t extra;
  if (file.read(&extra, 1))
    fail("{} is damaged: its header says {} = {} bytes, but there are more", path, shape, bytes);
  if (file.cutOff())
    fail("{} is truncated: all {} bytes are there, the checksum after them is not", path, bytes);
  return array;
}

} // namespace

IdxArray readIdx(const std::string &dir, const std::string &stem, const char *what, int rank) {
  const std::string plain = dir + "/" + stem, packed = plain + ".gz";
  for (const std::string &path : {plain, packed}) {
    int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd >= 0)
      return readOpened(path, fd, what, rank);
    if (errno != ENOENT && errno != ENOTDIR)
      fail("cannot open the {}: {}: {}", what, path, std::strerror(errno));
  }
  fail("cannot find the {}\n  looked for: {}\n              {}", what, plain, packed);
}

} // namespace dlc::rt
