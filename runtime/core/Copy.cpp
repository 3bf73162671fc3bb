//===- Copy.cpp ------------------------------------------------------------------------===//
#include "runtime/core/Copy.h"
#include "runtime/core/Describe.h"
#include <cstring>

using namespace dlc::rt;

namespace {

// Calls body(slotOffset, denseOffset, bytes) for every contiguous run of live bytes.
template <class Body>
void forLiveRuns(const dlc_tensor_desc &tensor, const int64_t *dims, Body body) {
  for (int i = 0; i < tensor.rank; ++i)
    if (liveExtent(tensor, i, dims) == 0)
      return;
  uint64_t run = dtypeSize(tensor.dtype);
  int axis = tensor.rank - 1;
  for (; axis >= 0 && liveExtent(tensor, axis, dims) == tensor.shape[axis]; --axis)
    run *= static_cast<uint64_t>(tensor.shape[axis]);
  if (axis >= 0) { // the innermost axis with dead elements still begins with live ones
    int64_t stride[maxRank], extent[maxRank], index[maxRank] = {};
    uint64_t slotRun = run;
    run *= static_cast<uint64_t>(liveExtent(tensor, axis, dims));
    slotRun *= static_cast<uint64_t>(tensor.shape[axis]);
    for (int i = axis - 1; i >= 0; --i) {
      stride[i] = static_cast<int64_t>(slotRun);
      extent[i] = liveExtent(tensor, i, dims);
      slotRun *= static_cast<uint64_t>(tensor.shape[i]);
    }
    uint64_t slot = 0, dense = 0;
    for (;;) {
      body(slot, dense, run);
      dense += run;
      int i = axis - 1;
      for (; i >= 0; --i) {
        slot += static_cast<uint64_t>(stride[i]);
        if (++index[i] < extent[i])
          break;
        slot -= static_cast<uint64_t>(stride[i] * extent[i]);
        index[i] = 0;
      }
      if (i < 0)
        return;
    }
  }
  body(0, 0, run);
}

// dst is dense in storage order when `intoStorage`, in logical order otherwise. Walks the
// storage; only the logical side jumps. The user's side may be unaligned: memcpy, which for a
// size known here is one move.
template <size_t size>
void permute(char *dst, const char *src, const dlc_state_desc &state, bool intoStorage) {
  int rank = state.view_rank;
  int64_t viewStride[maxRank], extent[maxRank], stride[maxRank], index[maxRank] = {};
  int64_t count = 1;
  for (int i = rank - 1; i >= 0; --i) {
    viewStride[i] = count;
    count *= state.view_shape[i];
  }
  for (int i = 0; i < rank; ++i) {
    extent[i] = state.view_shape[state.perm[i]];
    stride[i] = viewStride[state.perm[i]];
  }
  int64_t logical = 0;
  for (int64_t stored = 0; stored < count; ++stored) {
    if (intoStorage)
      memcpy(dst + stored * size, src + logical * size, size);
    else
      memcpy(dst + logical * size, src + stored * size, size);
    for (int i = rank - 1; i >= 0; --i) {
      logical += stride[i];
      if (++index[i] < extent[i])
        break;
      logical -= stride[i] * extent[i];
      index[i] = 0;
    }
  }
}

void copyState(void *dst, const void *src, const dlc_state_desc &state, bool intoStorage) {
  size_t size = dtypeSize(state.tensor.dtype);
  auto *to = static_cast<char *>(dst);
  auto *from = static_cast<const char *>(src);
  if (storedInOrder(state))
    memcpy(to, from, elementCount(shapeOf(state.tensor)) * size);
  else if (size == 8)
    permute<8>(to, from, state, intoStorage);
  else if (size == 4)
    permute<4>(to, from, state, intoStorage);
  else if (size == 2)
    permute<2>(to, from, state, intoStorage);
  else
    permute<1>(to, from, state, intoStorage);
}

} // namespace

void dlc::rt::copyIntoSlot(void *slot, const void *dense, const dlc_tensor_desc &tensor,
                           const int64_t *dims) {
  forLiveRuns(tensor, dims, [&](uint64_t slotAt, uint64_t denseAt, uint64_t bytes) {
    memcpy(static_cast<char *>(slot) + slotAt, static_cast<const char *>(dense) + denseAt, bytes);
  });
}

void dlc::rt::copyFromSlot(void *dense, const void *slot, const dlc_tensor_desc &tensor,
                           const int64_t *dims) {
  forLiveRuns(tensor, dims, [&](uint64_t slotAt, uint64_t denseAt, uint64_t bytes) {
    memcpy(static_cast<char *>(dense) + denseAt, static_cast<const char *>(slot) + slotAt, bytes);
  });
}

bool dlc::rt::storedInOrder(const dlc_state_desc &state) {
  // Axes of extent 1 may stand anywhere.
  int last = -1;
  for (int i = 0; i < state.view_rank; ++i) {
    if (state.view_shape[state.perm[i]] == 1)
      continue;
    if (state.perm[i] < last)
      return false;
    last = state.perm[i];
  }
  return true;
}

void dlc::rt::copyToStorage(void *storage, const void *logical, const dlc_state_desc &state) {
  copyState(storage, logical, state, true);
}
void dlc::rt::copyFromStorage(void *logical, const void *storage, const dlc_state_desc &state) {
  copyState(logical, storage, state, false);
}
