// ldmatrix, mma.sync and wgmma, as PTX describes their layouts, and the few functions that kernels
// call.
#include "machine.h"

#include <cmath>
#include <utility>

namespace emulator {

float fromHalf(uint16_t bits) {
  int sign = bits >> 15, exponent = bits >> 10 & 31, fraction = bits & 1023;
  float size = exponent == 31  ? (fraction ? NAN : INFINITY)
               : exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                               : std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
  return sign ? -size : size;
}

float fromBfloat(uint16_t bits) {
  uint32_t wide = static_cast<uint32_t>(bits) << 16;
  float value;
  memcpy(&value, &wide, sizeof value);
  return value;
}

} // namespace emulator

using namespace emulator;

namespace {

enum MmaType { Half, Bfloat, Tf32 };

// tf32 is an f32 of which the low 13 bits are not looked at.
float fromTf32(uint32_t bits) {
  bits &= 0xffffe000u;
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

float element(int type, uint32_t register_, int half) {
  uint16_t bits = register_ >> (16 * half);
  return type == Half ? fromHalf(bits) : fromBfloat(bits);
}

int bytesOf(int type) { return type == Tf32 ? 4 : 2; }
// Of one step of wgmma along k: 32 bytes.
int depthOf(int type) { return 32 / bytesOf(type); }

float sharedElement(int type, uint64_t address) {
  if (address + 4 > SharedSize)
    fail("wgmma reads outside of shared memory");
  uint32_t bits = 0;
  memcpy(&bits, emulated_shared + swizzle128(address), bytesOf(type));
  return type == Tf32 ? fromTf32(bits) : element(type, bits, 0);
}

// A matrix in shared memory, by its descriptor: start, leading and stride offsets in units of 16
// bytes, swizzle.
struct Descriptor {
  uint64_t start, leading, stride;

  explicit Descriptor(uint64_t bits)
      : start((bits & 0x3fff) << 4), leading((bits >> 16 & 0x3fff) << 4),
        stride((bits >> 32 & 0x3fff) << 4) {
    if (bits >> 62 != 1)
      fail("wgmma without the 128-byte swizzle is not emulated");
  }

  // Where the element of row or column `at`, at depth k, lies. `across`: the memory's rows go along
  // `at`, which those of tf32 cannot.
  uint64_t address(int type, int at, int k, bool across) const {
    if (across)
      return start + (at / 64) * leading + (k / 8) * stride + (k % 8) * 128 + (at % 64) * 2;
    return start + (at / 8) * stride + (at % 8) * 128 + k * bytesOf(type);
  }
};

// sums: of each of 128 threads n / 2 floats, its operands' first slots; the result begins with
// them.
void multiply(Gathering &g, int n, int depth, const float (&a)[64][16], const float (&b)[16][256],
              int firstSum) {
  for (int thread = 0; thread < WarpgroupSize; ++thread)
    for (int j = 0; j < n / 2; ++j) {
      int row = thread / 32 * 16 + thread % 32 / 4 + 8 * (j / 2 % 2),
          column = j / 4 * 8 + thread % 4 * 2 + j % 2;
      float sum = operand<float>(g.in[thread], firstSum + j);
      for (int k = 0; k < depth; ++k)
        sum += a[row][k] * b[k][column];
      give(g.out[thread], j, sum);
    }
}

} // namespace

extern "C" {

// Of the eight rows that ldmatrix reads at a time: those that wait for another one's bank.
long emulated_bank_conflicts;

void emulate_ldmatrix(int count, int transposed, const uint64_t *in, void *out) {
  together(warp(), currentThread() % WarpSize, WarpSize, in, out, [=](Gathering &g) {
    for (int tile = 0; tile < count; ++tile) {
      int rows[8] = {}; // by their sixteen bytes of the banks' 128
      for (int row = 0; row < 8; ++row)
        emulated_bank_conflicts += rows[operand<uint64_t>(g.in[tile * 8 + row], 0) / 16 % 8]++ > 0;
    }
    for (int tile = 0; tile < count; ++tile)
      for (int lane = 0; lane < WarpSize; ++lane) {
        uint32_t both = 0;
        for (int half = 0; half < 2; ++half) {
          int row = lane / 4, column = lane % 4 * 2 + half;
          if (transposed)
            std::swap(row, column);
          auto address = operand<uint64_t>(g.in[tile * 8 + row], 0);
          if (address % 16)
            fail("ldmatrix of a row that is not aligned");
          uint16_t bits;
          memcpy(&bits, reinterpret_cast<const char *>(address) + column * 2, sizeof bits);
          both |= static_cast<uint32_t>(bits) << (16 * half);
        }
        give(g.out[lane], tile, both);
      }
  });
}

// Operands: the address of a row, a register of each tile.
void emulate_stmatrix(int count, int transposed, const uint64_t *in, void *out) {
  together(warp(), currentThread() % WarpSize, WarpSize, in, out, [=](Gathering &g) {
    for (int tile = 0; tile < count; ++tile)
      for (int lane = 0; lane < WarpSize; ++lane)
        for (int half = 0; half < 2; ++half) {
          int row = lane / 4, column = lane % 4 * 2 + half;
          if (transposed)
            std::swap(row, column);
          auto address = operand<uint64_t>(g.in[tile * 8 + row], 0);
          if (address % 16)
            fail("stmatrix of a row that is not aligned");
          auto bits = static_cast<uint16_t>(operand<uint32_t>(g.in[lane], 1 + tile) >> (16 * half));
          memcpy(reinterpret_cast<char *>(address) + column * 2, &bits, sizeof bits);
        }
  });
}

// Operands: four registers of A, two of B, four sums.
void emulate_mma(int type, int, const uint64_t *in, void *out) {
  together(warp(), currentThread() % WarpSize, WarpSize, in, out, [type](Gathering &g) {
    float a[16][16], b[16][8];
    int depth = type == Tf32 ? 8 : 16;
    for (int lane = 0; lane < WarpSize; ++lane) {
      int group = lane / 4, place = lane % 4;
      for (int r = 0; r < 4; ++r) {
        auto bits = operand<uint32_t>(g.in[lane], r);
        int row = group + 8 * (r % 2);
        if (type == Tf32)
          a[row][place + 4 * (r / 2)] = fromTf32(bits);
        else
          for (int half = 0; half < 2; ++half)
            a[row][place * 2 + half + 8 * (r / 2)] = element(type, bits, half);
      }
      for (int r = 0; r < 2; ++r) {
        auto bits = operand<uint32_t>(g.in[lane], 4 + r);
        if (type == Tf32)
          b[place + 4 * r][group] = fromTf32(bits);
        else
          for (int half = 0; half < 2; ++half)
            b[place * 2 + half + 8 * r][group] = element(type, bits, half);
      }
    }
    for (int lane = 0; lane < WarpSize; ++lane)
      for (int i = 0; i < 4; ++i) {
        float sum = operand<float>(g.in[lane], 6 + i);
        for (int k = 0; k < depth; ++k)
          sum += a[lane / 4 + 8 * (i / 2)][k] * b[k][lane % 4 * 2 + i % 2];
        give(g.out[lane], i, sum);
      }
  });
}

// Operands: n / 2 sums, descriptors of A and B, then numbers of which the last two say whether A's
// and B's memory has its rows across k.
void emulate_wgmma(int type, int n, const uint64_t *in, void *out) {
  together(warpgroup(), currentThread() % WarpgroupSize, WarpgroupSize, in, out, [=](Gathering &g) {
    static float a[64][16], b[16][256];
    const uint64_t *first = g.in[0];
    int sums = n / 2;
    for (int thread = 1; thread < WarpgroupSize; ++thread)
      if (g.in[thread][sums] != first[sums] || g.in[thread][sums + 1] != first[sums + 1])
        fail("wgmma with descriptors that differ among its threads");
    Descriptor aAt(first[sums]), bAt(first[sums + 1]);
    bool aAcross = type != Tf32 && operand<uint32_t>(first, sums + 5);
    bool bAcross = type != Tf32 && operand<uint32_t>(first, sums + 6);
    for (int k = 0; k < depthOf(type); ++k) {
      for (int row = 0; row < 64; ++row)
        a[row][k] = sharedElement(type, aAt.address(type, row, k, aAcross));
      for (int column = 0; column < n; ++column)
        b[k][column] = sharedElement(type, bAt.address(type, column, k, bAcross));
    }
    multiply(g, n, depthOf(type), a, b, 0);
  });
}

// A in registers, four a thread, laid out as those of mma.sync, 16 rows a warp. Operands: A, B's
// descriptor, sums.
void emulate_wgmma_registers(int type, int n, const uint64_t *in, void *out) {
  together(warpgroup(), currentThread() % WarpgroupSize, WarpgroupSize, in, out, [=](Gathering &g) {
    static float a[64][16], b[16][256];
    for (int thread = 0; thread < WarpgroupSize; ++thread)
      for (int r = 0; r < 4; ++r)
        for (int half = 0; half < 2; ++half)
          a[thread / 32 * 16 + thread % 32 / 4 + 8 * (r % 2)][thread % 4 * 2 + half + 8 * (r / 2)] =
              element(type, operand<uint32_t>(g.in[thread], r), half);
    Descriptor bAt(g.in[0][4]);
    for (int k = 0; k < 16; ++k)
      for (int column = 0; column < n; ++column)
        b[k][column] = sharedElement(type, bAt.address(type, column, k, false));
    multiply(g, n, depthOf(type), a, b, 5);
  });
}

// which: 2^x, log2, 1 / sqrt.
void emulate_function(int which, int, const uint64_t *in, void *out) {
  auto x = operand<float>(in, 0);
  give(out, 0, which == 0 ? std::exp2(x) : which == 1 ? std::log2(x) : 1 / std::sqrt(x));
}

// To nearest, halves away from zero.
void emulate_round_tf32(int, int, const uint64_t *in, void *out) {
  give(out, 0, (operand<uint32_t>(in, 0) + 0x1000u) & 0xffffe000u);
}
}
