"""What is mutated: the golden cases and the examples, each with the commands that can be run on it."""

import os

REPOSITORY = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GOLDEN = f"{REPOSITORY}/Tests/GoldenTests"

# Options of a golden case (GoldenOptions.swift) that are flags of `zonal build`; what runs programs stays off.
FLAGS = {
    "strict": ["--strict"],
    "outside-files": ["--load-restrictor", "LoadRestrictionsNone"],
    "compat": ["--compat"],
    "managed-by": ["--enable-managedby-label"],
    "later-rollout": ["--no-initial-rollout"],
    "verbose": ["--verbose"],
    "vars-secrets": ["--vars-secrets"],
    "total": ["--instances-policy", "Total"],
    "skip-groups-without-processes": ["--skip-groups-without-processes"],
}
FILES = {"bosh": "--bosh", "ops": "--ops", "vars-store": "--vars-store"}


class Case:
    """Files by their path, and what says how to run the program on them; paths in arguments begin with `tree/`."""

    def __init__(self, name, folder, kind, target="tree", flags=(), files=None):
        self.name, self.kind, self.target, self.flags = name, kind, target, list(flags)
        self.files = read(folder) if files is None else files
        # What is right gets farther when something is changed in it.
        self.weight = 5 if folder is None or not os.path.exists(f"{os.path.dirname(folder)}/expected.err") else 1

    def size(self):
        return sum(len(content) for content in self.files.values() if isinstance(content, bytes))


class Link(str):
    """A symbolic link in the place of a file."""


class Pipe(str):
    """A named pipe in the place of a file."""


def read(folder):
    files = {}
    for directory, _, names in os.walk(folder):
        for name in sorted(names):
            path = os.path.join(directory, name)
            relative = os.path.relpath(path, folder)
            if os.path.islink(path):
                files[relative] = Link(os.readlink(path))
            else:
                with open(path, "rb") as file:
                    files[relative] = file.read()
    return files


def lines(path):
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return file.read().splitlines()


def built(name, folder):
    target, flags, kind = "tree", [], "build"
    for line in lines(f"{folder}/options"):
        option, _, value = line.partition("=")
        if option == "target":
            target = f"tree/{value}"
        elif option in ("diff", "plan") or option == "graph" and os.path.isdir(f"{folder}/input/old"):
            kind = "pair"
        elif option in FLAGS:
            flags += FLAGS[option]
        elif option in FILES:
            flags += [FILES[option], f"tree/{value}"]
        elif option == "var":
            flags += ["-v", value]
        elif option == "reorder":
            flags += ["--reorder", value]
    if "--bosh" in flags:
        kind = "bosh"
    return Case(name, f"{folder}/input", kind, target, flags)


def interpolated(name, folder):
    flags = []
    for line in lines(f"{folder}/args"):
        flag, _, value = line.partition(" ")
        if flag in ("-o", "-l", "--vars-store"):
            value = f"tree/{value}"
        elif flag == "--var-file":
            value = value.replace("=", "=tree/", 1)
        flags += [flag, value] if value else [flag]
    return Case(name, f"{folder}/input", "interpolate", "tree/manifest.yml", flags)


def every():
    """All cases whose input lies in files, in an order that is always the same."""
    found = []
    for kind, case in (("cases", built), ("interpolate", interpolated)):
        for name in sorted(os.listdir(f"{GOLDEN}/{kind}")):
            found.append(case(f"{kind}/{name}", f"{GOLDEN}/{kind}/{name}"))
    for name in sorted(os.listdir(f"{GOLDEN}/checks")):
        for side in ("finds", "leaves"):
            found.append(Case(f"checks/{name}/{side}", f"{GOLDEN}/checks/{name}/{side}", "manifests"))
    deployment = {f"base/{path}": content for path, content in read(f"{REPOSITORY}/base").items()}
    deployment.update((f"overlays/{path}", content) for path, content in read(f"{REPOSITORY}/overlays").items())
    for overlay in ("development", "staging", "production"):
        found.append(Case(f"overlays/{overlay}", None, "build", f"tree/overlays/{overlay}", files=deployment))
    examples = f"{REPOSITORY}/docs/examples/bosh"
    found.append(Case("examples/bosh", examples, "release", "tree/manifest.yml"))
    found.append(
        Case("examples/bosh-build", examples, "bosh", flags=["--bosh", "tree/manifest.yml", "--base-dir", "tree"])
    )
    return [case for case in found if case.files and case.size() < 200_000]
