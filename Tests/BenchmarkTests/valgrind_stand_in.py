#!/usr/bin/env python3
"""valgrind as Benchmarks/instructions calls it: it runs the command, and says that as many instructions as the file `count`
beside this one says were needed."""
import os
import sys

if sys.argv[1:] == ["--version"]:
    print("valgrind-0.0.0")
    sys.exit()
command = sys.argv[1:]
while command[0].startswith("--"):
    name, _, value = command.pop(0).partition("=")
    if name == "--callgrind-out-file":
        with open(f"{os.path.dirname(os.path.abspath(__file__))}/count") as file, open(value, "w") as counts:
            counts.write(f"events: Ir\nsummary: {file.read()}\n")
os.execv(command[0], command)
