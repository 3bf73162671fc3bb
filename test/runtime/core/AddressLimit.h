//===- AddressLimit.h - a process without room for more -----------------------*- C++ -*-===//
#ifndef DLC_TEST_ADDRESSLIMIT_H
#define DLC_TEST_ADDRESSLIMIT_H
#include <cstdint>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

// While it lives, this process may map at most `bytes` more: the system refuses memory as it does
// when it has none.
class AddressLimit {
public:
  explicit AddressLimit(uint64_t bytes) {
    unsigned long pages = 0;
    if (FILE *file = fopen("/proc/self/statm", "r")) {
      if (fscanf(file, "%lu", &pages) != 1)
        pages = 0;
      fclose(file);
    }
    getrlimit(RLIMIT_AS, &before);
    rlimit limited = before;
    limited.rlim_cur = pages * static_cast<unsigned long>(sysconf(_SC_PAGESIZE)) + bytes;
    setrlimit(RLIMIT_AS, &limited);
  }
  ~AddressLimit() { setrlimit(RLIMIT_AS, &before); }
  AddressLimit(const AddressLimit &) = delete;

private:
  rlimit before{};
};
#endif
