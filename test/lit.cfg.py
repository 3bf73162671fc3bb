# What every lit suite under test/ shares: file suffixes, substitutions, features.
import glob
import os
import shutil
import subprocess
import sys

import lit.formats

config.name = "dlc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".cpp", ".c", ".test"]  # lint/ and e2e/ add .py
config.excludes = ["inputs", "golden", "torch", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_exec_root = os.path.join(config.build_dir, "test")
lit_config.maxIndividualTestTime = 600

tools = os.path.join(config.build_dir, "bin")
config.environment["PATH"] = os.pathsep.join([tools, config.llvm_tools_dir, os.environ["PATH"]])
for name in ("HOME", "TMPDIR", "CCACHE_DIR", "DLC_TARGET"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

# Kernels that did not change since the last run are not compiled again; people's own cache is theirs.
config.environment["DLC_CACHE"] = os.path.join(config.build_dir, "test", "kernel-cache")

config.environment["PYTHONDONTWRITEBYTECODE"] = "1"  # the lints import each other; the tree stays clean

# %dlc and %dlc-opt; a bare `dlc` in a RUN line works too, since PATH starts with build/bin.
# --verify-each is stock behaviour of dlc-opt's pass manager; Debian's MLIR has no assertions, so keep it.
tables = os.path.join(config.source_dir, "..", "shared", "data", "pytorch-reference-tables")

config.substitutions += [
    ("%dlc-opt", os.path.join(tools, "dlc-opt") + " --verify-each"),
    ("%dlc", os.path.join(tools, "dlc")),
    ("%root", config.source_dir),
    ("%build", config.build_dir),
    ("%include", os.path.join(config.build_dir, "include")),
    ("%librt", os.path.join(config.build_dir, "lib", "libdlc_rt.a")),
    ("%cxx", config.host_cxx),
    ("%cc", config.host_cc),
    ("%cmake", config.cmake),
    ("%python", sys.executable),
    ("%golden", os.path.join(config.source_dir, "test", "e2e", "golden")),
    ("%pytorch-tables", tables),
    ("%fashion-mnist", "/usr/share/datasets/fashion-mnist"),
]


def has(feature, present, what):
    """Declares a feature; a missing one is said aloud, since its tests will not run."""
    if present:
        config.available_features.add(feature)
    else:
        lit_config.note(f"{feature}: {what} is not here; tests that need it are skipped")


def cpu_flags():
    try:
        with open("/proc/cpuinfo") as f:
            return next((line.split(":", 1)[1].split() for line in f if line.startswith("flags")), [])
    except OSError:
        return []


def can_import(module):
    # A fresh interpreter: importing PyTorch here would cost every lit run its start-up.
    probe = f"import importlib.util as u; exit(not u.find_spec('{module}'))"
    return subprocess.run([sys.executable, "-c", probe]).returncode == 0


has("dataset-fashion-mnist", len(glob.glob("/usr/share/datasets/fashion-mnist/*ubyte.gz")) >= 4,
    "Debian's package dataset-fashion-mnist")
has("pytorch-tables", os.path.exists(os.path.join(tables, "optim_baseline.csv")),
    "../shared/data/pytorch-reference-tables")
has("avx512", "avx512f" in cpu_flags(), "AVX-512")
has("avx2", "avx2" in cpu_flags(), "AVX2")
has("avx512_bf16", "avx512_bf16" in cpu_flags(), "AVX512-BF16")
has("aarch64", shutil.which("qemu-aarch64") and shutil.which("aarch64-linux-gnu-g++"),
    "qemu-user or g++-aarch64-linux-gnu")
has("clang-format", shutil.which("clang-format-22") is not None, "clang-format-22")
has("clang-tidy", shutil.which("clang-tidy-22") is not None, "clang-tidy-22")
has("torch", can_import("torch"), "PyTorch (bench/packages.txt)")
ptxas = shutil.which("ptxas") or shutil.which("ptxas", path="/usr/local/cuda/bin")
has("ptxas", ptxas is not None, "CUDA's assembler, ptxas (bench/gpu/build.sh says where it is from)")
config.substitutions.append(("%ptxas", ptxas or "ptxas"))
