// A GPU by its driver, which is opened when the program runs: DLC_GPU_DRIVER=FILE takes another
// one, such as the emulated one. Whatever the driver refuses is an exception that names the call.
#ifndef DLC_BENCH_GPU_HOST_DEVICE_H
#define DLC_BENCH_GPU_HOST_DEVICE_H

#include "api.h"
#include "manifest.h"

#include <stdexcept>
#include <string>
#include <vector>

struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Device : public cuda::Functions {
public:
  Device();

  void check(cuda::Result result, const char *call) const;
  int attribute(cuda::DeviceAttribute which) const;
  void synchronize() { check(streamSynchronize(stream), "cuStreamSynchronize"); }

  std::string name;
  int driverVersion = 0, capability = 0; // 90 is 9.0
  size_t memory = 0;
  // The emulated driver's count of bank conflicts; no other driver has one.
  const long *bankConflicts = nullptr;
  cuda::Handle stream = nullptr;

private:
  int device = 0;
};

// Device memory, filled with 0xff: a result that is not written is NaN.
class Buffer {
public:
  Buffer(Device &device, size_t bytes);
  Buffer(Device &device, const void *data, size_t bytes);
  Buffer(Buffer &&other) noexcept;
  Buffer(const Buffer &) = delete;
  ~Buffer();

  void read(void *data) const;
  void write(const void *data);
  void poison();
  // Whether nothing was written behind its end.
  bool intact() const;

  cuda::Pointer pointer = 0;
  size_t bytes;

private:
  Device &device;
};

enum class Image { Cubin, Ptx };

// Arguments of a kernel, by value.
class Arguments {
public:
  void add(cuda::Pointer pointer) { values.push_back({.number = pointer}); }
  void addWord(uint32_t word) { values.push_back({.number = word}); }
  void add(const cuda::TensorMap &map) { values.push_back({.map = map}); }
  std::vector<void *> pointers();

private:
  union Value {
    uint64_t number;
    cuda::TensorMap map;
  };
  std::vector<Value> values;
};

// One kernel, loaded.
class Kernel {
public:
  Kernel(Device &device, const Entry &entry, const std::string &folder, Image image);
  Kernel(const Kernel &) = delete;
  ~Kernel();

  // `blocks`: instead of the grid that the kernel was made for.
  void launch(Arguments &arguments, int blocks = 0);
  int attribute(cuda::FunctionAttribute which) const;

  const char *kind() const { return file.ends_with(".ptx") ? "ptx" : "cubin"; }

  double loadSeconds = 0;
  std::string file;

private:
  Device &device;
  Entry entry;
  cuda::Handle module = nullptr, function = nullptr;
};

// The file that this device takes, PTX also where no cubin fits; "" if there is none.
std::string imageFile(const Device &device, const Entry &entry, const std::string &folder,
                      Image image);

// A map of a matrix of 16-bit elements, in boxes.
cuda::TensorMap tensorMap(Device &device, cuda::MapType type, cuda::Pointer data, uint64_t rows,
                          uint64_t columns, uint32_t boxRows, uint32_t boxColumns,
                          cuda::MapSwizzle swizzle);

double now(); // seconds

#endif // DLC_BENCH_GPU_HOST_DEVICE_H
