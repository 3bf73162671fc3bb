"""What compare.py prints."""


def number(result, key, form):
    value = result.get(key)
    return format(value, form) if value is not None else "-"


def row(name, result, columns):
    cells = (number(result, key, form).rjust(width) for _, width, key, form in columns)
    print(f"{name:10}" + "".join(cells), flush=True)


def header(columns):
    print(f"{'model':10}" + "".join(title.rjust(width) for title, width, _, _ in columns), flush=True)


TIMES = [("dlc ms", 10, "dlc_ms", ".3f"), ("floor", 7, "dlc_of_floor", ".2f"), ("eager ms", 11, "torch_eager_ms", ".3f"),
         ("/ dlc", 7, "vs_torch_eager", ".2f"), ("compile ms", 12, "torch_compile_ms", ".3f"),
         ("/ dlc", 7, "vs_torch_compile", ".2f"), ("JAX ms", 11, "jax_ms", ".3f"), ("/ dlc", 7, "vs_jax", ".2f"),
         ("best / dlc", 12, "vs_best", ".2f")]
COSTS = [("planned MB", 12, "dlc_planned_mb", ".1f"), ("grown MB", 10, "dlc_growth_mb", ".1f"),
         ("eager", 8, "torch_eager_growth_mb", ".0f"), ("compile", 9, "torch_compile_growth_mb", ".0f"),
         ("JAX", 6, "jax_growth_mb", ".0f"), ("program KB", 12, "dlc_program_kb", ".0f"),
         ("start s", 9, "dlc_start_s", ".3f"), ("eager", 7, "torch_eager_start_s", ".2f"),
         ("JAX", 7, "jax_start_s", ".2f"), ("compile s", 11, "dlc_compile_s", ".2f"),
         ("compile", 9, "torch_compile_first_step_s", ".2f"), ("JAX", 7, "jax_first_step_s", ".2f")]


def times_header():
    print("a training step, f32: dlc, PyTorch eager, torch.compile, JAX, each in its best setting, and over dlc's time")
    print("floor: the time of the products alone at the machine's peak in the same turns, as a share of dlc's")
    header(TIMES)


def times_row(result):
    row(result["name"], result, TIMES)


def costs(results):
    print("\nmemory planned by dlc, and grown over the bare process or the import; the program, stripped;")
    print("start to the end of the first step; source to program against first compiled step")
    header(COSTS)
    for result in results:
        row(result["name"], result, COSTS)


def settings(results):
    for result in results:
        print(f"\n{result['name']}, every setting (median ms, fastest and slowest turn):")
        for label, times in sorted(result["settings"].items(), key=lambda item: item[1]["ms"]):
            alone = "  (one turn)" if len(times["turns"]) == 1 else ""
            print(f"  {times['ms']:9.3f}  {min(times['turns']):9.3f} .. {max(times['turns']):9.3f}  {label}{alone}")


def kernels(measured):
    if not measured:
        return
    print("\nkernels: the share of the peak or bandwidth measured beside each, or of the time an element may take,"
          "\nand what is asked (* below)")
    width = max(len(kernel["name"]) for kernel in measured)
    print(f"{'':{width}} {'threads':>8} {'us':>10} {'ns/elem':>8} {'GFLOP/s':>8} {'GB/s':>7} {'share':>6} {'asked':>6}")
    for kernel in measured:
        below = " *" if kernel["share"] < kernel["bar"] else ""
        print(f"{kernel['name']:{width}} {kernel['threads']:8} {kernel['ns'] / 1e3:10.1f} "
              f"{kernel['ns_per_element']:8.3f} {kernel['gflops']:8.1f} "
              f"{kernel['gbps']:7.1f} {kernel['share']:6.2f} {kernel['bar']:6.2f}{below}")


def pool(measured):
    if measured:
        print(f"\nthreads: a launch takes {measured['dispatch_ns'] / 1e3:.2f} us, {measured['gap_ns'] / 1e3:.2f} us after the "
              f"caller has worked alone;\ntwo programs at once get {measured['two_programs']:.2f} of the work done that one "
              "gets done alone")
