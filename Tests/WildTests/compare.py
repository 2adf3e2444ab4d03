#!/usr/bin/env python3
"""Builds every kustomization below a directory with zonal and with another program, and lists what differs, by kind.

    compare.py --binary .build/zonal --peer PATH DIRECTORY [--flags=--compat] [--keep DIRECTORY] [--show N]

The peer is kustomize, or kubectl (then `kubectl kustomize`). Of what both build, what differs is told by its kind: objects that only
one has, and the fields that differ, whatever the object; of what one refuses, the first message. --keep writes both outputs of
what differs. Exit code 1 when anything differs, or is refused by zonal alone.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import subprocess
import sys

NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def kustomizations(root):
    """Directories that are built by themselves: components only change what names them."""
    for directory, inner, files in os.walk(root):
        inner[:] = sorted(d for d in inner if d != ".git")
        name = next((n for n in NAMES if n in files), None)
        if name and not is_component(os.path.join(directory, name)):
            yield directory


def is_component(path):
    with open(path, errors="replace") as file:
        return any(re.match(r"[\"']?kind[\"']?:\s*[\"']?Component", line) for line in file)


def run(command, directory):
    try:
        result = subprocess.run(
            [*command, directory], capture_output=True, text=True, errors="replace", timeout=120,
            stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return 124, "", "took longer than two minutes"
    return result.returncode, result.stdout, result.stderr


def compare(directory, peer, ours):
    theirs, mine = run(peer, directory), run(ours, directory)
    if theirs[0] == 0 and mine[0] == 0:
        if theirs[1] == mine[1]:
            return directory, "identical", [], theirs, mine
        return directory, "different", kinds(theirs[1], mine[1]), theirs, mine
    if theirs[0] and mine[0]:
        return directory, "refused by both", [], theirs, mine
    side = "zonal" if mine[0] else "the peer"
    return directory, f"refused by {side} alone", [reason((mine if mine[0] else theirs)[2])], theirs, mine


def reason(messages):
    """The first error, without the names in it."""
    lines = [ANSI.sub("", line) for line in messages.splitlines()]
    error = next((line for line in lines if line.lower().startswith("error")), lines[0] if lines else "")
    name = re.search(r"\[[a-z-]+\]$", error)
    return name.group() if name else re.sub(r"'[^']*'|\"[^\"]*\"|/\S+", "…", error)[:120]


def kinds(theirs, mine):
    """The fields that differ, without the names of objects and entries."""
    try:
        import yaml
    except ImportError:
        return ["lines (without Python's yaml no fields are told)"]
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        sides = [list(yaml.load_all(text, loader)) for text in (theirs, mine)]
    except yaml.YAMLError:
        return ["what is no YAML"]
    objects = [collections.OrderedDict((identity(o), o) for o in side if isinstance(o, dict)) for side in sides]
    found = set()
    for gone, word in ((objects[0].keys() - objects[1].keys(), "missing"), (objects[1].keys() - objects[0].keys(), "more")):
        found.update(f"{word}: a {kind}" for kind, *_ in gone)
    for key in objects[0].keys() & objects[1].keys():
        fields(objects[0][key], objects[1][key], key[0], found)
    if not found and list(objects[0]) != list(objects[1]):
        found.add("the order of objects")
    return sorted(found) or ["how values are written (text or number, quotes, lines)"]


def identity(thing):
    metadata = thing.get("metadata") or {}
    names = [metadata.get(n, "") for n in ("namespace", "name")] if isinstance(metadata, dict) else []
    return (str(thing.get("kind")), str(thing.get("apiVersion")), *map(str, names))


def fields(theirs, mine, path, found):
    if theirs == mine:
        return
    if isinstance(theirs, dict) and isinstance(mine, dict):
        for key in theirs.keys() | mine.keys():
            step = f"{path}.{key}"
            if key not in mine:
                found.add(f"missing: {step}")
            elif key not in theirs:
                found.add(f"more: {step}")
            else:
                fields(theirs[key], mine[key], step, found)
    elif isinstance(theirs, list) and isinstance(mine, list) and len(theirs) == len(mine):
        for a, b in zip(theirs, mine):
            fields(a, b, path + "[]", found)
    else:
        found.add(f"other: {path}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("--binary", required=True)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--flags", default="", help="flags for zonal, such as --flags=--compat")
    parser.add_argument("--keep")
    parser.add_argument("--show", type=int, default=5, help="how many directories to name of each kind")
    options = parser.parse_args()
    peer = [options.peer, "kustomize" if os.path.basename(options.peer) == "kubectl" else "build"]
    ours = [os.path.abspath(options.binary), "build", *options.flags.split()]
    verdicts = collections.Counter()
    causes = collections.defaultdict(list)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for directory, verdict, found, theirs, mine in pool.map(
                lambda d: compare(d, peer, ours), list(kustomizations(options.directory))):
            verdicts[verdict] += 1
            for cause in found:
                causes[verdict, cause].append(directory)
            if options.keep and found:
                place = os.path.join(options.keep, os.path.relpath(directory, options.directory).replace("/", "+"))
                os.makedirs(place, exist_ok=True)
                for name, text in (("peer.yaml", theirs[1]), ("zonal.yaml", mine[1]), ("messages", theirs[2] + mine[2])):
                    with open(os.path.join(place, name), "w") as file:
                        file.write(text)
    for (verdict, cause), directories in sorted(causes.items(), key=lambda pair: (pair[0][0], -len(pair[1]))):
        print(f"{verdict}: {cause} ({len(directories)})")
        for directory in directories[:options.show]:
            print(f"    {directory}")
    built = verdicts["identical"] + verdicts["different"]
    share = f", {100 * verdicts['identical'] / built:.2f} % of {built} that both build are identical" if built else ""
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()) + share)
    sys.exit(1 if verdicts["different"] or verdicts["refused by zonal alone"] else 0)


main()
