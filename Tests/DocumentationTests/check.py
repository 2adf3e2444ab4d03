#!/usr/bin/env python3
"""Runs what the documentation tells its readers to run, and compares what it says they will see.

    check.py --binary PATH FILE.md...

Every file gets a copy of the repository but for its code to work in, with the binary on the PATH, and its blocks are
taken in order:

    ```console         `$ ` begins a command, the lines below it are its output (`...`: any lines);
                       a command fails if and only if the output shown has a line beginning with `error:`
    ```sh              a script; an output block (```text, ```yaml, ```json) that follows with nothing
                       but empty lines between is its output
    ```yaml            with a comment that is a path on its first line (`# nats/group.yaml`): that file,
                       written for the commands below

`make TARGET` is not run but asked what it would do, for `make test` is what runs these tests.
Tests that a text names, as `SuiteTests.function` or as `cases/NAME`, must be there.
"""
import argparse
import difflib
import glob
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,})(?P<language>[a-z]*) *$")
FILE = re.compile(r"^# *(?P<path>[\w./-]+\.\w+) *$")
SHOWS_OUTPUT = ("text", "yaml", "json")
TEST = re.compile(r"`(?:(?P<suite>\w+Tests)\.(?P<function>\w+)|(?P<case>(?:cases|checks|interpolate)/[\w-]+))`")


class Block:
    def __init__(self, language, line, follows):
        self.language, self.line, self.follows, self.lines = language, line, follows, []

    @property
    def text(self):
        return "".join(line + "\n" for line in self.lines)

    @property
    def path(self):
        match = FILE.match(self.lines[0]) if self.language == "yaml" and self.lines else None
        return match and match["path"]


def blocks(text):
    """The fenced blocks; `follows` says that only empty lines stand between a block and the one before."""
    found, block, indent, ticks, follows = [], None, 0, "", False
    for number, line in enumerate(text.splitlines(), 1):
        fence = FENCE.match(line)
        if block and line.strip() == ticks:
            found.append(block)
            block, follows = None, True
        elif block:
            block.lines.append(line[indent:] if line[:indent].isspace() else line)
        elif fence:
            indent, ticks = len(fence["indent"]), fence["ticks"]
            block = Block(fence["language"], number, follows)
        elif line.strip():
            follows = False
    return found


def console(block):
    """The commands of a block, each with its line and the output shown, or None where none is shown."""
    commands = []
    for number, line in enumerate(block.lines, block.line + 1):
        if line.startswith("$ "):
            commands.append([number, line[2:], None])
        elif commands and commands[-1][2] is None and commands[-1][1].endswith("\\"):
            commands[-1][1] += "\n" + line
        elif commands:
            commands[-1][2] = (commands[-1][2] or "") + line + "\n"
    return commands


def steps(text):
    """What is to be done in order: ("write", line, path, content) and ("run", line, script, output)."""
    found = blocks(text)
    for block, following in itertools.zip_longest(found, found[1:]):
        if block.path:
            yield "write", block.line, block.path, block.text
        elif block.language == "console":
            for number, command, output in console(block):
                yield "run", number, command, output
        elif block.language == "sh":
            shown = following and following.follows and following.language in SHOWS_OUTPUT and not following.path
            yield "run", block.line, block.text, following.text if shown else None


def matches(expected, got):
    pattern = "".join("(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def run(script, output, scratch):
    """Runs a script; returns what is wrong with what it did, or None."""
    script = re.sub(r"(?m)^(\s*)make\b", r"\1make -n --no-print-directory", script)
    environment = {**os.environ, "PATH": f"{scratch}/.build:{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(["sh", "-e", "-c", script], cwd=scratch, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
    expected = None if output is None else [line.rstrip() for line in output.splitlines()]
    got = [line.rstrip() for line in done.stdout.splitlines()]
    should_fail = expected is not None and any(line.startswith("error:") for line in expected)
    if (done.returncode != 0) != should_fail:
        return f"exit status {done.returncode}\n{done.stdout}"
    if expected is not None and not matches(expected, got):
        return "".join(line + "\n" for line in difflib.unified_diff(expected, got, "documented", "actual", lineterm=""))


def has_test(match):
    """Whether a test that a text names is there."""
    if match["case"]:
        return os.path.isdir(f"Tests/GoldenTests/{match['case']}")
    return any(re.search(rf"\bfunc {match['function']}\(", open(path).read())
               for path in glob.glob(f"Tests/*/{match['suite']}.swift"))


def copy_repository(scratch, binary):
    # Nothing that readers run looks at the sources of the program, which are nine tenths of the files.
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", ":!Sources", ":!Tests"],
                           check=True, capture_output=True, text=True).stdout
    for name in filter(os.path.isfile, names.split("\0")):
        os.makedirs(os.path.dirname(f"{scratch}/{name}"), exist_ok=True)
        shutil.copy(name, f"{scratch}/{name}")
    os.makedirs(f"{scratch}/.build")
    os.symlink(os.path.abspath(binary), f"{scratch}/.build/zonal")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    passed = failed = 0
    for name in options.files:
        with tempfile.TemporaryDirectory() as root, open(name) as file:
            text = file.read()
            for match in TEST.finditer(text):
                if has_test(match):
                    passed += 1
                else:
                    failed += 1
                    print(f"{name}: there is no test {match[0]}", file=sys.stderr)
            scratch = f"{os.path.realpath(root)}/zonal"
            copy_repository(scratch, options.binary)
            for kind, line, what, content in steps(text):
                if kind == "write":
                    os.makedirs(os.path.dirname(f"{scratch}/{what}"), exist_ok=True)
                    with open(f"{scratch}/{what}", "w") as written:
                        written.write(content)
                    continue
                problem = run(what, content, scratch)
                if problem is None:
                    passed += 1
                else:
                    failed += 1
                    print(f"{name}:{line}: {what.strip()}\n{problem}", file=sys.stderr)
    print(f"Documentation: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
