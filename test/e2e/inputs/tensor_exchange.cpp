// What tensor_torch.py calls: the run-time Tensor behind a C interface.
#include "dlc/rt/tensor_io.hpp"

using namespace dlc::runtime;

#define API extern "C" __attribute__((visibility("default")))

API int exchange_npy(const char *from, const char *to) {
  save_npy(to, load_npy(from));
  return 0;
}

/// Every second column, as a view.
API DLManagedTensor *lend() { return to_dlpack(arange(12.).reshape({3, 4}).slice(1, 0, 4, 2)); }

/// Writes into memory of PyTorch and prints what it sees.
API int borrow(DLManagedTensor *managed) {
  Tensor x = from_dlpack(managed);
  print(x);
  x[0].fill_(7);
  return fflush(stdout);
}
