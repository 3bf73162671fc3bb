"""A 3x3 convolution of f16 as an implicit matrix product: the activation [n, h, w, c] is read as the matrix of its
windows [n h w, 3 3 c], which is never made; the filter is [3 3 c, channels out]. A window's element outside of the
image is a copy of no bytes, which cp.async fills with zeros."""
import gemm_mma
import tiles

SIDE, PAD = 3, 1


def build(name, n, h, w, c, out):
    shape = gemm_mma.Shape(n * h * w, out, SIDE * SIDE * c, block_n=64, warp_n=32)
    assert c % shape.block_k == 0, "a tile along K must stay inside one place of the filter"
    element = tiles.F16
    type = f"memref<{n}x{h}x{w}x{c}xf16>"

    def source_of_a(k, row, depth):
        place, channel = k.div(depth, c), k.rem(depth, c)
        down, right = k.div(place, SIDE), k.rem(place, SIDE)

        def element_at(r, column):
            pixel = k.add(row, r)
            y = k.sub(k.add(k.rem(k.div(pixel, w), h), down), PAD)
            x = k.sub(k.add(k.rem(pixel, w), right), PAD)
            # Unsigned comparisons: what is below zero is also too large.
            inside = k.arith("andi", k.compare("ult", y, h), k.compare("ult", x, w), "i1")

            def where(a, b):
                return k.value(f"arith.select {inside}, {k.operand(a)}, {k.operand(b)} : index")

            return ("%A", type, (k.div(pixel, h * w), where(y, 0), where(x, 0), k.add(channel, column)),
                    where(element.per_chunk, 0))

        return element_at

    return gemm_mma.build_with(name, element, shape, type, source_of_a)
