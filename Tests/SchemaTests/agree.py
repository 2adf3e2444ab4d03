#!/usr/bin/env python3
"""Compares what `zonal check` says of objects with what a validator of the published schemas says.

    agree.py --binary .build/debug/zonal [--objects N] [--seed WORD]

Objects of every kind are made from the schemas of kubernetes-validate, each changed in one place. What the validator
refuses, check has to refuse as well; what check alone refuses has to be for one of the reasons below.
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys

import kubernetes_validate
from jsonschema.validators import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = os.path.join(os.path.dirname(kubernetes_validate.__file__), "kubernetes-json-schema")

# Rules of check that the schemas say nothing of: the API server's validation knows more than OpenAPI.
BEYOND = {
    "unknown-value": "enumerations are not in the schemas",
    "out-of-range": "ranges of numbers are not in the schemas",
    "conflicting-fields": "the schemas let every field stand beside every other",
    "invalid-name": "names are strings in the schemas",
    "invalid-label": "keys and values of labels are strings in the schemas",
    "invalid-quantity": "quantities are strings or numbers in the schemas",
    "invalid-base64": "bytes are strings in the schemas",
    "invalid-time": "times are strings in the schemas",
    "invalid-schedule": "schedules are strings in the schemas",
    "invalid-address": "addresses are strings in the schemas",
    "invalid-image": "images are strings in the schemas",
}
# The same of single messages: (rule, words in the message).
BEYOND_MESSAGES = {
    ("missing-field", "needs one of its fields"): "one of several fields is needed, which the schemas don't say",
    ("missing-field", "needs at least one entry"): "lists that can't be empty are only arrays in the schemas",
    ("wrong-type", "must be an integer or a string"): "fractions are numbers, which the schemas allow there",
}
# Kinds that nobody keeps in a file.
ELSEWHERE = ("List", "DeleteOptions", "WatchEvent", "Status", "APIGroup", "APIVersions", "Scale", "Eviction",
             "TokenRequest", "Binding", "APIResourceList", "APIGroupList")


# The oldest minor version that check knows.
OLDEST = 28


class Kind:
    def __init__(self, path, definitions):
        with open(path) as file:
            self.schema = json.load(file)
        self.definitions = definitions
        known = self.schema.get("x-kubernetes-group-version-kind", [])
        self.identity = known[0] if len(known) == 1 else None
        registry = Resource.from_contents(definitions) @ (Resource.from_contents(self.schema) @ Registry())
        self.validator = Draft202012Validator(self.schema, registry=registry)

    @property
    def api_version(self):
        group, version = self.identity["group"], self.identity["version"]
        return f"{group}/{version}" if group else version

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.definitions["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def refuses(self, thing):
        return not self.validator.is_valid(thing)


def kinds(version):
    folder = f"{SCHEMAS}/v{version}-local-strict"
    with open(f"{folder}/_definitions.json") as file:
        definitions = json.load(file)
    names = sorted(name for name in os.listdir(folder) if name.endswith(".json") and not name.startswith("_"))
    found = [Kind(f"{folder}/{name}", definitions) for name in names if name.count("-") > 0]
    return [kind for kind in found if kind.identity and not kind.identity["kind"].endswith(ELSEWHERE)]


class Maker:
    """Makes an object of a kind, and notes the places in it that can be changed."""

    def __init__(self, kind, dice):
        self.kind, self.dice = kind, dice
        self.places = []

    def made(self):
        thing = self.value(self.kind.schema, 0)
        thing["apiVersion"], thing["kind"] = self.kind.api_version, self.kind.identity["kind"]
        metadata = thing.get("metadata")
        thing["metadata"] = {"name": "made", **{k: v for k, v in (metadata or {}).items() if k != "name"}}
        return thing

    def value(self, schema, depth, name=""):
        schema = self.kind.resolved(schema)
        if "oneOf" in schema and "type" not in schema:
            return self.value(self.dice.choice(schema["oneOf"]), depth, name)
        kinds = schema.get("type", "object" if "properties" in schema else None)
        kind = next((k for k in kinds if k != "null"), None) if isinstance(kinds, list) else kinds
        if kind == "object":
            return self.mapping(schema, depth)
        if kind == "array":
            return [] if depth > 7 else [self.value(schema["items"], depth + 1, name) for _ in range(self.dice.randint(1, 2))]
        if kind == "boolean":
            return self.dice.random() < 0.5
        if kind in ("integer", "number"):
            return self.dice.choice([1, 2, 80])
        if kind == "string":
            if schema.get("enum"):
                return self.dice.choice([word for word in schema["enum"] if word is not None])
            return {"date-time": "2026-01-31T12:00:00Z", "byte": "YQ=="}.get(schema.get("format"), "a")
        return {}

    def mapping(self, schema, depth):
        made = {}
        if schema.get("properties"):
            needed = set(schema.get("required", ()))
            for name, inner in schema["properties"].items():
                if name in needed or self.dice.random() < (0.7 if depth < 3 else 0.25 if depth < 7 else 0):
                    made[name] = self.value(inner, depth + 1, name)
            self.places.append((made, schema))
        elif isinstance(schema.get("additionalProperties"), dict):
            made["a"] = self.value(schema["additionalProperties"], depth + 1)
        return made


OTHER = [lambda: "a word", lambda: 7, lambda: True, lambda: [], lambda: {"a": "b"}, lambda: 1.5]


def changed(maker, dice):
    """Changes one place of what was made, and says how."""
    made, schema = dice.choice(maker.places)
    names = sorted(made)
    change = dice.choice(["unknown", "typo", "type", "type", "type", "missing"])
    if change == "missing" and schema.get("required"):
        name = dice.choice(sorted(schema["required"]))
        made.pop(name, None)
        return f"without {name}"
    if change == "typo" and names:
        name = dice.choice(names)
        made[name[:-1] + ("x" if name[-1:] != "x" else "y")] = made.pop(name)
        return f"a typo in {name}"
    if change == "type" and names:
        name = dice.choice(names)
        made[name] = dice.choice(OTHER)()
        return f"{name}: {json.dumps(made[name])}"
    made["noSuchField"] = 1
    return "an unknown field"


def checked(binary, things):
    """What check says of each object: (rule, message) pairs."""
    text = "".join(f"---\n{json.dumps(thing)}\n" for thing in things)
    run = subprocess.run([binary, "check", "-", "--format", "json", "--verbose"], input=text, capture_output=True, text=True)
    said = [[] for _ in things]
    try:
        messages = json.loads(run.stdout)
    except ValueError:
        sys.exit(f"agree: check failed with {run.returncode}: {run.stderr[:500]}{run.stdout[:500]}")
    for message in messages:
        line = message["file"]["line"]
        said[(line - 1) // 2].append((message["id"], message["message"]))
    return said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--objects", type=int, default=3000)
    parser.add_argument("--seed", default="agree")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    versions = sorted((name[1:-len("-local-strict")] for name in os.listdir(SCHEMAS) if name.endswith("-local-strict")),
                      key=lambda name: [int(part) for part in name.split(".")])
    known = [name for name in versions if int(name.split(".")[1]) >= OLDEST]
    version = known[-1]
    all_kinds = kinds(version)
    older = {}
    for name in known:
        for kind in kinds(name):
            older.setdefault((kind.api_version, kind.identity["kind"]), []).append(kind)
    things, changes, refused = [], [], []
    for number in range(options.objects):
        kind = all_kinds[number % len(all_kinds)]
        maker = Maker(kind, dice)
        thing = maker.made()
        # Some stay as they were made.
        change = changed(maker, dice) if number // len(all_kinds) else "nothing changed"
        if thing.get("apiVersion") != kind.api_version or thing.get("kind") != kind.identity["kind"] \
                or not isinstance(thing.get("metadata"), dict) or not isinstance(thing["metadata"].get("name"), str):
            continue  # Nobody can say which object it is.
        things.append(thing)
        changes.append(f"{kind.api_version} {kind.identity['kind']}: {change}")
        refused.append(kind.refuses(thing))
    said = checked(options.binary, things)
    schema_rules = set(BEYOND) | {"unknown-kind", "unknown-field", "missing-field", "wrong-type"}
    passed, alone, reasons = [], [], collections.Counter()
    for thing, change, is_refused, messages in zip(things, changes, refused, said):
        found = [message for message in messages if message[0] in schema_rules]
        if is_refused and not found:
            passed.append(f"{change}\n    {json.dumps(thing)[:300]}")
        if not is_refused:
            for rule, text in found:
                reason = BEYOND.get(rule) or next(
                    (why for (other, words), why in BEYOND_MESSAGES.items() if other == rule and words in text), None)
                before = older[thing["apiVersion"], thing["kind"]]
                if rule == "missing-field" and any(kind.refuses(thing) for kind in before):
                    reason = "an older version needs the field"
                if reason:
                    reasons[f"{rule}: {reason}"] += 1
                else:
                    alone.append(f"{change}: [{rule}] {text}")
    print(f"{len(things)} objects of {len(all_kinds)} kinds of Kubernetes {version}: the validator refuses {sum(refused)}")
    for reason, count in reasons.most_common():
        print(f"  {count:5} that only check refuses: {reason}")
    for title, list_ in (("refused by the validator, passed by check", passed), ("refused by check without a reason", alone)):
        for entry in list_[:20]:
            print(f"{title}: {entry}")
        if list_:
            print(f"{len(list_)} {title}")
    sys.exit(1 if passed or alone else 0)


main()
