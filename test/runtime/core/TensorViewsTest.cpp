//===- TensorViewsTest.cpp - views, against PyTorch's shapes and strides --------------------===//
#include "core/Expect.h"
#include "dlc/rt/tensor.hpp"

using namespace dlc::runtime;

namespace {

std::vector<int64_t> elements(const Tensor &x) {
  Tensor flat = x.contiguous();
  return {flat.data<int64_t>(), flat.data<int64_t>() + flat.numel()};
}

struct TensorViews : testing::Test {
  // The tensors of torch_views.py.
  Tensor x = arange(24).reshape({2, 3, 4}), m = arange(12).reshape({3, 4}), v = arange(10);
  Tensor s = tensor(7), one = arange(3).reshape({3, 1}), e = zeros({2, 0, 3}, i64);
};

#define VIEW(view, shapeOfIt, stridesOfIt, offsetOfIt, elementsOfIt)                               \
  {                                                                                                \
    Tensor y = view;                                                                               \
    SCOPED_TRACE(#view);                                                                           \
    EXPECT_EQ(y.shape(), shapeOfIt);                                                               \
    EXPECT_EQ(y.strides(), stridesOfIt);                                                           \
    EXPECT_EQ(y.storage_offset(), offsetOfIt);                                                     \
    EXPECT_EQ(elements(y), elementsOfIt);                                                          \
  }

TEST_F(TensorViews, arePyTorchs) {
#include "core/torch_views.inc"
}

TEST_F(TensorViews, shareTheStorage) {
  Tensor column = m.index({Slice(), 1});
  EXPECT_TRUE(column.is_alias_of(m));
  EXPECT_EQ(column.storage().use_count(), m.storage().use_count());
  column.fill_(-1);
  EXPECT_EQ(elements(m), (std::vector<int64_t>{0, -1, 2, 3, 4, -1, 6, 7, 8, -1, 10, 11}));
  m.at<int64_t>({2, 1}) = 5;
  EXPECT_EQ(column[2].item<int64_t>(), 5);
  EXPECT_EQ(column.data<int64_t>(), m.data<int64_t>() + 1);
  EXPECT_FALSE(m.clone().is_alias_of(m));
  EXPECT_TRUE(m.reshape({4, 3}).is_alias_of(m));
  EXPECT_FALSE(m.t().reshape({12}).is_alias_of(m));
}

TEST_F(TensorViews, keepTheStorageAlive) {
  Tensor last = arange(5).index({Slice(3, None)});
  EXPECT_EQ(last.storage().use_count(), 1);
  EXPECT_EQ(last.storage().nbytes(), 40u);
  EXPECT_EQ(elements(last), (std::vector<int64_t>{3, 4}));
}

TEST_F(TensorViews, contiguity) {
  EXPECT_TRUE(x.is_contiguous());
  EXPECT_TRUE(x[1].is_contiguous());
  EXPECT_FALSE(m.t().is_contiguous());
  EXPECT_TRUE(m.t().contiguous().is_contiguous());
  EXPECT_FALSE(m.index({Slice(), Slice(0, 2)}).is_contiguous());
  EXPECT_TRUE(m.index({Slice(0, 1), Slice(0, 2)}).is_contiguous()); // one row
  EXPECT_TRUE(one.t().is_contiguous());
  EXPECT_TRUE(e.transpose(0, 2).is_contiguous()); // nothing in it
  EXPECT_TRUE(s.is_contiguous());
  EXPECT_EQ(m.contiguous().data_ptr(), m.data_ptr());
  // A copy keeps an order without gaps, `contiguous` does not.
  EXPECT_EQ(m.t().clone().strides(), (Shape{1, 4}));
  EXPECT_EQ(m.t().to(f32).strides(), (Shape{1, 4}));
  EXPECT_EQ(m.t().contiguous().strides(), (Shape{3, 1}));
  EXPECT_EQ(v.slice(0, 0, 10, 2).clone().strides(), (Shape{1}));
  EXPECT_EQ(s.expand({2, 2}).clone().strides(), (Shape{2, 1}));
}

void refuses(std::function<void()> body, int status, const char *part) {
  expectHas(messageOf(body, status), {part});
}

TEST_F(TensorViews, shapesThatDoNotFit) {
  refuses([&] { m.t().view({12}); }, DLC_ERR_ARGUMENT,
          "`view` of i64[4, 3] with strides [1, 4] to shape [12]: view size is not compatible with "
          "input tensor's size and stride (at least one dimension spans across two contiguous "
          "subspaces); hint: use .reshape(...) instead");
  refuses([&] { m.index({Slice(), Slice(0, 3)}).view({9}); }, DLC_ERR_ARGUMENT, "across two");
  refuses([&] { m.view({5, -1}); }, DLC_ERR_MISMATCH,
          "`view` of i64[3, 4]: shape [5, -1] is invalid for input of size 12");
  refuses([&] { m.reshape({7}); }, DLC_ERR_MISMATCH,
          "`reshape` of i64[3, 4]: shape [7] is invalid");
  refuses([&] { m.view({-1, -1}); }, DLC_ERR_ARGUMENT, "only one dimension can be inferred");
  refuses([&] { m.view({-2, 6}); }, DLC_ERR_ARGUMENT,
          "a size is not negative, and -1 stands for the one that follows from the others");
  refuses([&] { e.view({0, -1}); }, DLC_ERR_ARGUMENT,
          "beside a size of 0 the size at -1 can be any value and is ambiguous");
  refuses([&] { x.flatten(2, 1); }, DLC_ERR_ARGUMENT,
          "`flatten` from dimension 2 to 1; the start does not come after the end");
  refuses([&] { x.t(); }, DLC_ERR_ARGUMENT,
          "`t` of i64[2, 3, 4]; it takes at most 2 dimensions, hint: transpose or permute");
  refuses([&] { x.permute({0, 1}); }, DLC_ERR_ARGUMENT,
          "`permute` of i64[2, 3, 4] with 2 dimensions; it names each dimension once");
  refuses([&] { x.permute({0, 1, -2}); }, DLC_ERR_ARGUMENT,
          "`permute` to [0, 1, -2]: repeated dim 1; it names each dimension once");
  refuses([&] { m.expand({4}); }, DLC_ERR_MISMATCH, "the result has at least as many dimensions");
  refuses([&] { m.expand({3, 8}); }, DLC_ERR_MISMATCH,
          "dimension 1 has 4 elements, only one element can be repeated");
  refuses([&] { m.expand({-1, 3, 4}); }, DLC_ERR_ARGUMENT,
          "-1 keeps a size, a new dimension has none");
}

TEST_F(TensorViews, placesThatAreNotThere) {
  refuses([&] { x.transpose(0, 3); }, DLC_ERR_RANGE,
          "`transpose` of dimension 3 of a tensor with 3 dimensions; it lies between -3 and 2");
  refuses([&] { x.unsqueeze(-5); }, DLC_ERR_RANGE, "it lies between -4 and 3");
  refuses([&] { x[2]; }, DLC_ERR_RANGE, "index 2 is out of bounds for dimension 0 with size 2");
  refuses([&] { x.index({0, -4}); }, DLC_ERR_RANGE, "index -4 is out of bounds for dimension 0");
  refuses([&] { x.at<int64_t>({0, 3, 0}); }, DLC_ERR_RANGE,
          "index 3 is out of bounds for dimension 1 with size 3");
  refuses([&] { x.at<int64_t>({0, 0}); }, DLC_ERR_ARGUMENT,
          "`at` with 2 indices into i64[2, 3, 4]; it takes one for each dimension");
  refuses([&] { s[0]; }, DLC_ERR_RANGE, "`select` of a tensor without dimensions");
  refuses([&] { s.size(0); }, DLC_ERR_RANGE, "size 0 of a tensor without dimensions");
  refuses([&] { s.stride(0); }, DLC_ERR_RANGE, "stride 0 of a tensor without dimensions");
  refuses([&] { x.narrow(1, 2, 2); }, DLC_ERR_RANGE,
          "`narrow` to 2 elements from 2 of dimension 1 with size 3; they lie inside it");
  refuses([&] { v.slice(0, 0, 5, 0); }, DLC_ERR_ARGUMENT, "slice step must be positive");
  refuses([&] { v.index({Slice(None, None, -1)}); }, DLC_ERR_ARGUMENT, "`slice` by -1");
  refuses([&] { m.diagonal(0, 1, -1); }, DLC_ERR_ARGUMENT, "`diagonal` along dimension 1 twice");
  refuses([&] { v.unfold(0, 11, 1); }, DLC_ERR_ARGUMENT,
          "`unfold` of windows of 11 by 1 in dimension 0 with size 10; a window lies inside it");
  refuses([&] { v.unfold(0, 2, 0); }, DLC_ERR_ARGUMENT, "the step is positive");
  refuses([&] { m.index({0, 0, 0}); }, DLC_ERR_RANGE,
          "too many indices for tensor of dimension 2: 3 of them");
  refuses([&] { m.index({Ellipsis, 0, Ellipsis}); }, DLC_ERR_ARGUMENT,
          "an index can only have a single ellipsis, not 2");
  refuses([&] { m.as_strided({4, 4}, {4, 1}); }, DLC_ERR_RANGE,
          "shape [4, 4] with strides [4, 1] and offset 0 reaches to element 15 of a storage of 12 "
          "elements");
  refuses([&] { m.as_strided({2}, {1}, -1); }, DLC_ERR_RANGE, "and offset -1 reaches to");
  refuses([&] { m.as_strided({2, 2}, {1}); }, DLC_ERR_ARGUMENT,
          "strides [1] for the shape [2, 2]; there is one for each dimension");
  refuses([&] { m.as_strided({2}, {-1}, 5); }, DLC_ERR_ARGUMENT,
          "strides [-1]; a stride is not negative, hint: copy the elements in their new order");
}

} // namespace
