// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nonzero.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(nonzero_test) {
  entry("plain", {i64({3, 4})}, [](Tensor x) {
    auto [rows, count] = nonzero(x);
    return results({{"rows", rows}, {"count", count}});
  });
  entry("row", {f64({19})}, [](Tensor x) {
    auto [rows, count] = x.nonzero();
    return results({{"rows", rows}, {"count", count}});
  });
  entry("masks", {boolean({2, 3, 2})}, [](Tensor x) {
    auto [rows, count] = x.nonzero();
    return results({{"rows", rows}, {"count", count}});
  });
}
