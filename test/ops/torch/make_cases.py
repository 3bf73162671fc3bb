"""Makes test/ops/torch/*.cases with PyTorch (Debian's python3-torch): make_cases.py [FAMILY ...]

Kept so that every expected number can be made again. One module a family beside this file; each has `make()`."""
import glob
import importlib
import os
import sys

import cases

here = os.path.dirname(os.path.abspath(__file__))
families = sys.argv[1:] or sorted(os.path.basename(p)[:-3] for p in glob.glob(os.path.join(here, "*.py"))
                                  if os.path.basename(p) not in ("cases.py", "make_cases.py"))
for family in families:
    cases.generator.manual_seed(0)
    importlib.import_module(family).make()
    cases.write(family)
