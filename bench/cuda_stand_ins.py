"""Makes PyPI's PyTorch start without CUDA: builds a stand-in for each CUDA library that it is linked to, beside
its own libraries. Every function of one says that there is no device."""
import glob
import importlib.util
import os
import re
import subprocess
import sys
import tempfile

NO_DEVICE = 100  # cudaErrorNoDevice


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def symbols(libraries):
    """What they define, and what they want from whom: {version or "": names}."""
    defined, wanted = set(), {}
    for library in libraries:
        for line in output("nm", "-D", library).splitlines():
            kind, symbol = line.split()[-2:]
            name, _, version = symbol.replace("@@", "@").partition("@")
            if kind == "U":
                wanted.setdefault(version, set()).add(name)
            else:
                defined.add(name)
    return defined, wanted


def build(directory, library, version, names):
    with tempfile.TemporaryDirectory() as scratch:
        source, versions = os.path.join(scratch, "names.c"), os.path.join(scratch, "versions")
        with open(source, "w") as file:
            file.writelines(f"int {name}(void) {{ return {NO_DEVICE}; }}\n" for name in sorted(names))
        with open(versions, "w") as file:
            file.write(f"{version} {{ global: *; }};\n")
        subprocess.run(["cc", "-shared", "-fPIC", "-fno-builtin", "-w", source, f"-Wl,-soname,{library}",
                        *([f"-Wl,--version-script={versions}"] if version else []),
                        "-o", os.path.join(directory, library)], check=True)


def main():
    directory = os.path.join(os.path.dirname(importlib.util.find_spec("torch").origin), "lib")
    libraries = glob.glob(os.path.join(directory, "*.so*"))
    needed = {name for library in libraries
              for name in re.findall(r"NEEDED.*\[(lib(?:cu|nv|nccl).*)\]", output("readelf", "-dW", library))}
    defined, wanted = symbols(libraries)
    # Names without a version could be from any library that has none.
    loose = {name for name in wanted.get("", ()) if re.match("cu|nccl|nv|_+cu", name)} - defined
    for library in needed - set(os.listdir(directory)):
        version = "NVSHMEM" if library.startswith("libnvshmem") else library
        names = wanted.get(version)
        build(directory, library, version if names else "", names or loose)


sys.exit(main())
