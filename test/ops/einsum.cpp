// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/einsum.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(einsum) {
  Dim n = dim("n", 5);
  entry("product", {f64({2, 3}), f64({3, 4})},
        [](Tensor x, Tensor y) { return einsum("ij,jk->ik", x, y); });
  entry("implicit", {f64({2, 3}), f64({3, 4})},
        [](Tensor x, Tensor y) { return einsum("ij,jk", x, y); });
  entry("implicit_order", {f64({2, 3})}, [](Tensor x) { return einsum("ba", x); });
  entry("upper_case_first", {f64({2, 3})}, [](Tensor x) { return einsum("aB", x); });
  entry("spaces", {f64({2, 3}), f64({4, 3})},
        [](Tensor x, Tensor y) { return einsum(" ij , kj -> k i", x, y); });
  entry("batches", {f32({2, 2, 3}), f32({2, 3, 2})},
        [](Tensor x, Tensor y) { return einsum("bij,bjk->bik", x, y); });
  entry("batch_last", {f64({2, 2, 3}), f64({2, 3, 2})},
        [](Tensor x, Tensor y) { return einsum("bij,bjk->kib", x, y); });
  entry("ellipsis", {f64({2, 2, 3}), f64({3, 2})},
        [](Tensor x, Tensor y) { return einsum("...ij,jk->...ik", x, y); });
  entry("ellipsis_broadcast", {f64({2, 1, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return einsum("...i,...i->...", x, y); });
  entry("ellipsis_implicit", {f64({2, 2, 3}), f64({3})},
        [](Tensor x, Tensor y) { return einsum("...i,i", x, y); });
  entry("ellipsis_summed", {f64({2, 3, 2})}, [](Tensor x) { return einsum("...i->i", x); });
  entry("ellipsis_of_nothing", {f64({3}), f64({3})},
        [](Tensor x, Tensor y) { return einsum("...i,...i->...", x, y); });
  entry("trace", {f64({3, 3})}, [](Tensor x) { return einsum("ii", x); });
  entry("diagonal", {f64({3, 3})}, [](Tensor x) { return einsum("ii->i", x); });
  entry("diagonal_of_batches", {f32({2, 3, 3})}, [](Tensor x) { return einsum("bii->ib", x); });
  entry("diagonal_of_three", {f64({2, 2, 2})}, [](Tensor x) { return einsum("iii->i", x); });
  entry("diagonal_times", {f64({3, 3}), f64({3})},
        [](Tensor x, Tensor y) { return einsum("ii,i->i", x, y); });
  entry("sum_of_all", {f64({2, 3})}, [](Tensor x) { return einsum("ij->", x); });
  entry("columns", {f64({2, 3})}, [](Tensor x) { return einsum("ij->j", x); });
  entry("transposed", {f64({2, 3, 2})}, [](Tensor x) { return einsum("abc->cab", x); });
  entry("outer", {f64({2}), f64({3})}, [](Tensor x, Tensor y) { return einsum("i,j->ij", x, y); });
  entry("elementwise", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return einsum("ij,ij->ji", x, y); });
  entry("inner", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return einsum("ij,ij", x, y); });
  entry("alone_on_one_side", {f64({2, 3}), f64({2, 4})},
        [](Tensor x, Tensor y) { return einsum("ij,ik->i", x, y); });
  entry("scalar_factor", {f64({}), f64({2, 3})},
        [](Tensor x, Tensor y) { return einsum(",ij->ij", x, y); });
  entry("three", {f64({2, 3}), f64({3, 4}), f64({4, 2})},
        [](Tensor x, Tensor y, Tensor z) { return einsum("ij,jk,kl->il", x, y, z); });
  entry("three_of_one_letter", {f64({3}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return einsum("i,i,i", x, y, z); });
  entry("bilinear", {f64({2, 3}), f64({2, 3, 2}), f64({2, 2})},
        [](Tensor x, Tensor y, Tensor z) { return einsum("bi,kij,bj->bk", x, y, z); });
  entry("four", {f32({2, 2}), f32({2, 3}), f32({3}), f32({2})},
        [](Tensor x, Tensor y, Tensor z, Tensor w) { return einsum("ab,bc,c,a->b", x, y, z, w); });
  entry("attention", {f64({2, 2, 2, 3}), f64({2, 3, 2, 3})},
        [](Tensor x, Tensor y) { return einsum("bqhd,bkhd->bhqk", x, y); });
  entry("ones_broadcast", {f64({1, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return einsum("ij,ij->ij", x, y); });
  entry("ones_contracted", {f64({2, 1}), f64({3, 4})},
        [](Tensor x, Tensor y) { return einsum("ij,jk->ik", x, y); });
  entry("ints", {i64({2, 3}), i64({3, 2})},
        [](Tensor x, Tensor y) { return einsum("ij,jk->ik", x, y); });
  entry("narrow_ints", {i32({2, 3})}, [](Tensor x) { return einsum("ij->i", {x}); });
  entry("nothing", {f64({2, 0}), f64({0, 3})},
        [](Tensor x, Tensor y) { return einsum("ij,jk->ik", x, y); });
  entry("live", {f64({n, 3}), f64({n, 2})},
        [](Tensor x, Tensor y) { return einsum("ni,nj->ij", x, y); });
  entry("live_kept", {f64({n, 3}), f64({n, 3})},
        [](Tensor x, Tensor y) { return einsum("ni,ni->n", x, y); });
  entry("live_diagonal", {f64({n, n})}, [](Tensor x) { return einsum("ii->i", x); });
  entry("infinite", {f64({2, 2})}, [](Tensor x) { return einsum("ii->i", x); });
  entry("second", {f64({2, 3}), f64({3, 2}), f64({2, 2})}, [](Tensor x, Tensor y, Tensor z) {
    Tensor w = einsum("ij,jk,kl->il", x, y, z);
    return grad((w * w).sum(), y);
  });
}
