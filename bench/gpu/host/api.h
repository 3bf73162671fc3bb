// The part of the CUDA driver's C interface that is used here, declared by itself: neither machine
// needs CUDA's headers, and nothing is linked. Names and numbers are the driver's.
#ifndef DLC_BENCH_GPU_HOST_API_H
#define DLC_BENCH_GPU_HOST_API_H

#include <cstddef>
#include <cstdint>

namespace cuda {

using Result = int;
using Pointer = unsigned long long;
using Handle = void *; // of a context, a module, a function, a stream, an event, a graph

enum : Result {
  Success = 0,
  InvalidValue = 1,
  OutOfMemory = 2,
  NotFound = 500,
  LaunchFailed = 719
};

enum DeviceAttribute : int {
  MultiprocessorCount = 16,
  L2CacheSize = 38,
  ComputeCapabilityMajor = 75,
  ComputeCapabilityMinor = 76,
  MaxSharedMemoryPerBlockOptIn = 97,
};
enum FunctionAttribute : int {
  LocalSizeBytes = 3,
  RegisterCount = 4,
  MaxDynamicSharedSizeBytes = 8
};
enum JitOption : int { JitErrorLogBuffer = 5, JitErrorLogBufferSizeBytes = 6 };
enum : unsigned { StreamNonBlocking = 1 };
enum : int { CaptureThreadLocal = 1 };

// Of tensor maps.
struct alignas(128) TensorMap {
  uint64_t opaque[16];
};
enum MapType : int { MapUInt16 = 1, MapFloat16 = 6, MapBFloat16 = 9 };
enum MapSwizzle : int { MapNoSwizzle = 0, MapSwizzle128 = 3 };
enum : int { MapPromote128 = 2 };

// X(name in this code, symbol of the driver, parameters)
#define DLC_CUDA_FUNCTIONS(X)                                                                      \
  X(init, cuInit, (unsigned))                                                                      \
  X(driverGetVersion, cuDriverGetVersion, (int *))                                                 \
  X(deviceGetCount, cuDeviceGetCount, (int *))                                                     \
  X(deviceGet, cuDeviceGet, (int *, int))                                                          \
  X(deviceGetName, cuDeviceGetName, (char *, int, int))                                            \
  X(deviceGetAttribute, cuDeviceGetAttribute, (int *, int, int))                                   \
  X(deviceTotalMem, cuDeviceTotalMem_v2, (size_t *, int))                                          \
  X(contextRetain, cuDevicePrimaryCtxRetain, (Handle *, int))                                      \
  X(contextSetCurrent, cuCtxSetCurrent, (Handle))                                                  \
  X(contextSynchronize, cuCtxSynchronize, ())                                                      \
  X(memAlloc, cuMemAlloc_v2, (Pointer *, size_t))                                                  \
  X(memFree, cuMemFree_v2, (Pointer))                                                              \
  X(memsetD8, cuMemsetD8_v2, (Pointer, unsigned char, size_t))                                     \
  X(copyToDevice, cuMemcpyHtoD_v2, (Pointer, const void *, size_t))                                \
  X(copyToHost, cuMemcpyDtoH_v2, (void *, Pointer, size_t))                                        \
  X(copyOnDevice, cuMemcpyDtoDAsync_v2, (Pointer, Pointer, size_t, Handle))                        \
  X(moduleLoad, cuModuleLoadDataEx, (Handle *, const void *, unsigned, int *, void **))            \
  X(moduleUnload, cuModuleUnload, (Handle))                                                        \
  X(moduleGetFunction, cuModuleGetFunction, (Handle *, Handle, const char *))                      \
  X(functionGetAttribute, cuFuncGetAttribute, (int *, int, Handle))                                \
  X(functionSetAttribute, cuFuncSetAttribute, (Handle, int, int))                                  \
  X(launch, cuLaunchKernel,                                                                        \
    (Handle, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, Handle,         \
     void **, void **))                                                                            \
  X(streamCreate, cuStreamCreate, (Handle *, unsigned))                                            \
  X(streamSynchronize, cuStreamSynchronize, (Handle))                                              \
  X(beginCapture, cuStreamBeginCapture_v2, (Handle, int))                                          \
  X(endCapture, cuStreamEndCapture, (Handle, Handle *))                                            \
  X(graphInstantiate, cuGraphInstantiateWithFlags, (Handle *, Handle, unsigned long long))         \
  X(graphLaunch, cuGraphLaunch, (Handle, Handle))                                                  \
  X(eventCreate, cuEventCreate, (Handle *, unsigned))                                              \
  X(eventRecord, cuEventRecord, (Handle, Handle))                                                  \
  X(eventElapsedTime, cuEventElapsedTime, (float *, Handle, Handle))                               \
  X(getErrorString, cuGetErrorString, (Result, const char **))                                     \
  X(tensorMapEncodeTiled, cuTensorMapEncodeTiled,                                                  \
    (TensorMap *, int, uint32_t, void *, const uint64_t *, const uint64_t *, const uint32_t *,     \
     const uint32_t *, int, int, int, int))

// The functions, once a driver was opened.
struct Functions {
#define DLC_DECLARE(name, symbol, parameters) Result(*name) parameters = nullptr;
  DLC_CUDA_FUNCTIONS(DLC_DECLARE)
#undef DLC_DECLARE
};

} // namespace cuda

#endif // DLC_BENCH_GPU_HOST_API_H
