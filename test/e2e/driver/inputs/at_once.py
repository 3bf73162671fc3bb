"""at_once.py N COMMAND... -o NAME: runs it N times at once, with -o NAME0.o, NAME1.o, ..."""
import subprocess
import sys

count, command, name = int(sys.argv[1]), sys.argv[2:-1], sys.argv[-1]
runs = [subprocess.Popen(command + [f"{name}{i}.o"]) for i in range(count)]
sys.exit(any([run.wait() for run in runs]))
