// The CUDA driver over the emulator, as far as host/api.h declares it: device memory is memory, an
// image's bytes are not looked at, and a kernel is the launch_NAME of this library. It refuses what
// the machine would refuse.
#include "../host/api.h"
#include "machine.h"

#include <chrono>
#include <cstdlib>
#include <dlfcn.h>
#include <string>

using namespace cuda;

namespace {

constexpr int Capability = 90, SharedLimit = 227 * 1024, DefaultShared = 48 * 1024;

struct Function {
  void (*entry)(void *);
  const char *kinds;
  int shared = DefaultShared;
};

using Work = std::vector<std::function<Result()>>;

struct Stream {
  bool capturing = false;
  Work captured;

  Result submit(std::function<Result()> work) {
    if (!capturing)
      return work();
    captured.push_back(std::move(work));
    return Success;
  }
};

using Event = std::chrono::steady_clock::time_point;

std::string lastFailure;

void *ownSymbol(const std::string &name) {
  Dl_info self;
  dladdr(reinterpret_cast<void *>(&ownSymbol), &self);
  return dlsym(dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD), name.c_str());
}

} // namespace

extern "C" {

Result cuInit(unsigned) { return Success; }
Result cuDriverGetVersion(int *version) {
  *version = 13000;
  return Success;
}
Result cuDeviceGetCount(int *count) {
  *count = 1;
  return Success;
}
Result cuDeviceGet(int *device, int) {
  *device = 0;
  return Success;
}
Result cuDeviceGetName(char *name, int size, int) {
  strncpy(name, "emulator", size);
  return Success;
}
Result cuDeviceGetAttribute(int *value, int which, int) {
  *value = which == ComputeCapabilityMajor         ? Capability / 10
           : which == ComputeCapabilityMinor       ? Capability % 10
           : which == MultiprocessorCount          ? 1
           : which == L2CacheSize                  ? 1 << 16
           : which == MaxSharedMemoryPerBlockOptIn ? SharedLimit
                                                   : 0;
  return Success;
}
Result cuDeviceTotalMem_v2(size_t *bytes, int) {
  *bytes = size_t(1) << 30;
  return Success;
}
Result cuDevicePrimaryCtxRetain(Handle *context, int) {
  *context = nullptr;
  return Success;
}
Result cuCtxSetCurrent(Handle) { return Success; }
Result cuCtxSynchronize() { return Success; }

Result cuMemAlloc_v2(Pointer *pointer, size_t bytes) {
  void *memory = aligned_alloc(256, (bytes + 255) / 256 * 256);
  *pointer = reinterpret_cast<Pointer>(memory);
  return memory ? Success : OutOfMemory;
}
Result cuMemFree_v2(Pointer pointer) {
  free(reinterpret_cast<void *>(pointer));
  return Success;
}
Result cuMemsetD8_v2(Pointer to, unsigned char value, size_t bytes) {
  memset(reinterpret_cast<void *>(to), value, bytes);
  return Success;
}
Result cuMemcpyHtoD_v2(Pointer to, const void *from, size_t bytes) {
  memcpy(reinterpret_cast<void *>(to), from, bytes);
  return Success;
}
Result cuMemcpyDtoH_v2(void *to, Pointer from, size_t bytes) {
  memcpy(to, reinterpret_cast<const void *>(from), bytes);
  return Success;
}
Result cuMemcpyDtoDAsync_v2(Pointer to, Pointer from, size_t bytes, Handle stream) {
  return static_cast<Stream *>(stream)->submit([=] {
    memcpy(reinterpret_cast<void *>(to), reinterpret_cast<const void *>(from), bytes);
    return Success;
  });
}

Result cuModuleLoadDataEx(Handle *module, const void *, unsigned, int *, void **) {
  *module = nullptr;
  return Success;
}
Result cuModuleUnload(Handle) { return Success; }
Result cuModuleGetFunction(Handle *function, Handle, const char *name) {
  auto *entry = reinterpret_cast<void (*)(void *)>(ownSymbol(std::string("launch_") + name));
  auto *kinds = static_cast<const char *>(ownSymbol(std::string("kinds_") + name));
  if (!entry || !kinds)
    return NotFound;
  *function = new Function{entry, kinds};
  return Success;
}
Result cuFuncGetAttribute(int *value, int, Handle) {
  *value = 0;
  return Success;
}
Result cuFuncSetAttribute(Handle function, int which, int value) {
  if (which == MaxDynamicSharedSizeBytes && value > SharedLimit)
    return InvalidValue;
  static_cast<Function *>(function)->shared = value;
  return Success;
}

Result cuLaunchKernel(Handle handle, unsigned gridX, unsigned gridY, unsigned, unsigned threads,
                      unsigned, unsigned, unsigned shared, Handle stream, void **parameters,
                      void **) {
  auto *function = static_cast<Function *>(handle);
  if (threads > 1024 || static_cast<int>(shared) > function->shared)
    return InvalidValue;
  // Arguments are copied when a kernel is launched, also into a graph.
  std::vector<TensorMap> values(strlen(function->kinds));
  for (size_t i = 0; i < values.size(); ++i) {
    size_t bytes = function->kinds[i] == 'm'   ? sizeof(TensorMap)
                   : function->kinds[i] == '4' ? 4
                                               : 8;
    memcpy(&values[i], parameters[i], bytes);
  }
  return static_cast<Stream *>(stream)->submit([=]() mutable {
    std::vector<uint64_t> slots;
    for (size_t i = 0; i < values.size(); ++i)
      slots.push_back(function->kinds[i] == 'm' ? reinterpret_cast<uint64_t>(&values[i])
                                                : values[i].opaque[0]);
    const char *why = nullptr;
    if (emulator::launch(function->entry, slots.data(),
                         {static_cast<int>(gridX), static_cast<int>(gridY)}, threads, &why))
      return Success;
    lastFailure = why;
    return LaunchFailed;
  });
}

Result cuStreamCreate(Handle *stream, unsigned) {
  *stream = new Stream;
  return Success;
}
Result cuStreamSynchronize(Handle) { return Success; }
Result cuStreamBeginCapture_v2(Handle stream, int) {
  *static_cast<Stream *>(stream) = {true, {}};
  return Success;
}
Result cuStreamEndCapture(Handle handle, Handle *graph) {
  auto *stream = static_cast<Stream *>(handle);
  *graph = new Work(std::move(stream->captured));
  *stream = {};
  return Success;
}
Result cuGraphInstantiateWithFlags(Handle *executable, Handle graph, unsigned long long) {
  *executable = graph;
  return Success;
}
Result cuGraphLaunch(Handle executable, Handle) {
  for (auto &work : *static_cast<Work *>(executable))
    if (Result result = work())
      return result;
  return Success;
}

Result cuEventCreate(Handle *event, unsigned) {
  *event = new Event;
  return Success;
}
Result cuEventRecord(Handle event, Handle) {
  *static_cast<Event *>(event) = std::chrono::steady_clock::now();
  return Success;
}
Result cuEventElapsedTime(float *milliseconds, Handle first, Handle last) {
  *milliseconds = std::chrono::duration<float, std::milli>(*static_cast<Event *>(last) -
                                                           *static_cast<Event *>(first))
                      .count();
  return Success;
}

Result cuGetErrorString(Result result, const char **text) {
  *text = result == InvalidValue   ? "invalid argument"
          : result == OutOfMemory  ? "out of memory"
          : result == NotFound     ? "named symbol not found"
          : result == LaunchFailed ? lastFailure.c_str()
                                   : "no error";
  return Success;
}

Result cuTensorMapEncodeTiled(cuda::TensorMap *map, int type, uint32_t rank, void *base,
                              const uint64_t *sizes, const uint64_t *strides, const uint32_t *box,
                              const uint32_t *, int, int swizzle, int, int) {
  bool sixteenBits = type == MapUInt16 || type == MapFloat16 || type == MapBFloat16;
  if (rank != 2 || !sixteenBits || (swizzle != MapNoSwizzle && swizzle != MapSwizzle128) ||
      reinterpret_cast<uint64_t>(base) % 16 || strides[0] % 16 || box[0] > 256 || box[1] > 256 ||
      (swizzle == MapSwizzle128 && box[0] * 2 > 128))
    return InvalidValue;
  emulator::TensorMap own = {
      static_cast<char *>(base), {sizes[0], sizes[1]}, strides[0], {box[0], box[1]}, 2,
      swizzle == MapSwizzle128};
  static_assert(sizeof own <= sizeof *map);
  memcpy(map, &own, sizeof own);
  return Success;
}
}
