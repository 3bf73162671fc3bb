# close.py A B TOLERANCE: the f32 tensors of two safetensors files agree, relative to each
# tensor's largest element.
import array
import json
import struct
import sys


def tensors(path):
    data = open(path, "rb").read()
    size = struct.unpack("<Q", data[:8])[0]
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            yield name, array.array("f", data[8 + size + begin : 8 + size + end])


tolerance = float(sys.argv[3])
wanted = dict(tensors(sys.argv[2]))
seen = 0
for name, values in tensors(sys.argv[1]):
    other = wanted.pop(name)
    largest = max((abs(v) for v in other), default=0) or 1
    worst = max(abs(a - b) for a, b in zip(values, other, strict=True))
    if not worst <= tolerance * largest:
        sys.exit(f"{name}: off by {worst:g}, the largest element is {largest:g}")
    seen += 1
if wanted or not seen:
    sys.exit(f"{seen} tensors compared, missing: {sorted(wanted)}")
print(f"{seen} tensors agree to {tolerance:g}")
