"""make.py --out DIR: builds the kernels of kernels/catalogue.py: MLIR -> NVVM -> PTX -> cubins, and manifest.txt, which
says of each what the host needs. Fails if the assembler spills or leaves the limits of the machine. --emulator also
makes DIR/emulator/libcuda.so, a driver that runs the small ones on the CPU."""
import argparse
import concurrent.futures
import fnmatch
import glob
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "kernels"), os.path.join(HERE, "emulator")]

import catalogue  # noqa: E402
import cpu_ir  # noqa: E402

# What each architecture's kernels are written in, and the machines that they are assembled for. sm_80 code does not run
# on 9.0: the same PTX is assembled for both. PTX 7.0 is old enough for every driver in use.
TARGETS = {catalogue.AMPERE: ("+ptx70", ("sm_80", "sm_90")), catalogue.HOPPER: ("+ptx80", ("sm_90a",))}
# Bytes of shared memory that a block may ask for.
SHARED_LIMIT = {"sm_80": 163 * 1024, "sm_90": 227 * 1024, "sm_90a": 227 * 1024}
REGISTER_FILE = 64 * 1024
TRIPLE = "nvptx64-nvidia-cuda"


def pipeline(arch):
    features = TARGETS[arch][0]
    inside = ("canonicalize", "cse", "convert-nvgpu-to-nvvm", "convert-vector-to-scf{full-unroll=true}",
              "expand-strided-metadata", "lower-affine", "convert-scf-to-cf",
              # Without the alignments a vector access becomes scalar ones.
              "convert-vector-to-llvm{use-vector-alignment=true}",
              "convert-gpu-to-nvvm{use-bare-ptr-memref-call-conv=1 has-redux=1}", "convert-nvvm-to-llvm",
              "canonicalize", "cse", "reconcile-unrealized-casts")
    return (f"builtin.module(nvvm-attach-target{{chip={arch} features={features} O=3}},"
            f"gpu.module({','.join(inside)}))")


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"make.py: {' '.join(command)[:200]}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout, done.stderr


def tool(name, *folders):
    for folder in (*folders, None):
        found = shutil.which(name, path=folder)
        if found:
            return found
    sys.exit(f"make.py: no {name}")


def module_of(text):
    """The body of the one gpu.module as a module of its own, which is what mlir-translate takes."""
    begin = text.index("gpu.module")
    line_end = text.index("\n", begin)
    at = text.rindex("{", begin, line_end) + 1
    depth, end = 1, at
    while depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    # Internal, the array of no elements would become a static variable of one byte.
    body = text[at:end].replace("global internal @__dynamic_shmem__", "global external @__dynamic_shmem__")
    aliases = re.findall(r"^#\S+ = .*$", text, re.M)
    return "\n".join(aliases) + "\nmodule {" + body


class Builder:
    def __init__(self, out, emulated, assembler):
        self.out, self.emulated, self.assembler = out, emulated, assembler
        llvm = "/usr/lib/llvm-22/bin"
        self.mlir_opt, self.translate = tool("mlir-opt", llvm), tool("mlir-translate", llvm)
        self.opt, self.llc, self.clang = tool("opt", llvm), tool("llc", llvm), tool("clang", llvm)

    def path(self, entry, suffix):
        return os.path.join(self.out, "kernels", f"{entry.name}.{suffix}")

    def emulated_path(self, entry, suffix):
        return os.path.join(self.out, "emulator", f"{entry.name}.{suffix}")

    def build(self, entry):
        """Gives a line for each machine that it is assembled for."""
        nvvm, _ = run(self.mlir_opt, f"--pass-pipeline={pipeline(entry.arch)}", text=entry.text)
        ir, _ = run(self.translate, "--mlir-to-llvmir", text=module_of(nvvm))
        optimised, _ = run(self.opt, "-O3", "-S", f"-mtriple={TRIPLE}", text=ir)
        ptx, _ = run(self.llc, "-O3", f"-mtriple={TRIPLE}", f"-mcpu={entry.arch}",
                     f"-mattr={TARGETS[entry.arch][0]}", text=optimised)
        if ".extern .func" in ptx:
            sys.exit(f"make.py: {entry.name} calls a function that is not there: "
                     f"{re.findall(r'[.]extern [.]func.*', ptx)}")
        with open(self.path(entry, "ptx"), "w") as f:
            f.write(ptx)
        report = [self.assemble(entry, arch) for arch in TARGETS[entry.arch][1]] if self.assembler else []
        if entry.size in self.emulated:
            self.for_emulator(entry, ir)
        return report

    def assemble(self, entry, arch):
        _, said = run(self.assembler, "-v", f"-arch={arch}", "-o", self.path(entry, f"{arch}.cubin"),
                      self.path(entry, "ptx"))

        def number(pattern):
            return int((re.search(pattern, said) or [0, 0])[1])

        registers, static = number(r"Used (\d+) registers"), number(r"(\d+) bytes smem")
        spilled = number(r"(\d+) bytes spill stores") + number(r"(\d+) bytes spill loads")
        threads, shared = entry.kernel.threads, entry.kernel.shared + static
        problems = [text for bad, text in (
            (spilled, f"{spilled} bytes spilled"),
            (registers * threads > REGISTER_FILE, f"{registers} registers for each of {threads} threads"),
            (shared > SHARED_LIMIT[arch], f"{shared} bytes of shared memory"),
            ("serialized" in said, "wgmma products wait for each other")) if bad]
        if problems:
            sys.exit(f"make.py: {entry.name} for {arch}: {'; '.join(problems)}\n{said}")
        for warning in re.findall(r".*warning.*", said):
            print(f"{entry.name} for {arch}: {warning}")
        return f"{entry.name:36} {arch:7} registers={registers:<4} threads={threads:<5} shared={shared:<7} spills=0"

    def for_emulator(self, entry, ir):
        path = self.emulated_path(entry, "ll")
        with open(path, "w") as f:
            f.write(cpu_ir.translate(ir, entry.name))
        run(self.clang, "-w", "-O1", "-fPIC", "-march=x86-64-v3", "-c", path, "-o", self.emulated_path(entry, "o"))


def emulated_driver(builder, host_compiler):
    sources = glob.glob(os.path.join(HERE, "emulator", "*.cpp"))
    objects = glob.glob(os.path.join(builder.out, "emulator", "*.o"))
    run(host_compiler, "-std=c++20", "-O2", "-march=x86-64-v3", "-fPIC", "-shared", *sorted(sources),
        *sorted(objects), "-o", os.path.join(builder.out, "emulator", "libcuda.so"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--only", default="*", help="pattern of kernel names, such as 'gemm_*_256x*'")
    parser.add_argument("--assembler", default="", help="ptxas; without it no cubins")
    parser.add_argument("--emulator", nargs="?", const="small,chain,probe", default="", metavar="SIZES")
    parser.add_argument("--host-compiler", default="c++")
    arguments = parser.parse_args()
    for folder in ("kernels", "emulator"):
        shutil.rmtree(os.path.join(arguments.out, folder), ignore_errors=True)
        os.makedirs(os.path.join(arguments.out, folder))
    entries = [e for e in catalogue.entries()
               if any(fnmatch.fnmatch(e.name, pattern) for pattern in arguments.only.split(","))]
    builder = Builder(arguments.out, arguments.emulator.split(","), arguments.assembler)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        reports = list(pool.map(builder.build, entries))
    with open(os.path.join(arguments.out, "manifest.txt"), "w") as f:
        f.writelines(e.line() + "\n" for e in entries)
    with open(os.path.join(arguments.out, "assembly.txt"), "w") as f:
        f.writelines(line + "\n" for lines in reports for line in lines)
    if arguments.emulator:
        emulated_driver(builder, arguments.host_compiler)
    print(f"gpu: {len(entries)} kernels, {sum(map(len, reports))} cubins, no spills")


main()
