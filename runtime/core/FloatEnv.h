//===- FloatEnv.h - the floating-point control word ---------------------------*- C++ -*-===//
//
// Results must not depend on what the host program did to rounding or to denormals, so an
// entry sets the control word on every thread it uses and gives the caller's back.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_CORE_FLOATENV_H
#define DLC_RUNTIME_CORE_FLOATENV_H
#include <cstdint>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace dlc::rt {

#if defined(__x86_64__)
using FloatControl = uint32_t;
constexpr FloatControl defaultFloatControl = 0x1f80; // all exceptions masked, to nearest, denormals
inline FloatControl floatControl() { return _mm_getcsr(); }
inline void setFloatControl(FloatControl value) { _mm_setcsr(value); }
#elif defined(__aarch64__)
using FloatControl = uint64_t;
constexpr FloatControl defaultFloatControl = 0;
inline FloatControl floatControl() {
  uint64_t value;
  asm volatile("mrs %0, fpcr" : "=r"(value));
  return value;
}
inline void setFloatControl(FloatControl value) { asm volatile("msr fpcr, %0" : : "r"(value)); }
#else
#error "dlc's runtime knows the floating-point control word of x86-64 and aarch64 only"
#endif

class FloatEnv {
public:
  FloatEnv() : saved(floatControl()) { setFloatControl(defaultFloatControl); }
  ~FloatEnv() { setFloatControl(saved); }
  FloatEnv(const FloatEnv &) = delete;
  FloatEnv &operator=(const FloatEnv &) = delete;

private:
  FloatControl saved;
};

} // namespace dlc::rt
#endif
