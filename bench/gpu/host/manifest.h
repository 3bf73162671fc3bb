// What the build says of its kernels: a line each, words key=value.
#ifndef DLC_BENCH_GPU_HOST_MANIFEST_H
#define DLC_BENCH_GPU_HOST_MANIFEST_H

#include <map>
#include <string>
#include <vector>

struct Entry {
  std::string name, family, op, size, arch;
  int threads, gridX, gridY, shared;
  std::map<std::string, std::string> parameters;

  int number(const std::string &key) const;
  const std::string &text(const std::string &key) const;
  int capability() const; // 80, 90
};

std::vector<Entry> readManifest(const std::string &file);

// Shell patterns, separated by commas.
bool matches(const std::string &name, const std::string &patterns);

#endif // DLC_BENCH_GPU_HOST_MANIFEST_H
