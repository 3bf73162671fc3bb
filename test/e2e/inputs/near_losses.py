# near_losses.py A B [learns]: two files of losses, one a line, run close to each other, down if they
# shall, and are not the same numbers.
import sys

a, b = ([float(line) for line in open(path)] for path in sys.argv[1:3])
if len(a) != len(b) or not a:
    sys.exit(f"{len(a)} losses and {len(b)}")
if a == b:
    sys.exit("the losses are the same to the last digit")
for step, (x, y) in enumerate(zip(a, b)):
    if not abs(x - y) <= 0.02 + 0.05 * y:
        sys.exit(f"step {step}: {x:g} and {y:g}")
if "learns" in sys.argv and not a[-1] < a[0] / 10:
    sys.exit(f"nothing learnt: {a[0]:g} to {a[-1]:g}")
print(f"{len(a)} losses, from {a[0]:g} to {a[-1]:g} and {b[-1]:g}")
