// Formats of numbers, random numbers, and work for all processors.
#ifndef DLC_BENCH_GPU_HOST_NUMBERS_H
#define DLC_BENCH_GPU_HOST_NUMBERS_H

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

enum class Type { F16, BF16, F32 };

Type typeNamed(const std::string &name);
size_t sizeOf(Type type);
float decode(Type type, const char *data, size_t index);
void encode(Type type, char *data, size_t index, float value);

uint16_t halfBits(float value);
uint16_t bfloatBits(float value);
float halfValue(uint16_t bits);

// Calls body(first, last) for parts of [0, count) on all processors.
void inParallel(size_t count, const std::function<void(size_t, size_t)> &body);

// offset + scale * (nearly normal numbers), the same for the same seed.
void fillRandom(Type type, char *data, size_t count, uint64_t seed, double scale, double offset);

// Of an array as floats.
std::vector<float> decoded(Type type, const char *data, size_t count);

// The sum of products, in double.
double dot(const float *a, const float *b, size_t count);

#endif // DLC_BENCH_GPU_HOST_NUMBERS_H
