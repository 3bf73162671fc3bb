//===- AtomicFile.cpp ------------------------------------------------------------------===//
#include "runtime/io/AtomicFile.h"
#include "dlc/rt/error.hpp"
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace dlc::rt;

AtomicFile::AtomicFile(const std::string &userPath) : path(userPath), target(userPath) {
  struct stat info;
  if (stat(path.c_str(), &info) == 0) {
    if (!S_ISREG(info.st_mode))
      throw Error(DLC_ERR_IO, fmt::format("cannot write {}: it is {}", path,
                                          S_ISDIR(info.st_mode) ? "a folder" : "no regular file"));
    // Renaming onto a link would replace the link and leave the file it means as it was.
    char resolved[PATH_MAX];
    if (realpath(path.c_str(), resolved))
      target = resolved;
    if (faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS))
      fail("write", errno); // renaming would ignore that the file is read-only
  }
  // O_EXCL with a number, not mkstemp: that makes files which only the owner may read.
  for (int attempt = 0; attempt < 100; ++attempt) {
    temporary = fmt::format("{}.tmp.{}.{}", target, getpid(), attempt);
    file = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST)
      break;
  }
  if (file < 0) {
    int error = errno;
    temporary.clear();
    fail("create", error);
  }
}

AtomicFile::~AtomicFile() {
  if (file >= 0)
    close(file);
  if (!temporary.empty())
    unlink(temporary.c_str());
}

void AtomicFile::fail(const char *what, int error) {
  throw Error(DLC_ERR_IO, fmt::format("cannot {} {}: {}{}", what, path, strerror(error),
                                      written ? fmt::format(" (after {} bytes)", written) : ""));
}

void AtomicFile::write(const void *data, size_t bytes) {
  auto *from = static_cast<const char *>(data);
  while (bytes) {
    ssize_t done = ::write(file, from, std::min<size_t>(bytes, 1 << 30));
    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      fail("write", done < 0 ? errno : ENOSPC);
    from += done;
    written += static_cast<uint64_t>(done);
    bytes -= static_cast<size_t>(done);
  }
}

void AtomicFile::commit() {
  if (fsync(file))
    fail("write", errno);
  int closed = close(file);
  file = -1;
  if (closed)
    fail("write", errno);
  if (rename(temporary.c_str(), target.c_str()))
    fail("replace", errno);
  temporary.clear();
  size_t slash = target.rfind('/');
  std::string folder = slash == std::string::npos ? "." : target.substr(0, slash + 1);
  // The file is whole by now; a file system that cannot sync folders is no reason to fail.
  int directory = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    fsync(directory);
    close(directory);
  }
}
