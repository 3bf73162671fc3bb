//===- KernelCache.h - machine code that was made before ----------------------*- C++ -*-===//
//
// A folder of objects, each under the hash of all that decides its bytes. Any number of processes
// may use one: an object appears by renaming, and one that is damaged counts as absent. What was
// not used for longest goes first when the folder is full.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_EMIT_KERNELCACHE_H
#define DLC_CODEGEN_EMIT_KERNELCACHE_H
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace dlc::emit {

class KernelCache {
public:
  static constexpr uint64_t defaultLimit = uint64_t(512) << 20; // bytes

  explicit KernelCache(std::string folder, uint64_t limit = defaultLimit)
      : folder(std::move(folder)), limit(limit) {}

  /// Callable from several threads at once. A folder that cannot be read or written is an empty
  /// one: nobody's compilation fails for it.
  std::optional<std::string> find(llvm::StringRef key) const;
  void store(llvm::StringRef key, llvm::StringRef object) const;

  const std::string &path() const { return folder; }

private:
  std::string folder;
  uint64_t limit;
};

/// Where the environment wants the cache: DLC_CACHE is a folder or `off`; without it, `dlc` in
/// XDG_CACHE_HOME or in ~/.cache. Empty: nowhere.
std::string cacheFolder();
} // namespace dlc::emit
#endif
