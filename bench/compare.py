#!/usr/bin/env python3
"""Times dlc's training steps against PyTorch's and JAX's: every contestant is a process of its own, they take
turns, and each one's figure is the median over its turns. Called by run.sh; README.md says what is fair in it.

  compare.py --build DIR [--models mlp,cnn] [--quick] [--rounds 7] [--turn 0.5] [--json FILE] [--svg FILE]"""
import argparse
import json
import os
import platform
import sys

import contestant
import plot
import programs
import suite
import table

GROUPS = ("dlc", "torch_eager", "torch_compile", "jax")


class Field:
    """The contestants of one model. Who is slow in the first turn of its group is sent home."""

    def __init__(self, args):
        self.args, self.all, self.racing = args, [], []

    def enter(self, newcomer):
        self.all.append(newcomer)
        if not newcomer.ok:
            return None
        self.racing.append(newcomer)
        newcomer.turn(self.args.turn / 2)
        best = self.best(newcomer.group).median()
        for slow in [c for c in self.racing if c.group == newcomer.group and c.median() > 1.2 * best]:
            slow.close()
            self.racing.remove(slow)
        return newcomer

    def best(self, group):
        return min((c for c in self.racing if c.group == group), key=lambda c: c.median(), default=None)

    def race(self):
        for c in self.racing:
            c.turns.clear()
        for _ in range(self.args.rounds):
            for c in self.racing:
                c.turn(self.args.turn)
        for c in self.racing:
            c.close()


def enter_pytorch(field, name, weights, pytorch, against):
    def enter(settings, threads):
        return field.enter(contestant.pytorch(*pytorch, name, weights, settings, threads))

    tried = {threads: c for threads in contestant.THREADS if (c := enter("eager", threads))}
    if not tried:
        return
    # Other settings only with the threads that served this one best.
    threads = min(tried, key=lambda key: tried[key].turns[0])
    forms, modern = ["compile"], not pytorch[1].startswith("1.")
    other = "channels_last" if name in suite.IMAGES else "sdpa" if name == "gpt" and modern else None
    if other:
        c = enter(other, threads)
        if c and c.turns[0] < tried[threads].turns[0]:
            forms.append(f"compile+{other}")
    if modern and "torch_compile" in against:
        for form in forms:
            enter(form, threads)


def enter_all(field, name, program, args):
    weights = os.path.join(args.build, "bench", f"{name}.safetensors")
    for threads in contestant.THREADS:
        field.enter(contestant.dlc(program, name, weights, threads))
    field.enter(contestant.peak(args.peak))
    for pytorch in args.pytorches if args.against != ["jax"] else ():
        enter_pytorch(field, name, weights, pytorch, args.against)
    if "jax" in args.against and os.path.exists(os.path.join(args.peers, "jax/ready")):
        for threads in (threads for threads in contestant.THREADS if "bound" not in threads):
            field.enter(contestant.jax(args.peers, name, weights, threads))


def check(name, field):
    """That all train the same model: as many parameters, the same losses from the same weights."""
    ours = next(c for c in field.all if c.group == "dlc").facts
    for c in (c for c in field.all if c.ok and c.group in GROUPS):
        if c.facts["parameters"] != ours["parameters"]:
            sys.exit(f"{name}: {c.label} has {c.facts['parameters']} parameters, dlc {ours['parameters']}")
        for mine, loss in zip(ours["losses"], c.facts["losses"]):
            # What rounding does to a loss, and to what the steps before changed of it.
            if not abs(loss - mine) <= 1e-5 * abs(mine) + 2e-3 * abs(mine - ours["losses"][0]):
                sys.exit(f"{name}: the losses of {c.label} are {c.facts['losses']}, of dlc {ours['losses']}")


def measure(name, args):
    program, compile_s = programs.model(args.build, name)
    field = Field(args)
    enter_all(field, name, program, args)
    check(name, field)
    field.race()
    best = {group: field.best(group) for group in GROUPS}
    ours, peak, gflop = best["dlc"], field.best("peak").median(), suite.MODELS[name][2]
    floor = gflop / peak * 1e3
    result = {"name": name, "rows": suite.MODELS[name][0], "parameters": ours.facts["parameters"],
              "gflop": gflop, "peak_gflops": peak, "floor_ms": floor, "dlc_of_floor": floor / ours.median(),
              "dlc_planned_mb": ours.facts["planned_mb"], "dlc_compile_s": compile_s,
              "dlc_program_kb": os.path.getsize(program) / 1024}
    for group, c in best.items():
        if c:
            result |= {f"{group}_ms": c.median(), f"{group}_setting": c.label, f"{group}_start_s": c.start_s,
                       f"{group}_growth_mb": c.facts["growth_mb"],
                       f"{group}_first_step_s": c.facts["first_step_ms"] / 1e3}
            if group != "dlc":
                result[f"vs_{group}"] = c.median() / ours.median()
    peers = [result[f"vs_{group}"] for group in GROUPS[1:] if best[group]]
    result["vs_best"] = min(peers) if peers else None
    result["settings"] = {c.label: {"ms": c.median(), "turns": c.turns}
                          for c in field.all if c.turns and c.group in GROUPS}
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, help="the build folder")
    parser.add_argument("--models", help=f"of {','.join(suite.MODELS)}; default: all of them")
    parser.add_argument("--quick", action="store_true", help=f"{','.join(suite.QUICK)}, fewer turns")
    parser.add_argument("--kernels", action="store_true", help="single kernels as well; default without --models")
    parser.add_argument("--against", default=",".join(GROUPS[1:]), help="default: %(default)s")
    parser.add_argument("--any-processor", action="store_true",
                        help="let PyTorch's MKL use all instructions whoever made the processor")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--turn", type=float, default=0.5, help="seconds of a turn")
    parser.add_argument("--json", help="write all figures there")
    parser.add_argument("--svg", help="write a plot of the ratios there")
    args = parser.parse_args()
    models = args.models.split(",") if args.models else suite.QUICK if args.quick else list(suite.MODELS)
    if unknown := [name for name in models if name not in suite.MODELS]:
        parser.error(f"no model {unknown[0]}: there are {', '.join(suite.MODELS)}")
    args.kernels |= not (args.models or args.quick)
    args.against = args.against.split(",")
    args.rounds = args.rounds or (3 if args.quick else 7)
    args.peers = os.path.join(args.build, "bench/peers")
    args.pytorches = contestant.pytorches(args.peers, args.any_processor)
    if not args.pytorches:
        print("bench: no PyTorch here: dlc's times only (packages.txt beside this file names the package)")

    os.makedirs(os.path.join(args.build, "bench"), exist_ok=True)
    args.peak = programs.peak(args.build)
    results = []
    table.times_header()
    for name in models:
        results.append(measure(name, args))
        table.times_row(results[-1])
    kernels = programs.measure_kernels(args.build) if args.kernels else []
    pool = programs.measure_pool(args.build) if args.kernels else {}
    if args.json:
        report = {"cores": contestant.CORES, "any_processor": args.any_processor,
                  "machine": platform.machine(), "models": results, "kernels": kernels, "pool": pool}
        with open(args.json, "w") as file:
            json.dump(report, file, indent=1)
            file.write("\n")
    if args.svg:
        with open(args.svg, "w") as file:
            file.write(plot.ratios(results))
    table.costs(results)
    table.settings(results)
    table.kernels(kernels)
    table.pool(pool)


main()
