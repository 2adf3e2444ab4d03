#!/usr/bin/env python3
"""Holds what CONTRIBUTING.md and docs/architecture.md say of the sources against the sources.

Both floor plans list the targets of Package.swift, in its order. Every path and every file of a programming language that a
text names is there, and so is every type that stands between backticks.
"""
import difflib
import os
import re
import subprocess
import sys

os.chdir(os.path.dirname(os.path.abspath(__file__)) + "/../..")

TARGET = re.compile(r'\.(?:systemLibrary|target|executableTarget)\(\s*name: "(\w+)"')
# A page, and what a line of its floor plan looks like.
FLOOR_PLANS = {"CONTRIBUTING.md": r"^\d+\. `Sources/(\w+)`", "docs/architecture.md": r"^\| `(\w+)` \|"}
FLOOR_PLAN = re.compile(r"^## Floor plan\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
# Swift's own, which the sources do without.
FOREIGN = {"Codable"}
# `cases/<name>/` is the folder `cases/`, and `<Name>Command.swift` is none.
PATH = re.compile(r"(?<![\w/.-])(?:Sources|Tests|Benchmarks|Fuzz|Packaging|Scripts|docs)/[\w./-]*")
FILE = re.compile(r"(?<![\w>./-])[\w./-]+\.(?:swift|py|js|c|h)\b")
TYPE = re.compile(r"`([A-Z]\w*[a-z]\w*)(?:[.(][^`]*)?`")


def read(path):
    with open(path) as file:
        return file.read()


def stale(page, text, files, words):
    """What a page names that is not there."""
    for path in sorted({match.rstrip(".") for match in PATH.findall(text)}):
        if not os.path.exists(path):
            yield f"{page}: there is no {path}"
    for name in sorted({match.removeprefix("./") for match in FILE.findall(text)}):
        if not any(file == name or file.endswith(f"/{name}") for file in files):
            yield f"{page}: there is no file {name}"
    types = {match[1] for match in TYPE.finditer(text) if not FILE.search(match[0])}
    for name in sorted(types - words - FOREIGN):
        yield f"{page}: the sources have no {name}"


def other_targets(page, text, targets):
    """How the floor plan of a page differs from Package.swift."""
    listed = re.findall(FLOOR_PLANS[page], FLOOR_PLAN.search(text)[1], re.MULTILINE)
    return [f"{page}: the floor plan differs from Package.swift: {line}"
            for line in difflib.ndiff(targets, listed) if line[0] in "-+"]


def main():
    files = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    files = [file for file in files if os.path.isfile(file)]
    sources = [file for file in files if file.startswith(("Sources/", "Tests/", "Package.swift"))
               and file.endswith((".swift", ".py"))]
    words = {word for file in sources for word in re.findall(r"\w+", read(file))}
    targets = TARGET.findall(read("Package.swift").split("let package = ")[1])
    problems = []
    for page in FLOOR_PLANS:
        text = read(page)
        problems += [*other_targets(page, text, targets), *stale(page, text, files, words)]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"Structure: {len(targets)} targets, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
