// Each 16-bit float from and to f32, as many as there are.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conversions) {
  entry("from_f16", {f16({65536})}, [](Tensor x) { return x.to(f32); });
  entry("from_bf16", {bf16({65536})}, [](Tensor x) { return x.to(f32); });
  entry("to_f16", {f32({65536})}, [](Tensor x) { return x.to(f16); });
  entry("to_bf16", {f32({65536})}, [](Tensor x) { return x.to(bf16); });
}
