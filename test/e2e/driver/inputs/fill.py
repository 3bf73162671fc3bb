"""Fills all folders of a cache with old files and nothing else; with --check BYTES, says when one that was written to
since holds more."""
import os
import pathlib
import shutil
import sys

written = 0
for number in range(256):
    folder = pathlib.Path(sys.argv[1]) / f"{number:02x}"
    if "--check" not in sys.argv:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for old in range(8):
            file = folder / f"old{old}"
            file.write_bytes(bytes(1024))
            os.utime(file, (0, 0))
        continue
    files = list(folder.iterdir())
    if all(file.name.startswith("old") for file in files):
        continue
    written += 1
    size = sum(file.stat().st_size for file in files)
    if size > int(sys.argv[-1]):
        sys.exit(f"{folder} holds {size} bytes")
if "--check" in sys.argv and not written:
    sys.exit("nothing was stored")
