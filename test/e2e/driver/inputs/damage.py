"""Cuts every second file of a cache short and changes a byte of every other."""
import pathlib
import sys

for number, file in enumerate(sorted(p for p in pathlib.Path(sys.argv[1]).rglob("*") if p.is_file())):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content[: len(content) // 2] if number % 2 else content)
