"""instructions.py --build DIR: counts the machine instructions that matter in every large kernel's cubin, with CUDA's
cuobjdump: was each kernel assembled to what it was written for?"""
import argparse
import collections
import concurrent.futures
import glob
import json
import os
import re
import shutil
import subprocess
import sys

# What a family's code must contain.
WANTED = {"bias_relu": ("LDG.128", "STG.128"), "softmax": ("LDG.128", "SHFL"), "layernorm": ("LDG.128", "SHFL"),
          "gemm": ("HMMA", "LDSM", "LDGSTS"), "wgmma": ("HGMMA", "UTMALDG", "SYNCS"),
          "attention": ("HMMA", "LDSM", "LDGSTS", "MUFU"), "convolution": ("HMMA", "LDSM", "LDGSTS")}


def count(tool, cubin):
    text = subprocess.run([tool, "-sass", cubin], capture_output=True, text=True).stdout
    counts = collections.Counter()
    for line in re.findall(r"/\*[0-9a-f]{4,}\*/\s+(?:@!?U?P\w+\s+)?([A-Z][A-Z0-9_.]*)", text):
        opcode = line.split(".")[0]
        counts[opcode] += 1
        if ".128" in line and opcode in ("LDG", "STG"):
            counts[opcode + ".128"] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--json", required=True)
    a = parser.parse_args()

    def report(**record):
        with open(a.json, "a") as f:
            f.write(json.dumps({"part": "instructions", **record}) + "\n")

    tool = shutil.which("cuobjdump") or next(iter(glob.glob("/usr/local/cuda*/bin/cuobjdump")), None)
    if not tool:
        report(name="all", failed="cuobjdump is not here")
        print("instructions: cuobjdump is not here")
        return 0
    with open(os.path.join(a.build, "manifest.txt")) as f:
        entries = [dict(word.split("=") for word in line.split()) for line in f]
    entries = [e for e in entries if e["size"] == "large"]

    def cubin(e):
        newest = "sm_90a" if e["arch"] == "sm_90a" else "sm_90"
        return os.path.join(a.build, "kernels", f"{e['name']}.{newest}.cubin")

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        counted = list(pool.map(lambda e: count(tool, cubin(e)), entries))
    for e, counts in zip(entries, counted):
        wanted = next(w for family, w in WANTED.items() if e["family"].startswith(family))
        missing = [w for w in wanted if not counts[w]]
        report(name=e["name"], right=not missing, missing=missing, counts=dict(counts.most_common()))
        print(f"{e['name']:36} {' '.join(f'{w}:{counts[w]}' for w in wanted)}"
              f"{' MISSING: ' + ' '.join(missing) if missing else ''}")
    return 0


sys.exit(main())
