"""sanitize.py --tool memcheck|racecheck|synccheck ...: runs all small kernels and probes under compute-sanitizer, keeps
its log, and adds to the results what it found, kernel by kernel."""
import argparse
import collections
import glob
import json
import re
import shutil
import subprocess
import sys

PROMPT = "========="
LOG_LIMIT = 4 << 20


def sanitizer():
    found = shutil.which("compute-sanitizer") or next(iter(glob.glob("/usr/local/cuda*/bin/compute-sanitizer")), None)
    return found


def findings(log, names):
    """How often something was found in each kernel, and the first of it; and the tool's own summaries."""
    counts, first, summaries, headline, seen = collections.Counter(), {}, [], "", set()
    for line in log.splitlines():
        if not line.startswith(PROMPT) or "Host Frame" in line:
            continue
        text = line[len(PROMPT):].strip()
        if "SUMMARY" in text:
            summaries.append(text)
            continue
        if not line.startswith(PROMPT + "  "):  # what follows a headline is indented
            headline, seen = text, set()
        for name in (set(re.findall(r"\w+", text)) & names) - seen:
            seen.add(name)
            counts[name] += 1
            first.setdefault(name, headline)
    return counts, first, summaries


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("tool", "program", "build", "json", "log"):
        parser.add_argument("--" + option, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    a = parser.parse_args()

    def report(**record):
        with open(a.json, "a") as f:
            f.write(json.dumps({"part": "sanitizer", "name": a.tool, **record}) + "\n")
        print(f"{a.tool}: {record}")

    tool = sanitizer()
    if not tool:
        report(failed=f"compute-sanitizer is not here: {a.tool} was not run")
        return 0
    with open(a.build + "/manifest.txt") as f:
        names = {line.split()[0][len("name="):] for line in f}
    log, unfinished = "", []
    for part in (["check", "--size", "small"], ["probe"]):
        # A kernel with an error ends alone, and the others still run.
        command = [tool, "--tool", a.tool, "--destroy-on-device-error", "kernel", "--print-limit", "30", a.program,
                   *part, "--build", a.build, "--brief"]
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                  errors="replace", timeout=a.seconds / 2)
            log += done.stdout
            if done.returncode not in (0, 1):
                unfinished.append(f"{part[0]}: status {done.returncode}")
        except subprocess.TimeoutExpired as e:
            log += e.stdout.decode(errors="replace") if isinstance(e.stdout, bytes) else e.stdout or ""
            unfinished.append(f"{part[0]}: ran past its limit")
    with open(a.log, "w") as f:
        f.write(log[:LOG_LIMIT])
    counts, first, summaries = findings(log, names)
    report(right=not counts and not unfinished and all(re.search(r"SUMMARY: 0 ", s) for s in summaries)
           and len(summaries) == 2, summaries=summaries, unfinished=unfinished,
           kernels={name: {"count": counts[name], "first": first[name]} for name in counts})
    return 0


sys.exit(main())
