//===- dtype.hpp - element types in C++ ---------------------------------------*- C++ -*-===//
//
// dlc_dtype under PyTorch's names, the two 16-bit floats that C++ lacks, and which element type a
// C++ type is.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RT_DTYPE_HPP
#define DLC_RT_DTYPE_HPP
#include "dlc/rt/abi.h"
#include <bit>
#include <limits>
#include <type_traits>

namespace dlc::rt {

using DType = dlc_dtype;
inline constexpr DType f64 = DLC_F64, f32 = DLC_F32, f16 = DLC_F16, bf16 = DLC_BF16;
inline constexpr DType i64 = DLC_I64, i32 = DLC_I32, u8 = DLC_U8, boolean = DLC_BOOL;

constexpr bool isFloat(DType dtype) {
  return dtype == f64 || dtype == f32 || dtype == f16 || dtype == bf16;
}

/// IEEE 754 binary16. Arithmetic is float's; conversion rounds to nearest, ties to even.
struct Half {
  uint16_t bits = 0;

  Half() = default;
  explicit Half(float value) : bits(fromFloat(value)) {}
  operator float() const {
    uint32_t sign = uint32_t(bits & 0x8000) << 16, magnitude = bits & 0x7fff;
    if (magnitude >= 0x7c00) // infinite or NaN
      return std::bit_cast<float>(sign | 0x7f800000 | (magnitude & 0x3ff) << 13);
    if (magnitude >= 0x0400)
      return std::bit_cast<float>(sign | ((magnitude << 13) + (112u << 23)));
    return std::bit_cast<float>(sign | std::bit_cast<uint32_t>(float(magnitude) * 0x1p-24f));
  }

private:
  static uint16_t fromFloat(float value) {
    uint32_t x = std::bit_cast<uint32_t>(value);
    uint16_t sign = x >> 16 & 0x8000;
    x &= 0x7fffffff;
    if (x > 0x7f800000)
      return sign | 0x7e00;
    if (x >= 0x47800000) // 65536
      return sign | 0x7c00;
    if (x < 0x38800000) { // a multiple of 2^-24, which is what floats from 0.5 to 1 are
      float rounded = std::bit_cast<float>(x) + 0.5f;
      return sign | uint16_t(std::bit_cast<uint32_t>(rounded) - std::bit_cast<uint32_t>(0.5f));
    }
    x += 0xfff + (x >> 13 & 1);
    return sign | uint16_t((x - (112u << 23)) >> 13);
  }
};

/// The upper half of a float; conversion rounds to nearest, ties to even.
struct BFloat16 {
  uint16_t bits = 0;

  BFloat16() = default;
  explicit BFloat16(float value) {
    uint32_t x = std::bit_cast<uint32_t>(value);
    bool isNan = (x & 0x7fffffff) > 0x7f800000;
    bits = isNan ? 0x7fc0 : uint16_t((x + 0x7fff + (x >> 16 & 1)) >> 16);
  }
  operator float() const { return std::bit_cast<float>(uint32_t(bits) << 16); }
};

template <class T> constexpr DType dtypeOf() {
  if constexpr (std::is_same_v<T, double>)
    return DLC_F64;
  else if constexpr (std::is_same_v<T, float>)
    return DLC_F32;
  else if constexpr (std::is_same_v<T, Half>)
    return DLC_F16;
  else if constexpr (std::is_same_v<T, BFloat16>)
    return DLC_BF16;
  else if constexpr (std::is_same_v<T, bool>)
    return DLC_BOOL;
  else if constexpr (std::is_integral_v<T> && std::is_signed_v<T> && sizeof(T) == 8)
    return DLC_I64;
  else if constexpr (std::is_integral_v<T> && std::is_signed_v<T> && sizeof(T) == 4)
    return DLC_I32;
  else {
    static_assert(std::is_same_v<T, unsigned char>, "no dlc element type for this C++ type");
    return DLC_U8;
  }
}

/// A number in another element type, as PyTorch converts: floats round to nearest, ints are cut to
/// their low bits, a float becomes an int towards zero (the smallest one if it does not fit).
template <class To, class From> To convertNumber(From value) {
  if constexpr (std::is_same_v<From, Half> || std::is_same_v<From, BFloat16>) {
    return convertNumber<To>(float(value));
  } else if constexpr (std::is_same_v<To, bool>) {
    return value != From(0);
  } else if constexpr (std::is_same_v<To, Half> || std::is_same_v<To, BFloat16>) {
    return To(float(value));
  } else if constexpr (std::is_integral_v<To> && std::is_floating_point_v<From>) {
    using Wide = std::conditional_t<sizeof(To) == 4, int32_t, int64_t>;
    constexpr double limit = -double(std::numeric_limits<Wide>::min());
    bool fits = double(value) > -limit - 1 && double(value) < limit;
    return To(fits ? Wide(value) : std::numeric_limits<Wide>::min());
  } else {
    return To(value);
  }
}

} // namespace dlc::rt
#endif
