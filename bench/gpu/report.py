"""report.py FOLDER: FOLDER/results.jsonl as results.json, and for people as report.txt: assumptions, kernels, times as
shares of the ceilings, images, the graph, the sanitizer, and what did not run."""
import collections
import json
import os
import sys


class Results:
    def __init__(self, folder):
        self.parts = collections.defaultdict(list)
        with open(os.path.join(folder, "results.jsonl")) as f:
            for line in f:
                try:
                    record = json.loads(line)
                except ValueError:  # cut off by a limit
                    record = {"part": "failure", "name": "a line of results", "failed": line.strip()[:80]}
                self.parts[record["part"]].append(record)

    def ran(self, part):
        return [r for r in self.parts[part] if "failed" not in r]

    def torch(self, name):
        return next((r for r in self.ran("torch") if r["name"] == name), None)


def torch_name(record):
    """PyTorch's work that a timed kernel is compared with."""
    family = record["family"]
    if family.startswith(("wgmma_", "gemm_")):
        type = family.split("_")[1]
        type = type if type in ("f16", "tf32") else "bf16"  # variants are of bf16
        if "8192" in record["name"]:
            return "product_bf16_8192" if type == "bf16" else None
        return "gemm_" + type
    if family == "convolution":
        return "convolution_" + record["name"].split("x")[-1]
    return family


def device_lines(results):
    for d in results.ran("device"):
        yield (f"{d['name']}, compute capability {d['capability']:.1f}, driver {d['driver'] / 1000:.1f}, "
               f"{d['multiprocessors']} multiprocessors, L2 {d['l2'] >> 20} MiB"
               f"{', EMULATED: no figure means anything' * d['emulated']}")


def probe_lines(results):
    for p in results.ran("probe"):
        yield f"{'holds' if p['right'] else 'FALSE':6} {p['name']:26} {p['assumption']}"
        if not p["right"]:
            yield f"       {p['as_assumed']} of {p['observations']} observations were as assumed"
            yield from (f"       {line}" for line in p["found"])


def check_lines(results):
    for c in results.ran("check"):
        rows = "" if c["compared_rows"] == c["rows"] else f", {c['compared_rows']} of {c['rows']} rows"
        yield (f"{'right' if c['right'] else 'WRONG':6} {c['name']:34} {c['result']:10} error {c['error']:.1e} of "
               f"{c['tolerance']:.0e}{rows}")
        if not c["right"]:
            behind = "" if c["intact"] else "wrote behind an end, "
            yield f"       {c['wrong']} wrong, {c['missing']} missing, {behind}seed {c['seed']}; {c['where']}"


# The probes that a family's kernels rest on.
MMA = ("probe_ldmatrix", "probe_ldmatrix_transposed", "probe_copy_groups")
RESTS_ON = {"gemm_f16": ("probe_mma_f16", *MMA), "gemm_bf16": ("probe_mma_bf16", *MMA),
            "gemm_tf32": ("probe_mma_tf32", *MMA), "attention": ("probe_mma_f16", *MMA),
            "convolution": ("probe_mma_f16", "probe_copy_fill", *MMA),
            "wgmma": ("probe_mbarrier", "probe_tma", "probe_wgmma_row_col", "probe_wgmma_row_row")}


def blame_lines(results):
    """Of each family that is wrong or does not run: which of its assumptions are false."""
    false = {p["name"] for p in results.parts["probe"] if not p["right"]}
    wrong = {c["family"] for c in results.ran("check") if not c["right"]}
    wrong |= {r["name"].split()[1].rstrip(",") for r in results.parts["failure"] if r["name"].startswith("check ")}
    for family in sorted(wrong):
        probes = next((p for prefix, p in RESTS_ON.items() if family.startswith(prefix)), ())
        guilty = [p for p in probes if p in false]
        if guilty:
            yield f"{family}: rests on what {', '.join(guilty)} found false"
        elif probes:
            yield f"{family}: all probes hold that it rests on ({', '.join(probes)}): order or protocol, see README.md"
        else:
            yield f"{family}: rests on no probe"


def time_lines(results):
    copies = [r["gigabytes_per_second"] for r in results.ran("copies")]
    copies += [r["gigabytes_per_second"] for r in [results.torch("copy")] if r]
    product = results.torch("product_bf16_8192")
    copy, flops = max(copies, default=0), product["teraflops"] if product else 0
    yield f"ceilings: copy {copy:.0f} GB/s read and written; the library's bf16 product {flops:.0f} TFLOP/s"
    yield f"{'':36} {'us':>10} {'GB/s':>8} {'of copy':>8} {'TFLOP/s':>8} {'of bf16':>8} {'PyTorch / this':>15}"
    for t in results.ran("time"):
        other = results.torch(torch_name(t) or "")
        of_copy = f"{t['gigabytes_per_second'] / copy:8.2f}" if copy else " " * 8
        products = " " * 17
        if t["teraflops"]:
            of_flops = f"{t['teraflops'] / flops:8.2f}" if flops else " " * 8
            products = f"{t['teraflops']:8.1f} {of_flops}"
        ratio = f"{other['seconds'] / t['seconds']:15.2f}" if other else ""
        yield (f"{t['name']:36} {t['seconds'] * 1e6:10.2f} {t['gigabytes_per_second']:8.0f} {of_copy} "
               f"{products} {ratio}".rstrip())


def torch_lines(results):
    for r in results.ran("torch"):
        yield (f"{r['name']:36} {r['seconds'] * 1e6:10.2f} {r['gigabytes_per_second']:8.0f} GB/s "
               f"{r['teraflops']:8.1f} TFLOP/s")


def image_lines(results):
    for i in results.ran("images"):
        def both(key, scale=1, digits=0):
            return f"{i['cubin_' + key] * scale:.{digits}f} / {i['ptx_' + key] * scale:.{digits}f}"

        yield (f"{'equal' if i['right'] else 'OTHER':6} {i['name']:34} loaded in {both('load_seconds', 1e3, 2)} ms, "
               f"{both('seconds', 1e6, 2)} us, {both('registers')} registers, {both('local')} bytes of local memory")


def graph_lines(results):
    for g in results.ran("graph"):
        bits = "the same bits" if g["same_bits"] else "OTHER BITS"
        yield (f"{'right' if g['right'] else 'WRONG':6} replayed: {bits}, error {g['error']:.1e} of "
               f"{g['tolerance']:.0e}; three kernels take {g['plain_seconds'] * 1e6:.2f} us launched, "
               f"{g['graph_seconds'] * 1e6:.2f} us replayed")


def sanitizer_lines(results):
    for s in results.ran("sanitizer"):
        yield f"{'clean' if s['right'] else 'FOUND':6} {s['name']}: {'; '.join(s['summaries']) or 'no summary'}"
        yield from (f"       {line}" for line in s["unfinished"])
        yield from (f"       {name}: {k['count']} times, first: {k['first']}" for name, k in s["kernels"].items())


def instruction_lines(results):
    for i in results.ran("instructions"):
        shown = " ".join(f"{name}:{count}" for name, count in list(i["counts"].items())[:12])
        yield f"{'as meant' if i['right'] else 'MISSING ' + ' '.join(i['missing'])} {i['name']}: {shown}"


def failure_lines(results):
    for records in results.parts.values():
        for r in records:
            if "failed" in r:
                yield f"{r['part']} {r['name']}: {r['failed']}"
    for r in results.parts["skipped"]:
        yield f"{r['name']}: not for this device ({r['arch']})"


SECTIONS = (("Device", device_lines), ("Did not run", failure_lines), ("Assumptions", probe_lines),
            ("Kernels against references in f64", check_lines),
            ("Wrong kernels and their assumptions", blame_lines), ("Times", time_lines),
            ("PyTorch and its libraries, the same work", torch_lines), ("From cubin and from PTX", image_lines),
            ("Captured graph", graph_lines), ("Sanitizer", sanitizer_lines),
            ("Machine instructions of the large kernels", instruction_lines))


def main(folder):
    results = Results(folder)
    with open(os.path.join(folder, "results.json"), "w") as f:
        json.dump(results.parts, f, indent=1)
    text = ""
    for title, lines in SECTIONS:
        text += f"{title}\n{'-' * len(title)}\n"
        try:
            text += "".join(line + "\n" for line in lines(results))
        except (KeyError, TypeError, ZeroDivisionError) as e:  # a figure that is none; the rest is worth having
            text += f"cannot be shown ({e!r}); see results.json\n"
        text += "\n"
    verdicts = [r for records in results.parts.values() for r in records]
    wrong = [r["name"] for r in verdicts if r.get("right") is False and "failed" not in r]
    failed = [r["name"] for r in verdicts if "failed" in r]
    text += f"{len(wrong)} wrong, {len(failed)} did not run\n"
    with open(os.path.join(folder, "report.txt"), "w") as f:
        f.write(text)
    print(text)


main(sys.argv[1])
