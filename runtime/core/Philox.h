//===- Philox.h - Philox4x32-10, the reference --------------------------------*- C++ -*-===//
//
// The same bits as compiled code: key = seed, counter = (logical row-major element, loop
// iteration, op id, call number), word 0 taken. Also what shuffling and augmentation use,
// under op ids of their own.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_PHILOX_H
#define DLC_RUNTIME_CORE_PHILOX_H
#include <array>
#include <cstdint>

namespace dlc::rt {

using PhiloxBlock = std::array<uint32_t, 4>;

constexpr PhiloxBlock philox(PhiloxBlock counter, uint32_t key0, uint32_t key1) {
  for (int round = 0; round < 10; ++round) {
    uint64_t a = uint64_t{0xD2511F53} * counter[0];
    uint64_t b = uint64_t{0xCD9E8D57} * counter[2];
    counter = {static_cast<uint32_t>(b >> 32) ^ counter[1] ^ key0, static_cast<uint32_t>(b),
               static_cast<uint32_t>(a >> 32) ^ counter[3] ^ key1, static_cast<uint32_t>(a)};
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
  return counter;
}

constexpr PhiloxBlock philox(uint64_t seed, PhiloxBlock counter) {
  return philox(counter, static_cast<uint32_t>(seed), static_cast<uint32_t>(seed >> 32));
}

// dlc.random's value of element `element` in iteration 0.
constexpr float philoxUniform(uint64_t seed, uint64_t call, uint32_t opId, uint64_t element) {
  uint32_t word =
      philox(seed, {static_cast<uint32_t>(element), 0, opId, static_cast<uint32_t>(call)})[0];
  return static_cast<float>(word >> 8) * 0x1p-24f;
}

} // namespace dlc::rt
#endif
