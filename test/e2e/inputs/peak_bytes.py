# peak_bytes.py ALL.h SOME.h LIMIT: with one thread the second states at most LIMIT bytes, the first more.
import re
import sys


def peak(header):
    sizes = dict(re.findall(r"#define \w+_(STATE|ARENA|SCRATCH)_BYTES UINT64_C\((\d+)\)", open(header).read()))
    assert len(sizes) == 3, header
    blocks = sum((int(size) + 255) // 256 * 256 for size in sizes.values())
    return (blocks + 65535) // 65536 * 65536


whole, some, limit = peak(sys.argv[1]), peak(sys.argv[2]), int(sys.argv[3])
print(f"all {whole}, some {some}, limit {limit}")
sys.exit(not some <= limit < whole)
