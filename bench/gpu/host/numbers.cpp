// Conversions, a random generator that can begin anywhere, threads.
#include "numbers.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <thread>

Type typeNamed(const std::string &name) {
  if (name == "f16")
    return Type::F16;
  if (name == "bf16")
    return Type::BF16;
  if (name == "tf32") // in memory an f32
    return Type::F32;
  throw std::runtime_error("no type " + name);
}

size_t sizeOf(Type type) { return type == Type::F32 ? 4 : 2; }

float halfValue(uint16_t bits) {
  uint32_t sign = static_cast<uint32_t>(bits & 0x8000) << 16, exponent = bits >> 10 & 31,
           fraction = bits & 1023;
  if (exponent == 0) {
    float size = std::ldexp(static_cast<float>(fraction), -24);
    return sign ? -size : size;
  }
  uint32_t wide = exponent == 31 ? 0x7f800000u : (exponent + 112) << 23;
  return std::bit_cast<float>(sign | wide | fraction << 13);
}

uint16_t halfBits(float value) {
  auto bits = std::bit_cast<uint32_t>(value);
  uint16_t sign = bits >> 16 & 0x8000;
  float size = std::fabs(value);
  if (!(size < 65520.0f))
    return sign | (std::isnan(value) ? 0x7e00 : 0x7c00);
  if (size < 6.103515625e-05f) // subnormal: a multiple of 2^-24
    return sign | static_cast<uint16_t>(std::nearbyint(std::ldexp(size, 24)));
  uint32_t rounded = (bits & 0x7fffffffu) + 0xfffu + (bits >> 13 & 1);
  return sign | static_cast<uint16_t>((rounded >> 13) - (112u << 10));
}

uint16_t bfloatBits(float value) {
  auto bits = std::bit_cast<uint32_t>(value);
  return static_cast<uint16_t>((bits + 0x7fffu + (bits >> 16 & 1)) >> 16);
}

float decode(Type type, const char *data, size_t index) {
  if (type == Type::F32) {
    float value;
    memcpy(&value, data + 4 * index, sizeof value);
    return value;
  }
  uint16_t bits;
  memcpy(&bits, data + 2 * index, sizeof bits);
  return type == Type::F16 ? halfValue(bits)
                           : std::bit_cast<float>(static_cast<uint32_t>(bits) << 16);
}

void encode(Type type, char *data, size_t index, float value) {
  if (type == Type::F32) {
    memcpy(data + 4 * index, &value, sizeof value);
    return;
  }
  uint16_t bits = type == Type::F16 ? halfBits(value) : bfloatBits(value);
  memcpy(data + 2 * index, &bits, sizeof bits);
}

void inParallel(size_t count, const std::function<void(size_t, size_t)> &body) {
  size_t threads =
      std::clamp<size_t>(std::thread::hardware_concurrency(), 1, std::max<size_t>(count, 1));
  std::vector<std::thread> pool;
  for (size_t i = 0; i < threads; ++i)
    pool.emplace_back(body, count * i / threads, count * (i + 1) / threads);
  for (std::thread &thread : pool)
    thread.join();
}

void fillRandom(Type type, char *data, size_t count, uint64_t seed, double scale, double offset) {
  inParallel(count, [=](size_t first, size_t last) {
    for (size_t i = first; i < last; ++i) {
      // A hash of the place: any part can be made alone.
      uint64_t x = seed + (i + 1) * 0x9e3779b97f4a7c15ull;
      x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
      x = (x ^ x >> 27) * 0x94d049bb133111ebull;
      x ^= x >> 31;
      // The sum of four uniform numbers, whose variance is a third.
      double sum =
          static_cast<double>((x & 0xffff) + (x >> 16 & 0xffff) + (x >> 32 & 0xffff) + (x >> 48));
      encode(type, data, i,
             static_cast<float>(offset + scale * std::sqrt(3.0) * (sum / 65536 - 2)));
    }
  });
}

std::vector<float> decoded(Type type, const char *data, size_t count) {
  std::vector<float> values(count);
  inParallel(count, [&](size_t first, size_t last) {
    for (size_t i = first; i < last; ++i)
      values[i] = decode(type, data, i);
  });
  return values;
}

double dot(const float *a, const float *b, size_t count) {
  double sums[8] = {};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (size_t j = 0; j < 8; ++j)
      sums[j] += static_cast<double>(a[i + j]) * b[i + j];
  for (; i < count; ++i)
    sums[0] += static_cast<double>(a[i]) * b[i];
  return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}
