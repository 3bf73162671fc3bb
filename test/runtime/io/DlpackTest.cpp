//===- DlpackTest.cpp - memory that is lent and borrowed ------------------------------------===//
#include "runtime/io/Dlpack.h"
#include "core/Expect.h"
#include "dlc/rt/tensor_io.hpp"

using namespace dlc::runtime;

namespace {

// The layout of dlpack.h on 64-bit machines.
static_assert(sizeof(DLTensor) == 48 && offsetof(DLTensor, dtype) == 20);
static_assert(sizeof(DLManagedTensor) == 64 && offsetof(DLManagedTensor, deleter) == 56);
static_assert(sizeof(DLManagedTensorVersioned) == 80);
static_assert(offsetof(DLManagedTensorVersioned, dl_tensor) == 32);

TEST(Dlpack, exportKeepsTheStorage) {
  DLManagedTensor *managed = nullptr;
  {
    Tensor x = arange(6).reshape({2, 3});
    managed = to_dlpack(x.t().slice(0, 1));
    EXPECT_EQ(x.storage().use_count(), 2);
  }
  const DLTensor &out = managed->dl_tensor;
  EXPECT_EQ(out.device.device_type, kDLCPU);
  EXPECT_EQ(out.ndim, 2);
  EXPECT_EQ(Shape(out.shape, out.shape + 2), (Shape{2, 2}));
  EXPECT_EQ(Shape(out.strides, out.strides + 2), (Shape{1, 3}));
  EXPECT_EQ(out.dtype.code, kDLInt);
  EXPECT_EQ(out.dtype.bits, 64);
  EXPECT_EQ(out.byte_offset, 0u);
  EXPECT_EQ(static_cast<int64_t *>(out.data)[3], 4);
  managed->deleter(managed);
}

TEST(Dlpack, thereAndBack) {
  for (int dtype = f64; dtype <= boolean; ++dtype) {
    Tensor x = tensor({{0, 1}, {1, 1}}).to(DType(dtype)).t();
    Tensor y = from_dlpack(to_dlpack(x)), z = from_dlpack(to_dlpack_versioned(x));
    EXPECT_TRUE(equal(x, y) && equal(x, z));
    EXPECT_EQ(y.strides(), x.strides());
    EXPECT_EQ(y.data_ptr(), x.data_ptr());
    EXPECT_EQ(x.storage().use_count(), 3);
    y = z = Tensor();
    EXPECT_EQ(x.storage().use_count(), 1);
  }
  EXPECT_EQ(from_dlpack(to_dlpack(tensor(2.5))).item<double>(), 2.5);
  EXPECT_EQ(from_dlpack(to_dlpack(zeros({2, 0}))).shape(), (Shape{2, 0}));
}

// A tensor of another library.
template <class Managed> struct Foreign {
  float numbers[4] = {1, 2, 3, 4};
  int64_t shape[2] = {3, 1}, strides[2] = {1, 1};
  int deleted = 0;
  Managed managed{};
  Foreign() {
    managed.dl_tensor = {numbers, {kDLCPU, 0}, 2, {kDLFloat, 32, 1}, shape, nullptr, 4};
    managed.manager_ctx = this;
    managed.deleter = [](Managed *self) { ++static_cast<Foreign *>(self->manager_ctx)->deleted; };
  }
};

TEST(Dlpack, importOwns) {
  Foreign<DLManagedTensor> foreign;
  {
    Tensor x = from_dlpack(&foreign.managed);
    EXPECT_TRUE(equal(x, tensor({{2.}, {3.}, {4.}}))); // behind the byte offset, row-major
    Tensor last = x[2];
    x = Tensor();
    last.fill_(9);
    EXPECT_EQ(foreign.numbers[3], 9);
    EXPECT_EQ(foreign.deleted, 0);
  }
  EXPECT_EQ(foreign.deleted, 1);
  foreign.managed.deleter = nullptr; // nothing to release
  from_dlpack(&foreign.managed);
}

TEST(Dlpack, refusals) {
  auto refuses = [](auto change, int status, const char *part) {
    Foreign<DLManagedTensorVersioned> foreign;
    foreign.managed.version = {1, 1};
    change(foreign);
    expectHas(messageOf([&] { from_dlpack(&foreign.managed); }, status), {part});
    EXPECT_EQ(foreign.deleted, 1); // taken over all the same
  };
  refuses([](auto &f) { f.managed.dl_tensor.device.device_type = 2; }, DLC_ERR_ARGUMENT,
          "a DLPack tensor on a device of type 2; this runtime reads memory of the host, type 1");
  refuses([](auto &f) { f.managed.dl_tensor.dtype = {5, 64, 1}; }, DLC_ERR_ARGUMENT,
          "a DLPack tensor with elements of code 5, 64 bits and 1 lanes, an element type that this "
          "runtime has not");
  refuses([](auto &f) { f.managed.dl_tensor.dtype.lanes = 4; }, DLC_ERR_ARGUMENT, "and 4 lanes");
  refuses([](auto &f) { f.managed.version = {2, 0}; }, DLC_ERR_VERSION,
          "a tensor of DLPack 2.0; this runtime knows version 1");
  refuses([](auto &f) { f.managed.flags = 1; }, DLC_ERR_ARGUMENT,
          "a DLPack tensor that is read only; hint: export a copy of it");
  refuses(
      [](auto &f) {
        f.strides[0] = -1;
        f.managed.dl_tensor.strides = f.strides;
      },
      DLC_ERR_ARGUMENT, "a stride is not negative");
}

} // namespace
