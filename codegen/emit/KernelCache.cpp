//===- KernelCache.cpp - machine code that was made before -------------------------------===//
//
//   <folder>/3f/3fa9...         magic, hash of the object, the object
// There are 256 folders, by the first byte of the key, and each keeps to its share of the limit:
// so whoever stores an object looks at some dozen files and not at all of them.
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/KernelCache.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace llvm;
using namespace dlc::emit;
namespace fs = llvm::sys::fs;

static constexpr StringLiteral magic = "dlc-obj1";

static std::string checksum(StringRef bytes) {
  auto hash = BLAKE3::hash<16>(arrayRefFromStringRef(bytes));
  return std::string(hash.begin(), hash.end());
}

static SmallString<128> folderOf(const std::string &folder, StringRef key) {
  SmallString<128> path(folder);
  sys::path::append(path, key.take_front(2));
  return path;
}

static SmallString<128> placeOf(const std::string &folder, StringRef key) {
  SmallString<128> path = folderOf(folder, key);
  sys::path::append(path, key);
  return path;
}

/// Notes that the object was of use, for the order in which objects go.
static void touch(StringRef path) {
  int descriptor;
  if (fs::openFileForWrite(path, descriptor, fs::CD_OpenExisting, fs::OF_Append))
    return;
  (void)fs::setLastAccessAndModificationTime(descriptor, std::chrono::system_clock::now());
  raw_fd_ostream(descriptor, /*shouldClose=*/true);
}

std::optional<std::string> KernelCache::find(StringRef key) const {
  SmallString<128> path = placeOf(folder, key);
  auto file = MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!file)
    return std::nullopt;
  StringRef contents = (*file)->getBuffer();
  if (!contents.consume_front(magic) || contents.size() < 16 ||
      contents.take_front(16) != checksum(contents.drop_front(16)))
    return std::nullopt;
  touch(path);
  return contents.drop_front(16).str();
}

namespace {
struct StoredFile {
  std::string path;
  uint64_t bytes;
  sys::TimePoint<> used;
};
} // namespace

/// Removes what was not used for longest until `folder` holds at most `limit` bytes.
static void shrink(StringRef folder, uint64_t limit) {
  std::vector<StoredFile> files;
  uint64_t sum = 0;
  std::error_code error;
  for (fs::directory_iterator i(folder, error), end; i != end && !error; i.increment(error)) {
    fs::file_status status;
    if (fs::status(i->path(), status))
      continue; // another process removed it
    files.push_back({i->path(), status.getSize(), status.getLastModificationTime()});
    sum += status.getSize();
  }
  std::sort(files.begin(), files.end(),
            [](const StoredFile &a, const StoredFile &b) { return a.used < b.used; });
  for (const StoredFile &file : files) {
    if (sum <= limit)
      return;
    if (!fs::remove(file.path))
      sum -= file.bytes;
  }
}

void KernelCache::store(StringRef key, StringRef object) const {
  SmallString<128> into = folderOf(folder, key);
  uint64_t share = limit / 256;
  if (object.size() + 64 > share || fs::create_directories(into))
    return;
  SmallString<128> provisional;
  int descriptor;
  if (fs::createUniqueFile(into + "/%%%%%%%%%%%%.tmp", descriptor, provisional))
    return;
  raw_fd_ostream stream(descriptor, /*shouldClose=*/true);
  stream << magic << checksum(object) << object;
  stream.close();
  bool written = !stream.has_error();
  stream.clear_error();
  if (!written || fs::rename(provisional, placeOf(folder, key)))
    fs::remove(provisional);
  else
    shrink(into, share);
}

std::string dlc::emit::cacheFolder() {
  auto variable = [](const char *name) {
    const char *value = getenv(name);
    return StringRef(value ? value : "");
  };
  if (StringRef wish = variable("DLC_CACHE"); !wish.empty())
    return wish == "off" ? "" : wish.str();
  SmallString<128> path(variable("XDG_CACHE_HOME"));
  if (path.empty() && !variable("HOME").empty()) {
    path = variable("HOME");
    sys::path::append(path, ".cache");
  }
  if (!path.empty())
    sys::path::append(path, "dlc");
  return path.str().str();
}
