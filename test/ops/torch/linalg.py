"""Products of vectors and matrices."""
import torch
import torch.nn.functional as F

from cases import case, randint, randn, second_derivative

f32 = torch.float32
INF = float("inf")


def second(f, wrt=0):
    """What `y = f(...); grad((y * y).sum(), input)` is."""
    def g(*inputs):
        inputs[wrt].requires_grad_()
        return torch.autograd.grad((f(*inputs) ** 2).sum(), inputs[wrt])[0]
    return g


def products():
    m = torch.matmul
    case("matmul", "vectors", m, randn(3), randn(3))
    case("matmul", "matrix_vector", m, randn(2, 3), randn(3))
    case("matmul", "vector_matrix", m, randn(3), randn(3, 2))
    case("matmul", "matrices", m, randn(2, 3), randn(3, 4))
    case("matmul", "batches", m, randn(2, 2, 3, dtype=f32), randn(2, 3, 2, dtype=f32))
    case("matmul", "batch_and_matrix", m, randn(2, 2, 3), randn(3, 2))
    case("matmul", "vector_and_batch", m, randn(3), randn(2, 3, 2))
    case("matmul", "batch_and_vector", m, randn(2, 2, 3), randn(3))
    case("matmul", "broadcast", m, randn(2, 1, 2, 3), randn(3, 3, 2))
    case("matmul", "broadcast_inside", m, randn(1, 2, 2), randn(3, 2, 1))
    case("matmul", "transposed", lambda x, y: x.t() @ y.t(), randn(3, 2), randn(4, 3))
    case("matmul", "ints", m, randint(-9, 9, 2, 3), randint(-9, 9, 3, 2))
    case("matmul", "narrow_ints", m, randint(-9, 9, 2, 2, dtype=torch.int32), randint(-9, 9, 2, dtype=torch.int32))
    case("matmul", "nothing_inside", m, randn(2, 0), randn(0, 3))
    case("matmul", "no_rows", m, randn(0, 2), randn(2, 3), gradient=False)
    case("matmul", "no_batches", m, randn(0, 2, 2), randn(1, 2, 3), gradient=False)
    case("matmul", "infinite", m, torch.tensor([[INF, 1], [INF, INF]], dtype=torch.float64),
         torch.tensor([[1], [0]], dtype=torch.float64), gradient=False)
    case("matmul", "live_rows", m, randn(3, 3), randn(3, 2), dims=[3])
    case("matmul", "live_inside", m, randn(2, 3), randn(3, 3), dims=[3])
    case("matmul", "live_batches", m, randn(3, 2, 3, dtype=f32), randn(3, 3, 2, dtype=f32), dims=[3])
    case("matmul", "live_twice", m, randn(2, 3), randn(3, 2), dims=[2])
    case("matmul", "second", second(m), randn(2, 3), randn(3, 2))

    case("mm", "plain", torch.mm, randn(2, 3), randn(3, 4))
    case("mm", "single", torch.mm, randn(2, 3, dtype=f32), randn(3, 1, dtype=f32))
    case("mm", "ints", torch.mm, randint(-9, 9, 2, 3, dtype=torch.int32), randint(-9, 9, 3, 2, dtype=torch.int32))
    case("mm", "live", torch.mm, randn(3, 2), randn(2, 2), dims=[3])
    case("bmm", "plain", torch.bmm, randn(2, 2, 3), randn(2, 3, 2))
    case("bmm", "single", torch.bmm, randn(2, 1, 3, dtype=f32), randn(2, 3, 1, dtype=f32))
    case("bmm", "no_batches", torch.bmm, randn(0, 2, 3), randn(0, 3, 2), gradient=False)
    case("bmm", "ints", torch.bmm, randint(-9, 9, 1, 2, 2), randint(-9, 9, 1, 2, 2))
    case("bmm", "live", torch.bmm, randn(3, 2, 2), randn(3, 2, 1), dims=[3])
    case("mv", "plain", torch.mv, randn(2, 3), randn(3))
    case("mv", "single", torch.mv, randn(2, 1, dtype=f32), randn(1, dtype=f32))
    case("mv", "nothing", torch.mv, randn(2, 0), randn(0))
    case("mv", "live", torch.mv, randn(2, 3), randn(3), dims=[3])
    case("dot", "plain", torch.dot, randn(4), randn(4))
    case("dot", "single", torch.dot, randn(3, dtype=f32), randn(3, dtype=f32))
    case("dot", "ints", torch.dot, randint(-9, 9, 3), randint(-9, 9, 3))
    case("dot", "nothing", torch.dot, randn(0), randn(0))
    case("dot", "live", torch.dot, randn(3), randn(3), dims=[3])
    case("outer", "plain", torch.outer, randn(3), randn(2))
    case("outer", "single", torch.outer, randn(1, dtype=f32), randn(3, dtype=f32))
    case("outer", "ints", torch.outer, randint(-9, 9, 2), randint(-9, 9, 3))
    case("outer", "nothing", torch.outer, randn(0), randn(3), gradient=False)
    case("outer", "live", torch.outer, randn(3), randn(2), dims=[3])
    case("outer", "second", second(torch.outer), randn(3), randn(2))

    case("linear", "plain", F.linear, randn(2, 3), randn(4, 3), randn(4))
    case("linear", "without_bias", F.linear, randn(2, 3, dtype=f32), randn(4, 3, dtype=f32))
    case("linear", "one_row", F.linear, randn(3), randn(2, 3), randn(2))
    case("linear", "more_dims", F.linear, randn(2, 2, 3), randn(2, 3), randn(2))
    case("linear", "no_rows", F.linear, randn(0, 3), randn(2, 3), randn(2), gradient=False)
    case("linear", "live", F.linear, randn(3, 2, 3), randn(2, 3), randn(2), dims=[3])
    case("linear", "live_features", F.linear, randn(2, 4), randn(3, 4), dims=[4])

    add = torch.addmm
    case("addmm", "plain", add, randn(2, 4), randn(2, 3), randn(3, 4))
    case("addmm", "factors", lambda *x: add(*x, beta=0.5, alpha=-2), randn(4), randn(2, 3), randn(3, 4))
    ignored = torch.tensor([[float("nan"), INF], [1, 2]], dtype=f32)
    case("addmm", "nothing_added", lambda *x: add(*x, beta=0), ignored, randn(2, 3, dtype=f32), randn(3, 2, dtype=f32),
         gradient=False)
    case("addmm", "ints", lambda *x: add(*x, beta=3, alpha=2), randint(-9, 9, 2, 2), randint(-9, 9, 2, 2),
         randint(-9, 9, 2, 2))
    case("addmm", "live", add, randn(2), randn(3, 3), randn(3, 2), dims=[3])
    badd = torch.baddbmm
    case("baddbmm", "plain", badd, randn(2, 2, 2), randn(2, 2, 3), randn(2, 3, 2))
    case("baddbmm", "factors", lambda *x: badd(*x, beta=2, alpha=0.5), randn(2, 1, dtype=f32), randn(2, 2, 3, dtype=f32),
         randn(2, 3, 2, dtype=f32))
    case("baddbmm", "live", badd, randn(1, 2), randn(3, 2, 3), randn(3, 3, 2), dims=[3])
    case("addmv", "plain", torch.addmv, randn(2), randn(2, 3), randn(3))
    case("addmv", "factors", lambda *x: torch.addmv(*x, beta=2, alpha=0.5), randn(1, dtype=f32), randn(2, 3, dtype=f32),
         randn(3, dtype=f32))


def einsums():
    def einsum(entry, equation, *inputs, **wishes):
        case("einsum", entry, lambda *x: torch.einsum(equation, *x), *inputs, **wishes)

    einsum("product", "ij,jk->ik", randn(2, 3), randn(3, 4))
    einsum("implicit", "ij,jk", randn(2, 3), randn(3, 4))
    einsum("implicit_order", "ba", randn(2, 3))
    einsum("upper_case_first", "aB", randn(2, 3))
    einsum("spaces", " ij , kj -> k i", randn(2, 3), randn(4, 3))
    einsum("batches", "bij,bjk->bik", randn(2, 2, 3, dtype=f32), randn(2, 3, 2, dtype=f32))
    einsum("batch_last", "bij,bjk->kib", randn(2, 2, 3), randn(2, 3, 2))
    einsum("ellipsis", "...ij,jk->...ik", randn(2, 2, 3), randn(3, 2))
    einsum("ellipsis_broadcast", "...i,...i->...", randn(2, 1, 3), randn(2, 3))
    einsum("ellipsis_implicit", "...i,i", randn(2, 2, 3), randn(3))
    einsum("ellipsis_summed", "...i->i", randn(2, 3, 2))
    einsum("ellipsis_of_nothing", "...i,...i->...", randn(3), randn(3))
    einsum("trace", "ii", randn(3, 3))
    einsum("diagonal", "ii->i", randn(3, 3))
    einsum("diagonal_of_batches", "bii->ib", randn(2, 3, 3, dtype=f32))
    einsum("diagonal_of_three", "iii->i", randn(2, 2, 2))
    einsum("diagonal_times", "ii,i->i", randn(3, 3), randn(3))
    einsum("sum_of_all", "ij->", randn(2, 3))
    einsum("columns", "ij->j", randn(2, 3))
    einsum("transposed", "abc->cab", randn(2, 3, 2))
    einsum("outer", "i,j->ij", randn(2), randn(3))
    einsum("elementwise", "ij,ij->ji", randn(2, 3), randn(2, 3))
    einsum("inner", "ij,ij", randn(2, 3), randn(2, 3))
    einsum("alone_on_one_side", "ij,ik->i", randn(2, 3), randn(2, 4))
    einsum("scalar_factor", ",ij->ij", randn(), randn(2, 3))
    einsum("three", "ij,jk,kl->il", randn(2, 3), randn(3, 4), randn(4, 2))
    einsum("three_of_one_letter", "i,i,i", randn(3), randn(3), randn(3))
    einsum("bilinear", "bi,kij,bj->bk", randn(2, 3), randn(2, 3, 2), randn(2, 2))
    einsum("four", "ab,bc,c,a->b", randn(2, 2, dtype=f32), randn(2, 3, dtype=f32), randn(3, dtype=f32),
           randn(2, dtype=f32))
    einsum("attention", "bqhd,bkhd->bhqk", randn(2, 2, 2, 3), randn(2, 3, 2, 3))
    einsum("ones_broadcast", "ij,ij->ij", randn(1, 3), randn(2, 3))
    einsum("ones_contracted", "ij,jk->ik", randn(2, 1), randn(3, 4))
    einsum("ints", "ij,jk->ik", randint(-9, 9, 2, 3), randint(-9, 9, 3, 2))
    # Stays i32, as a product of matrices does; torch.einsum of one operand sums, which gives i64.
    narrow = randint(-9, 9, 2, 3, dtype=torch.int32)
    einsum("narrow_ints", "ij->i", narrow, expect=[narrow.sum(1, dtype=torch.int32)])
    einsum("nothing", "ij,jk->ik", randn(2, 0), randn(0, 3))
    einsum("live", "ni,nj->ij", randn(3, 3), randn(3, 2), dims=[3])
    einsum("live_kept", "ni,ni->n", randn(3, 3), randn(3, 3), dims=[3])
    einsum("live_diagonal", "ii->i", randn(3, 3), dims=[3])
    einsum("infinite", "ii->i", torch.tensor([[1, INF], [float("nan"), 2]], dtype=torch.float64), gradient=False)
    case("einsum", "second", second(lambda *x: torch.einsum("ij,jk,kl->il", *x), 1), randn(2, 3), randn(3, 2),
         randn(2, 2))

    dot = torch.tensordot
    case("tensordot", "two", dot, randn(2, 3, 2), randn(3, 2, 2))
    case("tensordot", "one", lambda x, y: dot(x, y, 1), randn(2, 3), randn(3, 2))
    case("tensordot", "none", lambda x, y: dot(x, y, 0), randn(2), randn(3))
    case("tensordot", "pairs", lambda x, y: dot(x, y, ((2, 0), (0, 1))), randn(2, 3, 4, dtype=f32),
         randn(4, 2, 2, dtype=f32))
    case("tensordot", "from_the_end", lambda x, y: dot(x, y, ((-1,), (-1,))), randn(2, 3), randn(2, 3))
    case("tensordot", "ones", lambda x, y: dot(x, y, ((1,), (0,))), randn(2, 1), randn(3, 2))
    case("tensordot", "live", lambda x, y: dot(x, y, ((0,), (0,))), randn(3, 3), randn(3, 2), dims=[3])


def seconds():
    second_derivative("mm", torch.mm, randn(2, 3), randn(3, 2))
    second_derivative("bmm", torch.bmm, randn(2, 1, 3), randn(2, 3, 2))
    second_derivative("mv", torch.mv, randn(2, 3), randn(3))
    second_derivative("dot", torch.dot, randn(3), randn(3))
    second_derivative("linear", F.linear, randn(2, 3), randn(2, 3), randn(2))
    second_derivative("addmm", lambda *x: torch.addmm(*x, beta=0.5, alpha=-2), randn(2), randn(2, 3), randn(3, 2))
    second_derivative("baddbmm", torch.baddbmm, randn(1, 2), randn(2, 1, 3), randn(2, 3, 2))
    second_derivative("addmv", torch.addmv, randn(2), randn(2, 3), randn(3))
    second_derivative("tensordot", lambda x, y: torch.tensordot(x, y, 1), randn(2, 3), randn(3, 2))


def make():
    products()
    einsums()
    seconds()
