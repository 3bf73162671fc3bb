// Against the runtime's own conversions: all 65536 numbers of both types; from f32, every one of
// them with every kind of rest behind its last digit (nothing, just above, just below a half, a
// half, just above, almost one).
#include "dlc/rt/model.hpp"
#include <bit>
#include <cstdio>

extern "C" const dlc_program_desc dlc_program_conversions;
using namespace dlc::rt;

constexpr int count = 65536;
static long failures = 0;

static bool isNan(uint32_t bits) { return (bits & 0x7fffffff) > 0x7f800000; }

template <class T> static void fromHalf(Model &model, const char *entry) {
  std::vector<T> x(count);
  std::vector<float> y(count);
  for (int i = 0; i < count; ++i)
    x[i].bits = uint16_t(i);
  model.run(entry, {x.data()}, {y.data()}, {});
  for (int i = 0; i < count; ++i) {
    uint32_t is = std::bit_cast<uint32_t>(y[i]), should = std::bit_cast<uint32_t>(float(x[i]));
    if (is != should && !(isNan(is) && isNan(should)) && failures++ < 9)
      std::printf("%s of %04x is %08x, not %08x\n", entry, i, is, should);
  }
}

template <class T> static void toHalf(Model &model, const char *entry) {
  // Half of the last digit, in f32's; coarser still where results are denormal.
  for (int digits : {12, 13, 15, 16, 18, 23}) {
    const uint32_t half = 1u << (digits - 1);
    for (uint32_t rest : {0u, 1u, half - 1, half, half + 1, 2 * half - 1}) {
      std::vector<float> x(count);
      std::vector<T> y(count);
      for (int i = 0; i < count; ++i) {
        T stored;
        stored.bits = uint16_t(i);
        x[i] = std::bit_cast<float>(std::bit_cast<uint32_t>(float(stored)) | rest);
      }
      model.run(entry, {x.data()}, {y.data()}, {});
      for (int i = 0; i < count; ++i) {
        uint16_t should = T(x[i]).bits;
        bool nans = x[i] != x[i] && float(y[i]) != float(y[i]);
        if (y[i].bits != should && !nans && failures++ < 9)
          std::printf("%s of %a is %04x, not %04x\n", entry, x[i], y[i].bits, should);
      }
    }
  }
}

int main() try {
  Context context({.threads = 1});
  Model model(context, dlc_program_conversions, {});
  fromHalf<Half>(model, "from_f16");
  fromHalf<BFloat16>(model, "from_bf16");
  toHalf<Half>(model, "to_f16");
  toHalf<BFloat16>(model, "to_bf16");
  if (failures)
    std::printf("%ld failures\n", failures);
  return failures != 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "conversions: %s\n", error.what());
  return 1;
}
