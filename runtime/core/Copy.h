//===- Copy.h - between the user's layout and what is stored ------------------*- C++ -*-===//
//
// Two copies that no step may allocate for: the live part of a tensor that is stored at its
// bound, and a state whose axes are stored in another order.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_COPY_H
#define DLC_RUNTIME_CORE_COPY_H
#include "dlc/rt/abi.h"

namespace dlc::rt {

constexpr int maxRank = 16; // of anything the tables describe; checked when an instance is made

// Dense in the live shape <-> row-major at the bound.
void copyIntoSlot(void *slot, const void *dense, const dlc_tensor_desc &tensor,
                  const int64_t *dims);
void copyFromSlot(void *dense, const void *slot, const dlc_tensor_desc &tensor,
                  const int64_t *dims);

// PyTorch's row-major order <-> storage order.
bool storedInOrder(const dlc_state_desc &state); // a plain memcpy does
void copyToStorage(void *storage, const void *logical, const dlc_state_desc &state);
void copyFromStorage(void *logical, const void *storage, const dlc_state_desc &state);

} // namespace dlc::rt
#endif
