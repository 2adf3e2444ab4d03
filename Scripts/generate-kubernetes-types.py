#!/usr/bin/env python3
"""Writes the table of what fields Kubernetes' own types have, by which `zonal check` looks at objects.

    Scripts/generate-kubernetes-types.py ../shared/reference/kubernetes-types.json

The input holds facts of the published schemas of several versions: `kinds` with the type of each, `types` with the
type of each field, and `required` fields; where there are three words, the second and the third are the first and the
last version that has it. To take in a new version, run it again with facts that have it.
"""

import json
import sys
from pathlib import Path

from swift_table import literal

OUTPUT = Path(__file__).resolve().parent.parent / "Sources" / "Checks" / "Schema" / "KubernetesTypesTable.swift"

# What the server alone writes or answers, or takes at another place than objects: nobody keeps it in a file.
ELSEWHERE = {"DeleteOptions", "WatchEvent", "Status", "APIGroup", "APIGroupList", "APIVersions", "APIResourceList",
             "Scale", "Eviction", "TokenRequest", "Binding"}
SCALARS = {"string": "", "integer": "int", "boolean": "bool", "number": "number", "time": "time",
           "quantity": "quantity", "bytes": "bytes", "intOrString": "intOrString",
           # Raw extensions: an object of some kind.
           "any": "map:any"}


def parted(fact):
    """The type, and the first and last version, empty for what the oldest or newest one still has."""
    words = [fact] if isinstance(fact, str) else fact
    return (words + ["", ""])[:3]


def element(kind):
    """`[]` or `map:` in front of a type, and the type."""
    for prefix in ("[]", "map:"):
        if kind.startswith(prefix):
            inner, name = element(kind[len(prefix):])
            return prefix + inner, name
    return "", kind


def since(first, last):
    """`+34` from 1.34 on, `-30` up to 1.30."""
    return (f"+{first.split('.')[1]}" if first else "") + (f"-{last.split('.')[1]}" if last else "")


class Facts:
    def __init__(self, facts):
        self.versions, self.types = facts["versions"], facts["types"]
        self.required = {name: set(fields) for name, fields in facts["required"].items()}
        self.kinds = {name: parted(fact) for name, fact in facts["kinds"].items() if self.is_kept(name)}
        self.roots = {kind: name for name, (kind, _, _) in self.kinds.items()}
        self.reached = set()
        for kind in self.roots:
            self.reach(kind)
        self.names = self.short_names()

    @staticmethod
    def is_kept(name):
        kind = name.rsplit("/", 1)[1]
        return kind not in ELSEWHERE and (not kind.endswith("List") or name == "v1/List")

    def reach(self, name):
        if name in self.reached or not self.types.get(name):
            return
        self.reached.add(name)
        for fact in self.types[name].values():
            self.reach(element(parted(fact)[0])[1])

    def short_names(self):
        """`apps/v1/Deployment` for a kind, `Container`, or `v2.MetricSpec` where versions differ."""
        last = {}
        for name in sorted(self.reached - set(self.roots)):
            last.setdefault(name.rsplit(".", 1)[1], []).append(name)
        names = dict(self.roots)
        for short, full in last.items():
            for name in full:
                names[name] = short if len(full) == 1 else ".".join(name.split(".")[-2:])
        # Groups may share versions and names.
        counts = {}
        for name in names.values():
            counts[name] = counts.get(name, 0) + 1
        return {full: full if counts[name] > 1 else name for full, name in names.items()}

    def shown(self, inner):
        """Of types without fields, those of JSON can be anything, and all others have none yet."""
        if inner in SCALARS:
            return SCALARS[inner]
        return self.names.get(inner) or ("any" if inner.rsplit(".", 1)[1].startswith("JSON") else "map:any")

    def life(self, name):
        """The first and last version of a type: types were renamed, and their fields were there before."""
        number = lambda version: int(version.split(".")[1])
        facts = [parted(fact) for fact in self.types[name].values()]
        firsts, lasts = [first for _, first, _ in facts], [last for _, _, last in facts]
        return (min(firsts, key=number) if all(firsts) else None), (max(lasts, key=number) if all(lasts) else None)

    def describe(self, name):
        words = []
        born, gone = self.life(name)
        for field, fact in sorted(self.types[name].items()):
            kind, first, last = parted(fact)
            prefix, inner = element(kind)
            # What is as old as its type is said of the field that leads to the type.
            first, last = (first if first != born else ""), (last if last != gone else "")
            if field in ("apiVersion", "kind") and name in self.roots:
                continue
            shown = prefix + self.shown(inner)
            required = "*" if field in self.required.get(name, ()) else ""
            words.append(field + required + since(first, last) + (f":{shown}" if shown else ""))
        return " ".join(words)

    def share(self):
        """Types of several versions that have the same fields are one."""
        while True:
            known, same = {}, {}
            for name in sorted(self.reached - set(self.roots)):
                key = (name.rsplit(".", 1)[1], self.describe(name))
                if key in known and self.names[name] != self.names[known[key]]:
                    same[name] = known[key]
                known.setdefault(key, name)
            if not same:
                return
            for name, other in same.items():
                self.names[name] = self.names[other]
                self.reached.discard(name)

    def lines(self):
        self.share()
        lines = []
        for name in self.reached:
            kind, first, last = self.kinds.get(self.roots.get(name), ("", "", ""))
            lines.append(f"{self.names[name]}{since(first, last)} {self.describe(name)}")
        return sorted(lines)


def swift(version):
    return f"KubernetesVersion({version.replace('.', ', ')})"


def main():
    facts = Facts(json.loads(Path(sys.argv[1]).read_text()))
    first, last = facts.versions[0], facts.versions[-1]
    OUTPUT.write_text("\n".join([
        f"// Made by Scripts/generate-kubernetes-types.py from the API of Kubernetes {first} to {last}.",
        "",
        "package import Resources",
        "",
        "extension KubernetesTypes {",
        "  /// The oldest and the newest that the table knows.",
        f"  package static let versions = {swift(first)}...{swift(last)}",
        "",
        "  /// A line for each type: `field:Type`, a string where no type is named; `*` marks what is required, `+34` what",
        "  /// there is from 1.34 on, `-30` up to 1.30. A kind's line starts with its API version.",
        "  static let table =",
        *literal(facts.lines()),
        "}", ""]))


main()
