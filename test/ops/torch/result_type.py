"""Promotion: every pair of dtypes, as tensors with dims, 0-d tensors and numbers."""
import operator

import torch

from cases import case

DTYPES = {"f64": torch.float64, "f32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16,
          "i64": torch.int64, "i32": torch.int32, "u8": torch.uint8, "boolean": torch.bool}
NUMBERS = {"real": 1.0, "int": 1, "bool": True}


def make():
    tensors = {name + kind: torch.ones(shape, dtype=dtype) for name, dtype in DTYPES.items()
               for kind, shape in (("", (2,)), ("_scalar", ()))}
    for left, x in (tensors | NUMBERS).items():
        for right, y in (tensors | NUMBERS).items():
            if left in NUMBERS and right in NUMBERS:
                continue
            total = operator.add(x, y)
            assert total.dtype == torch.result_type(x, y)
            case("result_type", f"{left}__{right}", None, expect=[total, operator.truediv(x, y), operator.lt(x, y)])
