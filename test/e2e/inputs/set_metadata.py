# set_metadata.py FROM TO KEY VALUE: a safetensors file with another value in its metadata.
import json
import struct
import sys

data = open(sys.argv[1], "rb").read()
size = struct.unpack("<Q", data[:8])[0]
header = json.loads(data[8 : 8 + size])
header["__metadata__"][sys.argv[3]] = sys.argv[4]
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
with open(sys.argv[2], "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + data[8 + size :])
