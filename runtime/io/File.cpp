//===- File.cpp ------------------------------------------------------------------------===//
#include "runtime/io/File.h"
#include "dlc/rt/error.hpp"
#include "runtime/core/Describe.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

using namespace dlc::rt;

InputFile::InputFile(const std::string &path) : name(path) {
  file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    throw Error(DLC_ERR_IO, fmt::format("cannot open {}: {}", path, strerror(errno)));
  struct stat info;
  int error = fstat(file, &info) ? errno : 0;
  if (error || !S_ISREG(info.st_mode)) {
    close(file);
    throw Error(DLC_ERR_IO, fmt::format("cannot read {}: {}", path,
                                        error ? strerror(error)
                                              : (S_ISDIR(info.st_mode) ? "it is a folder"
                                                                       : "it is no regular file")));
  }
  bytes = static_cast<uint64_t>(info.st_size);
}

InputFile::~InputFile() { close(file); }

void InputFile::readAt(uint64_t offset, void *data, size_t count) const {
  auto *to = static_cast<char *>(data);
  while (count) {
    ssize_t got = pread(file, to, std::min<size_t>(count, 1 << 30), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      throw Error(DLC_ERR_IO,
                  fmt::format("cannot read {} at byte {}: {}", name, offset, strerror(errno)));
    if (got == 0)
      throw Error(DLC_ERR_FORMAT,
                  fmt::format("{} ends at byte {}, {} bytes too early", name, offset, count));
    to += got;
    offset += static_cast<uint64_t>(got);
    count -= static_cast<size_t>(got);
  }
}

namespace {

std::vector<uint8_t> unpack(const std::string &path, const std::vector<uint8_t> &packed,
                            uint64_t limit) {
  auto damaged = [&](const std::string &why) {
    throw Error(DLC_ERR_FORMAT, fmt::format("{} is a damaged gzip file of {} bytes: {}; hint: "
                                            "fetch it again",
                                            path, packed.size(), why));
  };
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK)
    throw std::bad_alloc();
  std::unique_ptr<z_stream, int (*)(z_stream *)> owner(&stream, inflateEnd);

  std::vector<uint8_t> out;
  uint64_t used = 0, made = 0;
  for (bool ended = false; !ended;) {
    if (made == out.size()) {
      if (made >= limit)
        damaged(fmt::format("it unpacks to more than {}", bytesText(limit)));
      out.resize(std::min<uint64_t>(limit, std::max<uint64_t>(made * 2, packed.size() * 4 + 4096)));
    }
    uint64_t offered = std::min<uint64_t>(packed.size() - used, 1 << 30);
    uint64_t room = std::min<uint64_t>(out.size() - made, 1 << 30);
    stream.next_in = const_cast<uint8_t *>(packed.data()) + used;
    stream.avail_in = static_cast<unsigned>(offered);
    stream.next_out = out.data() + made;
    stream.avail_out = static_cast<unsigned>(room);
    int result = inflate(&stream, Z_NO_FLUSH);
    used += offered - stream.avail_in;
    made += room - stream.avail_out;
    if (result == Z_STREAM_END) {
      // Files put together by `cat a.gz b.gz` hold several streams.
      ended = used == packed.size();
      if (!ended && (packed.size() - used < 2 || packed[used] != 0x1f || packed[used + 1] != 0x8b))
        damaged(fmt::format("{} bytes follow its end", packed.size() - used));
      if (!ended)
        inflateReset(&stream);
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      damaged(fmt::format("{} near byte {}", stream.msg ? stream.msg : "wrong data", used));
    } else if (used == packed.size() && stream.avail_out) {
      damaged(fmt::format("it ends in the middle, after {} unpacked bytes", made));
    }
  }
  out.resize(made);
  return out;
}

} // namespace

std::vector<uint8_t> dlc::rt::readFile(const std::string &path, uint64_t limit) {
  InputFile file(path);
  if (file.size() > limit)
    throw Error(DLC_ERR_FORMAT, fmt::format("{} has {}, more than the {} expected at most", path,
                                            bytesText(file.size()), bytesText(limit)));
  std::vector<uint8_t> data(file.size());
  file.readAt(0, data.data(), data.size());
  if (data.size() >= 2 && data[0] == 0x1f && data[1] == 0x8b)
    return unpack(path, data, limit);
  if (path.ends_with(".gz"))
    throw Error(DLC_ERR_FORMAT, fmt::format("{} is no gzip file: it has {} bytes and does not "
                                            "begin with 1f 8b; hint: fetch it again",
                                            path, data.size()));
  return data;
}
