#!/usr/bin/env python3
"""Tries what Benchmarks/instructions says of counts that grow, shrink, or can't be compared.

    check.py --binary PATH

The commands that it counts are run for what they are; a stand-in for valgrind says how many instructions they took.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
INSTRUCTIONS = HERE.parent.parent / "Benchmarks" / "instructions"


class Machine:
    """A directory with a stand-in for valgrind, and a file of kept figures."""

    def __init__(self, binary, directory):
        self.binary, self.directory, self.kept = binary, Path(directory), Path(directory) / "kept.txt"
        shutil.copy(HERE / "valgrind_stand_in.py", self.directory / "valgrind")
        self.path = f"{directory}:{os.environ['PATH']}"

    def run(self, count, *flags):
        """The status and the output of a run where everything takes `count` instructions."""
        (self.directory / "count").write_text(str(count))
        run = subprocess.run(
            [sys.executable, INSTRUCTIONS, "--binary", self.binary, "--kept", self.kept, *flags],
            capture_output=True, text=True, env={**os.environ, "PATH": self.path})
        return run.returncode, run.stdout + run.stderr

    def edit(self, old, new):
        text = self.kept.read_text()
        assert old in text, f"{old!r} is not in {text}"
        self.kept.write_text(text.replace(old, new, 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    binary, failures = os.path.abspath(parser.parse_args().binary), []

    def expect(what, run, status, *parts):
        wrong = [part for part in parts if part not in run[1]]
        if run[0] != status or wrong:
            failures.append(what)
            print(f"{what}: ended with {run[0]}, not {status}; {wrong} is not in\n{run[1]}", file=sys.stderr)

    with tempfile.TemporaryDirectory() as directory:
        machine = Machine(binary, directory)
        kept, name = machine.kept, "check of 200 resources"
        expect("recording", machine.run(1_000_000, "--record"), 0, "recorded 12 figures")
        line = 1 + next(n for n, text in enumerate(kept.read_text().splitlines()) if text.endswith(name))
        expect("a little more", machine.run(1_029_000), 0, f"1,029,000   +2.90%  {name}")
        expect("more", machine.run(1_031_000), 1, f"{kept}:{line}: {name}: 1,031,000 instructions, 1,000,000 were kept: +3.1%")
        expect("less", machine.run(900_000), 0,
               f"{kept}:{line}: {name}: 900,000 instructions, 1,000,000 were kept: -10.0%, to be recorded anew")
        machine.edit(f"1,000,000  {name}", f"950,000  {name}")
        expect("a changed figure", machine.run(1_000_000), 1,
               f"{kept}:{line}: {name}: 1,000,000 instructions, 950,000 were kept: +5.3%")
        machine.edit(f"950,000  {name}", "1,000,000  something else")
        expect("another name", machine.run(1_000_000), 1, f"{kept}: {name}: 1,000,000 instructions, and nothing is kept",
               f"{kept}:{line}: something else is no benchmark")
        machine.edit("valgrind-0.0.0", "valgrind-0.0.1")
        expect("another toolchain", machine.run(2_000_000), 0, "skipped: ", "valgrind-0.0.1", "valgrind-0.0.0")
        broken = Machine(shutil.which("false"), directory)
        expect("a command that fails", broken.run(1, "--record"), 1, "build of two resources ended with 1, not 0")
        (machine.directory / "python3").symlink_to(sys.executable)
        machine.path = directory
        (machine.directory / "valgrind").unlink()
        expect("no valgrind", machine.run(1_000_000), 0, "skipped: valgrind, ", "no instructions were counted")

    print(f"{'FAIL' if failures else 'PASS'}: what is said of counts of instructions")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
