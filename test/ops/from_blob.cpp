// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/from_blob.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

static const double doubles[] = {0.5, -1.0, 2.0, 3.0, 0.25, -4.0};
static const float singles[] = {0.5, -1.0, 2.0, 3.0, 0.25, -4.0};
static const long long longs[] = {1, 2, 3};
static const int ints[] = {4, 5};

DLC_PROGRAM(test_from_blob) {
  entry("all", {}, []() {
    return results({{"y0", from_blob(doubles, {2, 3})},
                    {"y1", from_blob(singles, {2, 3})},
                    {"y2", from_blob(longs, {3})},
                    {"y3", from_blob(ints, {2, 1})}});
  });
}
