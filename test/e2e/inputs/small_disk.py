# small_disk.py BYTES COMMAND...: runs the command; no file it writes can grow beyond BYTES.
import os
import resource
import sys

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
os.execv(sys.argv[2], sys.argv[2:])  # Python ignores SIGXFSZ and so does the command: writes fail
