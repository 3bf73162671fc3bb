"""Losses and distances."""
import torch
import torch.nn.functional as F

from cases import case, rand, randint, randn, second_derivative

f32, f64 = torch.float32, torch.float64
INF = float("inf")


def of(*values, dtype=f64):
    return torch.tensor(values, dtype=dtype)


def signs(*shape, dtype=f64):
    return (randint(0, 2, *shape) * 2 - 1).to(dtype)


def gradient(f, wrt=0):
    """What `grad(f(...).sum(), input)` is."""
    def g(*inputs):
        inputs[wrt].requires_grad_()
        return torch.autograd.grad(f(*inputs).sum(), inputs[wrt])[0]
    return g


def second(f):
    """What `y = f(...); grad((y * y).sum(), x)` is."""
    return gradient(lambda *x: f(*x) ** 2)


def common(name, f, x=randn, target=randn, smooth=True):
    """The entries that every loss of an input and a target has."""
    def pair(*shape, dtype=f64):
        return x(*shape, dtype=dtype), target(*shape, dtype=dtype)

    case(name, "mean", f, *pair(2, 3))
    case(name, "sum", lambda *a: f(*a, reduction="sum"), *pair(2, 3))
    case(name, "none", lambda *a: f(*a, reduction="none"), *pair(2, 3, dtype=f32))
    case(name, "scalar", f, *pair())
    case(name, "nothing", f, *pair(0, 2), gradient=False)
    case(name, "live", f, *pair(3, 2), dims=[3])
    case(name, "second", second(lambda *a: f(*a, reduction="none")), *pair(2, 3), gradient=smooth)


def regression():
    common("mse_loss", F.mse_loss)
    common("l1_loss", F.l1_loss)
    case("l1_loss", "at_zero", gradient(F.l1_loss), of(1, 2, 3), of(1, 1, 5), gradient=False)
    edges = of(0, 0.5, 1, 1.5, -1), torch.zeros(5, dtype=f64)
    far = of(3e38, -2e38, dtype=f32), of(0, 1, dtype=f32)
    for name, f in (("smooth_l1_loss", F.smooth_l1_loss), ("huber_loss", F.huber_loss)):
        common(name, f)
        case(name, "edges", gradient(lambda *a: f(*a, reduction="sum")), *edges, gradient=False)
        case(name, "far", gradient(f), *far, gradient=False)
    case("smooth_l1_loss", "beta", lambda *a: F.smooth_l1_loss(*a, beta=0.5), randn(2, 3), randn(2, 3))
    case("smooth_l1_loss", "no_beta", lambda *a: F.smooth_l1_loss(*a, reduction="sum", beta=0.0), randn(2, 3),
         randn(2, 3))
    case("huber_loss", "delta", lambda *a: F.huber_loss(*a, delta=0.5), randn(2, 3), randn(2, 3))


def probability():
    def inside(*shape, dtype=f64):
        return rand(*shape, low=0.1, high=0.9, dtype=dtype)

    bce = F.binary_cross_entropy
    common("binary_cross_entropy", bce, inside, inside)
    case("binary_cross_entropy", "weight", lambda x, t, w: bce(x, t, weight=w.expand(2, 3)), inside(2, 3), inside(2, 3),
         rand(3))
    case("binary_cross_entropy", "weight_of_elements", lambda x, t, w: bce(x, t, weight=w, reduction="none"),
         inside(2, 2, dtype=f32), inside(2, 2, dtype=f32), rand(2, 2, dtype=f32))
    certain = of(0, 1, 0, 1), of(0, 1, 1, 0)
    case("binary_cross_entropy", "certain", lambda *a: bce(*a, reduction="none"), *certain, gradient=False)
    # The 1e-12 of PyTorch's kernel is an f32.
    case("binary_cross_entropy", "gradient_of_certain", gradient(lambda *a: bce(*a, reduction="sum")), *certain,
         gradient=False, tolerance=1e-8)

    logits = F.binary_cross_entropy_with_logits
    name = "binary_cross_entropy_with_logits"
    common(name, logits, randn, inside)
    case(name, "weight", lambda x, t, w: logits(x, t, weight=w), randn(2, 3), inside(2, 3), rand(3))
    case(name, "pos_weight", lambda x, t, p: logits(x, t, pos_weight=p), randn(2, 3), inside(2, 3), rand(3, high=3))
    case(name, "both", lambda x, t, w, p: logits(x, t, weight=w, pos_weight=p, reduction="none"), randn(2, 2, dtype=f32),
         inside(2, 2, dtype=f32), rand(2, 1, dtype=f32), rand(2, high=3, dtype=f32))
    large = of([1000, -1000, 0], [-800, 800, 1]), of([1, 0, 1], [1, 0, 0])
    case(name, "large", lambda *a: logits(*a, reduction="none"), *large, gradient=False)
    # Small losses are not 0: a logarithm of 1 + x, exact for small x (PyTorch's has five digits left).
    certain = of(25, -22, -30, 21)
    case(name, "certain", None, certain, of(1, 0, 0, 1), expect=1e9 * torch.log1p(torch.exp(-certain.abs())), gradient=False)
    case(name, "gradient_of_large", gradient(lambda x, t, p: logits(x, t, pos_weight=p)), *large, of(1, 2, 3),
         gradient=False)

    kl = F.kl_div
    common("kl_div", kl, randn, inside, smooth=True)
    case("kl_div", "batchmean", lambda *a: kl(*a, reduction="batchmean"), randn(2, 3), inside(2, 3))
    case("kl_div", "log_target", lambda *a: kl(*a, reduction="sum", log_target=True), randn(2, 3), randn(2, 3))
    case("kl_div", "log_target_batchmean", lambda *a: kl(*a, reduction="batchmean", log_target=True),
         randn(2, 3, dtype=f32), randn(2, 3, dtype=f32))
    case("kl_div", "zeros", lambda *a: kl(*a, reduction="none"), randn(2, 3), of([0, 1, 0], [0.5, 0, 0.5]),
         gradient=False)
    case("kl_div", "live_batchmean", lambda *a: kl(*a, reduction="batchmean"), randn(3, 2), inside(3, 2), dims=[3])

    poisson = F.poisson_nll_loss
    counts = of([0, 0.5, 1.5], [2, 3.5, 7])
    case("poisson_nll_loss", "mean", poisson, randn(2, 3), counts)
    case("poisson_nll_loss", "not_log", lambda *a: poisson(*a, log_input=False), inside(2, 3), counts)
    case("poisson_nll_loss", "full", lambda *a: poisson(*a, full=True, reduction="sum"), randn(2, 3), counts)
    case("poisson_nll_loss", "none", lambda *a: poisson(*a, full=True, reduction="none"), randn(4, dtype=f32),
         of(0, 1, 2, 5, dtype=f32), gradient=False)
    case("poisson_nll_loss", "eps", lambda *a: poisson(*a, log_input=False, eps=0.5), of(0.0, 1.0), of(1, 2))
    case("poisson_nll_loss", "live", poisson, randn(3, 2), rand(3, 2, high=5), dims=[3])
    gaussian = F.gaussian_nll_loss
    case("gaussian_nll_loss", "mean", gaussian, randn(2, 3), randn(2, 3), inside(2, 3))
    case("gaussian_nll_loss", "full", lambda *a: gaussian(*a, full=True), randn(2, 3), randn(2, 3), inside(2, 1))
    case("gaussian_nll_loss", "variance_of_rows", lambda *a: gaussian(*a, reduction="sum"), randn(2, 3), randn(2, 3),
         inside(2))
    case("gaussian_nll_loss", "none", lambda *a: gaussian(*a, reduction="none"), randn(2, 2, dtype=f32),
         randn(2, 2, dtype=f32), inside(2, 2, dtype=f32))
    case("gaussian_nll_loss", "small_variance", gradient(lambda *a: gaussian(*a, eps=0.5), 2), of(1, 2), of(2, 4),
         of(0.1, 0.7), gradient=False)
    case("gaussian_nll_loss", "live", gaussian, randn(3, 2), randn(3, 2), inside(3, 2), dims=[3])


def margins():
    common("soft_margin_loss", F.soft_margin_loss, randn, signs)
    # PyTorch's exponential overflows at -1000.
    case("soft_margin_loss", "large", None, of(1000, -1000, 0, 1, dtype=f32), of(1, 1, -1, -1, dtype=f32),
         expect=[of(0, 1000, 0.6931471805599453, 1.3132616875182228, dtype=f32)], gradient=False)
    hinge = F.hinge_embedding_loss
    common("hinge_embedding_loss", hinge, randn, signs)
    case("hinge_embedding_loss", "margin", lambda *a: hinge(*a, margin=0.5), randn(2, 3), of([1, -1, 1], [-1, -1, 0.5]))
    case("hinge_embedding_loss", "ints", lambda *a: hinge(*a, reduction="none"), randn(4), signs(4, dtype=torch.int64))
    ranking = F.margin_ranking_loss
    case("margin_ranking_loss", "mean", ranking, randn(4), randn(4), signs(4))
    case("margin_ranking_loss", "margin", lambda *a: ranking(*a, margin=0.5, reduction="sum"), randn(4), randn(4),
         signs(4))
    case("margin_ranking_loss", "none", lambda *a: ranking(*a, reduction="none"), randn(2, 2, dtype=f32),
         randn(2, 2, dtype=f32), signs(2, 2, dtype=f32))
    case("margin_ranking_loss", "live", ranking, randn(3), randn(3), signs(3, dtype=torch.int64), dims=[3])
    embedding = F.cosine_embedding_loss
    case("cosine_embedding_loss", "mean", embedding, randn(4, 3), randn(4, 3), of(1, -1, 1, -1))
    case("cosine_embedding_loss", "margin", lambda *a: embedding(*a, margin=0.2, reduction="sum"), randn(4, 3),
         randn(4, 3), of(1, -1, -1, -1, dtype=torch.int64))
    case("cosine_embedding_loss", "none", lambda *a: embedding(*a, reduction="none"), randn(4, 3, dtype=f32),
         randn(4, 3, dtype=f32), of(1, -1, 1, -1, dtype=f32))
    case("cosine_embedding_loss", "one_pair", embedding, randn(3), randn(3), torch.tensor(1, dtype=f64))
    case("cosine_embedding_loss", "live", embedding, randn(3, 3), randn(3, 3), of(1, -1, 1), dims=[3])
    triplet = F.triplet_margin_loss
    three = lambda rows=3, dtype=f64: [randn(rows, 2, dtype=dtype) for _ in range(3)]
    case("triplet_margin_loss", "mean", triplet, *three())
    case("triplet_margin_loss", "options", lambda *a: triplet(*a, margin=2, p=3, reduction="sum"), *three())
    case("triplet_margin_loss", "swap", lambda *a: triplet(*a, margin=2, swap=True), *three())
    case("triplet_margin_loss", "none", lambda *a: triplet(*a, reduction="none"), *three(dtype=f32))
    case("triplet_margin_loss", "live", triplet, *three(), dims=[3])
    multi = F.multi_margin_loss
    case("multi_margin_loss", "mean", multi, randn(3, 4), randint(0, 4, 3))
    case("multi_margin_loss", "squares", lambda *a: multi(*a, p=2, margin=0.5), randn(3, 4), randint(0, 4, 3))
    case("multi_margin_loss", "weight", lambda x, t, w: multi(x, t, weight=w, reduction="sum"), randn(3, 4),
         randint(0, 4, 3), rand(4))
    case("multi_margin_loss", "none", lambda *a: multi(*a, reduction="none"), randn(3, 4, dtype=f32), randint(0, 4, 3))
    case("multi_margin_loss", "one_row", multi, randn(4), torch.tensor(2))
    case("multi_margin_loss", "live", multi, randn(4, 3), randint(0, 3, 4), dims=[4])

    cosine = F.cosine_similarity
    case("cosine_similarity", "rows", cosine, randn(2, 3), randn(2, 3))
    case("cosine_similarity", "columns", lambda *a: cosine(*a, dim=0), randn(2, 3, dtype=f32), randn(2, 3, dtype=f32))
    case("cosine_similarity", "broadcast", lambda *a: cosine(*a, dim=-1), randn(2, 1, 3), randn(2, 3))
    case("cosine_similarity", "broadcast_along", cosine, randn(2, 1), randn(2, 3))
    case("cosine_similarity", "missing_dim", lambda *a: cosine(*a, dim=0), randn(3), randn(2, 3))
    case("cosine_similarity", "zero", cosine, of([0, 0], [1, 2]), of([1, 2], [3, 4]), gradient=False)
    case("cosine_similarity", "eps", lambda *a: cosine(*a, eps=10.0), randn(2, 2), randn(2, 2), gradient=False)
    case("cosine_similarity", "live", cosine, randn(3, 3), randn(3, 3), dims=[3])
    distance = F.pairwise_distance
    case("pairwise_distance", "rows", distance, randn(2, 3), randn(2, 3))
    case("pairwise_distance", "kept", lambda *a: distance(*a, keepdim=True), randn(2, 3, dtype=f32),
         randn(2, 3, dtype=f32))
    case("pairwise_distance", "one", lambda *a: distance(*a, p=1.0, eps=0.5), randn(2, 3), randn(3))
    case("pairwise_distance", "equal", distance, of(1, 2), of(1, 2), gradient=False)
    case("pairwise_distance", "live", lambda *a: distance(*a, p=3.0), randn(3, 3), randn(3, 3), dims=[3])


def classes():
    nll, ce = F.nll_loss, F.cross_entropy

    def weighted(f, **options):
        return lambda x, t, w: f(x, t, weight=w, **options)

    def last(f):
        """Classes in the last dim, which PyTorch does not know."""
        return lambda x, t: f(x.movedim(-1, 1), t)

    t3 = lambda classes=4: randint(0, classes, 3)
    some_ignored = of(0, -100, 2, -100, dtype=torch.int64)
    all_ignored = of(-100, -100, dtype=torch.int64)
    case("nll_loss", "mean", nll, randn(3, 4), t3())
    case("nll_loss", "sum", lambda *a: nll(*a, reduction="sum"), randn(3, 4), t3())
    case("nll_loss", "none", lambda x, t: nll(x, t.long(), reduction="none"), randn(3, 4, dtype=f32),
         t3().to(torch.int32))
    case("nll_loss", "weight", weighted(nll), randn(3, 4), t3(), rand(4))
    case("nll_loss", "weight_none", weighted(nll, reduction="none"), randn(3, 4), t3(), rand(4))
    case("nll_loss", "ignore_index", weighted(nll, ignore_index=1), randn(4, 3), of(0, 1, 2, 1, dtype=torch.int64),
         rand(3))
    case("nll_loss", "ignored_by_default", nll, randn(4, 3), some_ignored)
    case("nll_loss", "all_ignored", nll, randn(2, 3), all_ignored, gradient=False)
    case("nll_loss", "sum_of_ignored", lambda *a: nll(*a, reduction="sum"), randn(2, 3), all_ignored)
    case("nll_loss", "image", weighted(nll), randn(2, 3, 2, 2), randint(0, 3, 2, 2, 2), rand(3))
    case("nll_loss", "classes_last", last(lambda *a: nll(*a, reduction="none")), randn(2, 2, 3),
         randint(0, 3, 2, 2))
    case("nll_loss", "one_row", nll, randn(3), torch.tensor(1))
    case("nll_loss", "infinite", nll, of([-INF, -1], [-2, -INF]), of(1, 0, dtype=torch.int64), gradient=False)
    case("nll_loss", "live", nll, randn(3, 3), t3(3), dims=[3])
    case("nll_loss", "live_weight", weighted(nll), randn(3, 3), t3(3), rand(3), dims=[3])

    def probabilities(*shape, dtype=f64):
        return torch.round(torch.softmax(randn(*shape), 1 if len(shape) > 1 else 0) * 1000).to(dtype) / 1000

    case("cross_entropy", "mean", ce, randn(3, 4), t3())
    case("cross_entropy", "sum", lambda *a: ce(*a, reduction="sum"), randn(3, 4), t3())
    case("cross_entropy", "none", lambda x, t: ce(x, t.long(), reduction="none"), randn(3, 4, dtype=f32),
         t3().to(torch.int32))
    case("cross_entropy", "weight", weighted(ce), randn(3, 4), t3(), rand(4))
    case("cross_entropy", "ignore_index", weighted(ce, ignore_index=1), randn(4, 3),
         of(0, 1, 2, 1, dtype=torch.int64), rand(3))
    case("cross_entropy", "ignored_by_default", ce, randn(4, 3), some_ignored)
    case("cross_entropy", "all_ignored", ce, randn(2, 3), all_ignored, gradient=False)
    case("cross_entropy", "label_smoothing", lambda *a: ce(*a, label_smoothing=0.2), randn(3, 4), t3())
    case("cross_entropy", "smoothing_and_ignored", lambda *a: ce(*a, ignore_index=0, label_smoothing=0.3), randn(4, 3),
         of(0, 1, 2, 0, dtype=torch.int64))
    case("cross_entropy", "smoothing_and_weight", weighted(ce, ignore_index=2, label_smoothing=0.3), randn(4, 3),
         of(0, 1, 2, 0, dtype=torch.int64), rand(3))
    case("cross_entropy", "smoothing_none", weighted(ce, reduction="none", label_smoothing=0.3), randn(4, 3),
         some_ignored, rand(3))
    case("cross_entropy", "image", weighted(ce, ignore_index=1, label_smoothing=0.1), randn(2, 3, 2, 2),
         randint(0, 3, 2, 2, 2), rand(3))
    case("cross_entropy", "sequence", ce, randn(2, 3, 4, dtype=f32), randint(0, 3, 2, 4))
    case("cross_entropy", "classes_last", last(ce), randn(2, 2, 3), randint(0, 3, 2, 2))
    case("cross_entropy", "one_row", ce, randn(3), torch.tensor(2))
    case("cross_entropy", "probabilities", ce, randn(2, 3), probabilities(2, 3))
    case("cross_entropy", "probabilities_none", lambda *a: ce(*a, reduction="none"), randn(2, 3, dtype=f32),
         probabilities(2, 3, dtype=f32))
    case("cross_entropy", "probabilities_weighted", weighted(ce, label_smoothing=0.2), randn(2, 3, 2),
         probabilities(2, 3, 2), rand(3))
    case("cross_entropy", "probabilities_of_one_row", lambda *a: ce(*a, reduction="sum"), randn(3), probabilities(3))
    case("cross_entropy", "large", lambda *a: ce(*a, reduction="none"), of([1000, 0, -1000], [-2000, -2000, -1999],
         dtype=f32), of(2, 0, dtype=torch.int64), gradient=False)
    case("cross_entropy", "live", ce, randn(3, 3), t3(3), dims=[3])
    case("cross_entropy", "live_ignored", weighted(ce, ignore_index=0, label_smoothing=0.1), randn(3, 3),
         of(0, 1, 2, dtype=torch.int64), rand(3), dims=[3])
    case("cross_entropy", "live_probabilities", ce, randn(3, 3), probabilities(3, 3), dims=[3])
    case("cross_entropy", "second", second(lambda *a: ce(*a, reduction="none")), randn(2, 3), of(1, 0, dtype=torch.int64))


def seconds():
    second_derivative("nll_loss", lambda x, t: F.nll_loss(x, t, reduction="none"), randn(2, 3), randint(0, 3, 2))
    second_derivative("poisson_nll_loss", lambda x, t: F.poisson_nll_loss(x, t, full=True, reduction="none"), randn(2, 2), rand(2, 2, low=2, high=5))
    second_derivative("gaussian_nll_loss", lambda x, t, v: F.gaussian_nll_loss(x, t, v, reduction="none"), randn(2, 2), randn(2, 2), rand(2, 2, low=0.5, high=2))
    second_derivative("margin_ranking_loss", lambda x, y, t: F.margin_ranking_loss(x, y, t, margin=0.5, reduction="none"), randn(3), randn(3), signs(3, dtype=torch.int64))
    second_derivative("cosine_embedding_loss", lambda x, y, t: F.cosine_embedding_loss(x, y, t, margin=-0.9, reduction="none"), randn(2, 3), randn(2, 3), of(1, -1, dtype=torch.int64))
    second_derivative("triplet_margin_loss", lambda x, y, z: F.triplet_margin_loss(x, y, z, margin=3, reduction="none"), randn(2, 2), randn(2, 2), randn(2, 2))
    second_derivative("multi_margin_loss", lambda x, t: F.multi_margin_loss(x, t, p=2, reduction="none"), randn(2, 3), randint(0, 3, 2))
    second_derivative("cosine_similarity", F.cosine_similarity, randn(2, 3), randn(3))
    second_derivative("pairwise_distance", F.pairwise_distance, randn(2, 3), randn(3))


def make():
    regression()
    probability()
    margins()
    classes()
    seconds()
