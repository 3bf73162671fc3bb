# make_png.py FILE HEIGHT WIDTH: a black grey PNG image. FILE holds the header alone when it is huge.
import struct
import sys
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


height, width = int(sys.argv[2]), int(sys.argv[3])
rows = bytes((width + 1) * height) if height * width < 1 << 20 else b""
with open(sys.argv[1], "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
