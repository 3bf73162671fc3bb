//===- OutputFolder.cpp - where checkpoints go -------------------------*- C++ -*-===//
#include "runtime/train/OutputFolder.h"

#include "dlc/rt/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dlc::rt {

OutputFolder::OutputFolder(const std::string &path) : folder(path) {
  while (folder.size() > 1 && folder.back() == '/')
    folder.pop_back();
  const auto fail = [&](const char *what, const std::string &where) {
    throw Error(DLC_ERR_IO,
                fmt::format("cannot {} {}: {}\n  hint: --out DIR chooses another folder", what,
                            where, std::strerror(errno)));
  };
  for (size_t end = folder.find('/', 1);; end = folder.find('/', end + 1)) {
    std::string part = folder.substr(0, end);
    if (mkdir(part.c_str(), 0777) && errno != EEXIST) {
      // A parent that exists may refuse for another reason than being there.
      struct stat info{};
      int why = errno;
      if (stat(part.c_str(), &info) || !S_ISDIR(info.st_mode)) {
        errno = why;
        fail("make the folder", part);
      }
    }
    if (end == std::string::npos)
      break;
  }
  // Permissions are one reason of several (a read-only disk, a full one, a file of that name).
  std::string probe = folder + "/.dlc-probe-XXXXXX";
  int file = mkstemp(probe.data());
  if (file < 0)
    fail("write into", folder);
  ssize_t written = write(file, "probe", 5);
  int why = errno;
  close(file);
  unlink(probe.c_str());
  if (written != 5) {
    errno = written < 0 ? why : ENOSPC;
    fail("write into", folder);
  }
}

bool OutputFolder::holdsRun() const { return access(last().c_str(), F_OK) == 0; }

} // namespace dlc::rt
