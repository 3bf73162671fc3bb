"""Elements at indices and masks."""
import torch
import torch.nn.functional as F

from cases import case, rand, randint, randn, second_derivative

F32 = torch.float32


def index(*values, dtype=torch.int64):
    return torch.tensor(values, dtype=dtype)


def reads():
    case("gather", "rows", lambda x, i: x.gather(0, i), randn(4, 3), randint(0, 4, 5, 3))
    case("gather", "columns", lambda x, i: x.gather(1, i), randn(3, 7, dtype=F32), randint(0, 7, 2, 5))
    case("gather", "wide", lambda x, i: x.gather(1, i), randn(2, 5, 18, dtype=F32), randint(0, 5, 2, 3, 17))
    case("gather", "turned", lambda x, i: x.t().gather(1, i), randn(5, 3), randint(0, 5, 3, 4))
    case("gather", "ints", lambda x, i: x.gather(-1, i.long()), randint(-9, 9, 2, 4), randint(0, 4, 2, 3, dtype=torch.int32))
    case("gather", "masks", lambda x, i: (x > 0).gather(0, i), randn(20), randint(0, 20, 19), gradient=False)
    case("gather", "live", lambda x, i: x.gather(1, i), randn(3, 6), randint(0, 6, 3, 2), dims=[3])
    case("gather", "many", lambda x, i: x.gather(0, i), randn(4, 3), randint(0, 4, 5, 3), dims=[5])
    case("gather", "nothing", lambda x, i: x.gather(0, i), randn(4, 3), randint(0, 4, 0, 3))
    x = randn(4)
    case("gather", "second", None, x, index(2, 0, 2), expect=x * torch.tensor([2.0, 0, 4, 0]))
    case("take_along_dim", "plain", lambda x, i: torch.take_along_dim(x, i, 1), randn(3, 4), randint(0, 4, 3, 2))
    case("take_along_dim", "spread", lambda x, i: torch.take_along_dim(x, i, 0), randn(4, 1, 3), randint(0, 4, 2, 5, 1))
    case("take", "plain", torch.take, randn(3, 4), index(0, 11, -1, 5))
    case("take", "square", torch.take, randn(2, 3, dtype=F32), randint(-6, 6, 2, 2))
    case("take", "scalar", torch.take, randn(3), torch.tensor(1))
    case("index_select", "rows", lambda x, i: x.index_select(0, i), randn(5, 20, dtype=F32), index(4, 0, 4))
    case("index_select", "middle", lambda x, i: x.index_select(1, i), randn(2, 4, 3), index(3, 1, 1, 0, 2))
    case("index_select", "last", lambda x, i: x.index_select(-1, i), randn(2, 6), index(5, 2))
    case("index_select", "one", lambda x, i: x.index_select(0, i), randn(3, 2), torch.tensor(2))
    case("index_select", "live", lambda x, i: x.index_select(1, i), randn(3, 4), index(3, 0), dims=[3])
    case("index_select", "many", lambda x, i: x.index_select(0, i), randn(4, 3), index(3, 0, 3), dims=[3])
    case("embedding", "words", lambda i, w: F.embedding(i, w), randint(0, 6, 2, 4), randn(6, 17, dtype=F32))
    case("embedding", "live", lambda i, w: F.embedding(i, w), randint(0, 6, 3, 2), randn(6, 3), dims=[3])
    case("embedding", "scalar", lambda i, w: F.embedding(i, w), torch.tensor(3), randn(6, 3))
    case("embedding", "computed", lambda i, w: torch.tanh(F.embedding((i + 1) % 6, w)), randint(0, 5, 4), randn(6, 3))
    w = randn(4, 3)
    i = index(1, 2, 1, 0)
    grad = torch.zeros(4, 3, dtype=torch.float64)
    for row in i:
        if row != 1:
            grad[row] += 2 * w[row]
    case("embedding", "padding", None, i, w, expect=grad, gradient=False)
    case("index_tensors", "rows", lambda x, i: x[i], randn(4, 3), index(-1, 0, 2))
    case("index_tensors", "square", lambda x, i: x[i], randn(4, 3), randint(-4, 4, 2, 2))
    case("index_tensors", "pairs", lambda x, i, j: x[i, j], randn(4, 3, 2), index(0, 3, -4), index(2, -1, 1))
    case("index_tensors", "spread", lambda x, i, j: x[i, j], randn(4, 3), randint(0, 4, 3, 1), randint(0, 3, 2))
    case("index_tensors", "second", lambda x, i: x[:, i], randn(4, 3, 2), randint(-3, 3, 5))
    case("index_tensors", "apart", lambda x, i, j: x[i, :, j], randn(4, 3, 2), index(0, 3, 1), index(1, 0, 1))
    case("index_tensors", "live", lambda x, i: x[:, i], randn(2, 4), index(3, -2), dims=[2])
    case("index_tensors", "many", lambda x, i, j: x[i, j], randn(4, 3), index(3, 0), index(1, 1), dims=[2])


def writes():
    case("scatter", "rows", lambda x, i, s: x.scatter(0, i, s), randn(4, 3), index([0, 3, 1], [2, 1, 0]), randn(2, 3))
    case("scatter", "corner", lambda x, i, s: x.scatter(1, i, s), randn(3, 5, dtype=F32), index([4, 0], [1, 3]), randn(3, 4, dtype=F32))
    case("scatter", "number", lambda x, i: x.scatter(1, i, 1.5), randn(2, 5), index([4, 0], [1, 3]))
    case("scatter", "wide", lambda x, i, s: x.scatter(0, i, s), randn(3, 18), index(*[[k % 3, (k + 1) % 3] for k in range(18)]).t(),
         randn(2, 18))
    case("scatter", "last", lambda x, s: torch.stack([x[0], s[1], s[2]]), randn(3), randn(3))
    case("scatter", "live", lambda x, i, s: x.scatter(1, i, s), randn(2, 3), index([1], [2]), randn(2, 1), dims=[2])
    case("scatter", "ints", lambda x, i, s: x.scatter(0, i, s), randint(0, 9, 4), index(2, 0), randint(10, 20, 2))
    case("scatter", "nothing", lambda x, i, s: x.scatter(0, i, s), randn(4, 3), randint(0, 4, 0, 3), randn(0, 3))
    case("scatter_add", "rows", lambda x, i, s: x.scatter_add(0, i, s), randn(4, 3), randint(0, 4, 6, 3), randn(6, 3))
    case("scatter_add", "columns", lambda x, i, s: x.scatter_add(1, i, s), randn(3, 4, dtype=F32), randint(0, 4, 3, 9), randn(3, 9, dtype=F32))
    case("scatter_add", "row", lambda x, i, s: x.scatter_add(0, i, s), randn(3), randint(0, 3, 20), randn(20))
    case("scatter_add", "ints", lambda x, i, s: x.scatter_add(0, i, s), randint(0, 9, 3), randint(0, 3, 20), randint(0, 9, 20))
    case("scatter_add", "live", lambda x, i, s: x.scatter_add(0, i, s), randn(3, 2), randint(0, 3, 4, 2), randn(4, 2), dims=[4])
    case("scatter_add", "parts", lambda x, i, s: x.scatter_add(1, i, s), randn(8, 3), randint(0, 3, 2, 4), randn(2, 4), dims=[2])
    for kind in "sum", "prod", "mean", "amax", "amin":
        for self in True, False:
            case("scatter_reduce", kind + ("" if self else "_alone"),
                 lambda x, i, s: x.scatter_reduce(0, i, s, kind, include_self=self), randn(4, 3), randint(0, 3, 5, 3), randn(5, 3))
    case("scatter_reduce", "zeros", lambda x, i, s: x.scatter_reduce(0, i, s, "prod"), index(1, 2, 3, 0).double(),
         index(0, 0, 1, 1, 1, 3), index(0, 4, 0, 0, 5, 2).double())
    case("scatter_reduce", "largest_ints", lambda x, i, s: x.scatter_reduce(0, i, s, "amax", include_self=False), index(5, 6, 7),
         index(0, 1, 0), index(-3, -4, -2))
    case("index_add", "rows", lambda x, i, s: x.index_add(0, i, s), randn(4, 17, dtype=F32), index(3, 0, 3), randn(3, 17, dtype=F32))
    case("index_add", "scaled", lambda x, i, s: x.index_add(1, i, s, alpha=-2), randn(2, 4, 3), index(3, 0, 3), randn(2, 3, 3))
    case("index_add", "live", lambda x, i, s: x.index_add(0, i, s), randn(4, 2), index(3, 0, 3), randn(3, 2), dims=[3])
    case("index_copy", "rows", lambda x, i, s: x.index_copy(0, i, s), randn(4, 3), index(3, 0), randn(2, 3))
    case("index_copy", "middle", lambda x, i, s: x.index_copy(1, i, s), randn(2, 4, 3), index(3, 0), randn(2, 2, 3))
    case("index_fill", "rows", lambda x, i: x.index_fill(0, i, -1.0), randn(4, 3), index(3, 0))
    case("index_fill", "tensor", lambda x, i, v: x.index_fill(1, i, v), randn(4, 3), index(2, 0), randn())
    case("index_put", "pairs", lambda x, i, j, v: x.index_put((i, j), v), randn(4, 3), index(0, 3, -2), index(2, -1, 1), randn(3))
    case("index_put", "added", lambda x, i, v: x.index_put((i,), v, accumulate=True), randn(4, 3), index(0, 3, 0), randn(3))
    case("index_put", "number", lambda x, i: x.index_put((i,), torch.tensor(2.0, dtype=torch.float64)), randn(4, 3), index(0, -1))
    def apart(x, i, j, v):
        y = x.clone()
        y[i, :, j] = v
        return y
    case("index_put", "apart", apart, randn(4, 3, 2), index(0, 3, 1), index(1, 0, 1), randn(3, 3))


def masks():
    def select(x, mask):
        values = x.masked_select(mask)
        whole = torch.zeros(torch.broadcast_shapes(x.shape, mask.shape).numel(), dtype=x.dtype)
        whole[:values.numel()] = values
        return whole, torch.tensor(values.numel())

    def indices(x):
        found = x.nonzero()
        whole = torch.zeros(x.numel(), x.dim(), dtype=torch.int64)
        whole[:len(found)] = found
        return whole, torch.tensor(len(found))

    case("masked_fill", "plain", lambda x, m: x.masked_fill(m, -1), randn(3, 4), rand(3, 4) > 0.5)
    case("masked_fill", "spread", lambda x, m: x.masked_fill(m, float("inf")), randn(3, 4), rand(4) > 0.5, gradient=False)
    case("masked_fill", "scalar", lambda x, m, v: x.masked_fill(m, v), randn(3, 4), rand(3, 1) > 0.5, randn())
    case("masked_select", "plain", select, randn(3, 4), rand(3, 4) > 0.5)
    case("masked_select", "spread", select, randn(20, 1, dtype=F32), rand(3) > 0.5)
    case("masked_select", "none", select, randn(3), torch.zeros(3, dtype=torch.bool))
    case("masked_select", "scalar", select, randn(), torch.tensor(True))
    case("masked_select", "live", lambda x: (torch.cat([x[x > 0], torch.zeros(x.numel() - (x > 0).sum(), dtype=x.dtype)]), (x > 0).sum()),
         randn(3, 2), dims=[3])
    case("masked_scatter", "plain", lambda x, m, s: x.masked_scatter(m, s), randn(3, 4), rand(3, 4) > 0.5, randn(2, 6))
    case("masked_scatter", "spread", lambda x, m, s: x.masked_scatter(m, s), randn(3, 4), index(1, 0, 1, 1) > 0, randn(12))
    case("nonzero", "plain", indices, randint(0, 2, 3, 4))
    case("nonzero", "row", indices, randint(0, 2, 19).double(), gradient=False)
    case("nonzero", "masks", indices, rand(2, 3, 2) > 0.5)
    case("bincount", "plain", lambda x: torch.bincount(x, minlength=6)[:6], randint(0, 6, 40))
    case("bincount", "weights", lambda x, w: torch.bincount(x, w, minlength=6), randint(0, 5, 4, 5).flatten(), randn(20))
    case("histc", "plain", lambda x: torch.histc(x, 5, -1, 1), index(-1, -0.9, 0, 0.2, 1, 1.1, -3, 0.99, dtype=torch.float64), gradient=False)
    case("searchsorted", "left", torch.searchsorted, index(1, 3, 5, 7, 9), index([3, 6, 9], [0, 10, 1]))
    case("searchsorted", "right", lambda s, v: torch.searchsorted(s, v, right=True), index(1, 3, 3, 7, 9), index([3, 6, 9], [0, 10, 1]))
    case("bucketize", "plain", lambda v, s: torch.bucketize(v, s), randn(3, 4), index(-1.0, 0.0, 1.0, dtype=torch.float64), gradient=False)


def hot():
    def one_hot(x):
        return F.one_hot(x.long(), 4)

    case("one_hot", "row", one_hot, index(2, 0, 3))
    case("one_hot", "matrix", one_hot, randint(0, 4, 2, 5))
    case("one_hot", "ints", one_hot, randint(0, 4, 3, 3, dtype=torch.int32))
    case("one_hot", "bytes", one_hot, index(0, 3, dtype=torch.uint8))
    case("one_hot", "turned", lambda x: one_hot(x.permute(2, 0, 1)), randint(0, 4, 2, 3, 1))
    case("one_hot", "live", one_hot, randint(0, 4, 3, 2), dims=[3])
    case("one_hot", "scalar", one_hot, torch.tensor(1))
    case("one_hot", "nothing", None, randint(0, 4, 0, 3), expect=torch.zeros(0, 3, 4, dtype=torch.int64))
    case("one_hot", "single", lambda x: F.one_hot(x, 1), index(0, 0))
    case("one_hot", "weights", lambda x, w: (one_hot(x) * w).sum(-1), index(3, 1), randn(2, 4))


def multiplied(x, indices, source):
    """scatter_reduce of products, whose gradient PyTorch cannot differentiate."""
    one_hot = F.one_hot(indices, len(x)).movedim(-1, 0).bool()
    return x * torch.where(one_hot, source, torch.ones_like(source)).prod(1)


def seconds():
    second_derivative("take_along_dim", lambda x, i: torch.take_along_dim(x, i, 0), randn(3, 2), randint(0, 3, 4, 2))
    second_derivative("take", torch.take, randn(2, 3), randint(-6, 6, 4))
    second_derivative("index_select", lambda x, i: x.index_select(0, i), randn(3, 2), randint(0, 3, 4))
    second_derivative("embedding", F.embedding, randint(0, 3, 4), randn(3, 2))
    second_derivative("scatter", lambda x, i, s: x.scatter(0, i, s), randn(3, 2), index([0, 2], [2, 1]), randn(2, 2))
    second_derivative("scatter_add", lambda x, i, s: x.scatter_add(0, i, s), randn(3, 2), randint(0, 3, 4, 2), randn(4, 2))
    second_derivative("scatter_reduce", multiplied, randn(3, 2), randint(0, 3, 4, 2), randn(4, 2))
    second_derivative("index_add", lambda x, i, s: x.index_add(0, i, s), randn(3, 2), randint(0, 3, 4), randn(4, 2))
    second_derivative("index_copy", lambda x, i, s: x.index_copy(0, i, s), randn(3, 2), index(2, 0), randn(2, 2))
    second_derivative("index_fill", lambda x, i, v: x.index_fill(0, i, v), randn(3, 2), index(2, 0), randn())
    second_derivative("index_put", lambda x, i, v: x.index_put((i,), v, accumulate=True), randn(3, 2), randint(0, 3, 4), randn(2))
    second_derivative("masked_fill", lambda x, m, v: x.masked_fill(m, v), randn(2, 3), index(1, 0, 1) > 0, randn())
    second_derivative("masked_select", torch.masked_select, randn(2, 3), rand(2, 3) > 0.5)
    second_derivative("masked_scatter", lambda x, m, s: x.masked_scatter(m, s), randn(2, 3), rand(2, 3) > 0.5, randn(6))
    second_derivative("bincount", lambda x, w: torch.zeros(3, dtype=w.dtype).index_add(0, x, w), randint(0, 3, 5), randn(5))
    second_derivative("one_hot", lambda x, w: (F.one_hot(x, 3) * w).sum(-1), randint(0, 3, 2), randn(2, 3))


def make():
    reads()
    writes()
    masks()
    hot()
    seconds()
