#!/usr/bin/env python3
"""Runs the cases of Tests/CommandTests/edits through kustomize, too, and compares what both files mean.

    compare.py --peer KUSTOMIZE [--binary ZONAL]

Both must fail, or both must leave a file with the same meaning: kustomize also writes apiVersion and kind, moves what is in
deprecated fields, and sorts images and replicas, whatever is asked of it. Cases of what only zonal has are left out; where
zonal does otherwise on purpose, DIFFERENCES says why, and a case that is listed there and does not differ is a mistake.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import yaml

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../CommandTests/edits")
NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
DIFFERENCES = {}


def load_differences():
    """DIFFERENCES: lines `NAME  REASON` of the file beside this one."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "differences.txt")) as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                name, reason = line.split(None, 1)
                DIFFERENCES[name] = reason.strip()


def meaning(text):
    """What a kustomization file says, in one form."""
    said = {key.lower(): value for key, value in (yaml.safe_load(text) or {}).items()}
    said.pop("apiversion", None)
    said.pop("kind", None)
    for old, new in (("bases", "resources"), ("imagetags", "images")):
        said[new] = (said.get(new) or []) + (said.pop(old, None) or [])
    for name in ("images", "replicas"):
        if isinstance(said.get(name), list):
            said[name] = sorted(said[name], key=lambda entry: entry["name"])
    if isinstance(said.get("buildmetadata"), list):
        said["buildmetadata"].sort()
    for name in ("configmapgenerator", "secretgenerator"):
        for entry in said.get(name) or []:
            # kustomize writes them in the order of a hash table.
            entry["literals"] = sorted(entry.get("literals") or [])
    return without_empty(said)


def without_empty(value):
    if isinstance(value, dict):
        pairs = ((key, without_empty(inner)) for key, inner in value.items())
        return {key: inner for key, inner in pairs if inner not in (None, [], {}, "", False)}
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value


def edit(program, case, arguments):
    """The exit status and the kustomization file that a program leaves."""
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(f"{CASES}/{case}/input", f"{scratch}/input")
        here = f"{scratch}/input/here"
        if os.path.exists(f"{here}/.keep"):
            os.remove(f"{here}/.keep")
        done = subprocess.run([program, *arguments], cwd=here, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        found = [name for name in NAMES if os.path.exists(f"{here}/{name}")]
        text = open(f"{here}/{found[0]}", "rb").read().decode("utf-8-sig") if found else ""
    return done.returncode, text


def compare(options, case):
    """What differs between the two, or None."""
    with open(f"{CASES}/{case}/arguments") as file:
        arguments = [line.replace("\\n", "\n") for line in file.read().split("\n")[:-1]]
    status, text = edit(options.binary, case, arguments)
    other, expected = edit(options.peer, case, arguments)
    if (status == 0) != (other == 0):
        return f"exit status {status}, and {other} of kustomize"
    if status == 0 and meaning(text) != meaning(expected):
        return f"{meaning(text)}\nand of kustomize\n{meaning(expected)}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--binary", default=".build/debug/zonal")
    options = parser.parse_args()
    options.binary, options.peer = os.path.abspath(options.binary), os.path.abspath(options.peer)
    load_differences()
    same = failed = 0
    for case in sorted(os.listdir(CASES)):
        if "set-instances" in case:
            continue
        problem = compare(options, case)
        if problem is None and case in DIFFERENCES:
            problem = "is listed as different, and is not"
        elif problem is None or case in DIFFERENCES:
            same += problem is None
            continue
        failed += 1
        print(f"{case}: {problem}", file=sys.stderr)
    print(f"Edits: {same} as kustomize's, {len(DIFFERENCES)} otherwise on purpose, {failed} wrong")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
