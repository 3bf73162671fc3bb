// Opens the driver and wraps what it gives; loads the image of a kernel that fits.
#include "device.h"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace {

constexpr size_t GuardBytes = 256;
constexpr unsigned char Poison = 0xff;

std::string contents(const std::string &file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(file + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

} // namespace

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Device::Device() {
  const char *other = getenv("DLC_GPU_DRIVER");
  const char *file = other ? other : "libcuda.so.1";
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    throw Error(std::string("no CUDA driver: ") + dlerror());
#define DLC_LOAD(name, symbol, parameters)                                                         \
  name = reinterpret_cast<decltype(name)>(dlsym(library, #symbol));                                \
  if (!name)                                                                                       \
    throw Error(std::string(file) + " has no " #symbol);
  DLC_CUDA_FUNCTIONS(DLC_LOAD)
#undef DLC_LOAD
  bankConflicts = static_cast<const long *>(dlsym(library, "emulated_bank_conflicts"));
  check(init(0), "cuInit");
  int count = 0;
  check(deviceGetCount(&count), "cuDeviceGetCount");
  if (!count)
    throw Error("the driver has no device (is CUDA_VISIBLE_DEVICES set?)");
  check(deviceGet(&device, 0), "cuDeviceGet");
  char text[256] = {};
  check(deviceGetName(text, sizeof text - 1, device), "cuDeviceGetName");
  name = text;
  check(driverGetVersion(&driverVersion), "cuDriverGetVersion");
  check(deviceTotalMem(&memory, device), "cuDeviceTotalMem");
  capability =
      attribute(cuda::ComputeCapabilityMajor) * 10 + attribute(cuda::ComputeCapabilityMinor);
  cuda::Handle context;
  check(contextRetain(&context, device), "cuDevicePrimaryCtxRetain");
  check(contextSetCurrent(context), "cuCtxSetCurrent");
  check(streamCreate(&stream, cuda::StreamNonBlocking), "cuStreamCreate");
}

void Device::check(cuda::Result result, const char *call) const {
  if (result == cuda::Success)
    return;
  const char *text = nullptr;
  getErrorString(result, &text);
  throw Error(std::string(call) + ": " + (text ? text : "?") + " (error " + std::to_string(result) +
              ")");
}

int Device::attribute(cuda::DeviceAttribute which) const {
  int value = 0;
  check(deviceGetAttribute(&value, which, device), "cuDeviceGetAttribute");
  return value;
}

Buffer::Buffer(Device &device, size_t bytes) : bytes(bytes), device(device) {
  device.check(device.memAlloc(&pointer, bytes + GuardBytes), "cuMemAlloc");
  poison();
}

Buffer::Buffer(Device &device, const void *data, size_t bytes) : Buffer(device, bytes) {
  write(data);
}

Buffer::Buffer(Buffer &&other) noexcept
    : pointer(other.pointer), bytes(other.bytes), device(other.device) {
  other.pointer = 0;
}

Buffer::~Buffer() {
  if (pointer)
    device.memFree(pointer);
}

void Buffer::read(void *data) const {
  device.check(device.copyToHost(data, pointer, bytes), "cuMemcpyDtoH");
}

void Buffer::write(const void *data) {
  device.check(device.copyToDevice(pointer, data, bytes), "cuMemcpyHtoD");
  // Its stream is another one than the kernels', and it may return before all has arrived.
  device.check(device.contextSynchronize(), "cuCtxSynchronize");
}

void Buffer::poison() {
  device.check(device.memsetD8(pointer, Poison, bytes + GuardBytes), "cuMemsetD8");
  device.check(device.contextSynchronize(), "cuCtxSynchronize");
}

bool Buffer::intact() const {
  unsigned char guard[GuardBytes];
  device.check(device.copyToHost(guard, pointer + bytes, GuardBytes), "cuMemcpyDtoH");
  for (unsigned char byte : guard)
    if (byte != Poison)
      return false;
  return true;
}

std::vector<void *> Arguments::pointers() {
  std::vector<void *> list;
  for (Value &value : values)
    list.push_back(&value);
  return list;
}

std::string imageFile(const Device &device, const Entry &entry, const std::string &folder,
                      Image image) {
  std::string stem = folder + "/kernels/" + entry.name;
  // Code for sm_90a runs on 9.0 alone, as an image and as PTX.
  bool exact = entry.arch.back() == 'a';
  if (exact ? device.capability != entry.capability() : device.capability < entry.capability())
    return "";
  if (image == Image::Ptx)
    return stem + ".ptx";
  std::vector<std::string> images;
  if (exact)
    images.push_back(stem + "." + entry.arch + ".cubin");
  else // code for an earlier machine of the same generation runs too
    for (int version = device.capability; version >= device.capability / 10 * 10; --version)
      images.push_back(stem + ".sm_" + std::to_string(version) + ".cubin");
  for (const std::string &file : images)
    if (!access(file.c_str(), R_OK))
      return file;
  return stem + ".ptx"; // what a newer machine takes
}

Kernel::Kernel(Device &device, const Entry &entry, const std::string &folder, Image image)
    : device(device), entry(entry) {
  file = imageFile(device, entry, folder, image);
  if (file.empty())
    throw Error(entry.name + ": no image for compute capability " +
                std::to_string(device.capability / 10) + "." +
                std::to_string(device.capability % 10));
  // A driver that takes no image of a newer assembler is no reason to stop here: that is a result.
  std::string text = contents(file); // its end is a zero, as PTX must have one
  char log[4096] = {};
  int options[] = {cuda::JitErrorLogBuffer, cuda::JitErrorLogBufferSizeBytes};
  void *values[] = {log, reinterpret_cast<void *>(sizeof log)};
  double start = now();
  cuda::Result loaded = device.moduleLoad(&module, text.data(), 2, options, values);
  if (loaded != cuda::Success && log[0])
    throw Error("cuModuleLoadDataEx: " + file + ": " + log);
  device.check(loaded, ("cuModuleLoadDataEx: " + file).c_str());
  device.check(device.moduleGetFunction(&function, module, entry.name.c_str()),
               "cuModuleGetFunction");
  loadSeconds = now() - start;
  if (entry.shared > 48 * 1024)
    device.check(
        device.functionSetAttribute(function, cuda::MaxDynamicSharedSizeBytes, entry.shared),
        "cuFuncSetAttribute");
}

Kernel::~Kernel() { device.moduleUnload(module); }

void Kernel::launch(Arguments &arguments, int blocks) {
  std::vector<void *> pointers = arguments.pointers();
  device.check(device.launch(function, blocks ? blocks : entry.gridX, blocks ? 1 : entry.gridY, 1,
                             entry.threads, 1, 1, entry.shared, device.stream, pointers.data(),
                             nullptr),
               "cuLaunchKernel");
}

int Kernel::attribute(cuda::FunctionAttribute which) const {
  int value = 0;
  device.check(device.functionGetAttribute(&value, which, function), "cuFuncGetAttribute");
  return value;
}

cuda::TensorMap tensorMap(Device &device, cuda::MapType type, cuda::Pointer data, uint64_t rows,
                          uint64_t columns, uint32_t boxRows, uint32_t boxColumns,
                          cuda::MapSwizzle swizzle) {
  cuda::TensorMap map;
  const uint64_t sizes[] = {columns, rows}, strides[] = {columns * 2};
  const uint32_t box[] = {boxColumns, boxRows}, steps[] = {1, 1};
  device.check(device.tensorMapEncodeTiled(&map, type, 2, reinterpret_cast<void *>(data), sizes,
                                           strides, box, steps, 0, swizzle, cuda::MapPromote128, 0),
               "cuTensorMapEncodeTiled");
  return map;
}
