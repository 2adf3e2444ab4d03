#!/usr/bin/env python3
"""Compares what the JSON Schemas of `zonal schema` say of inputs with what zonal says of them.

    inputs.py --binary .build/debug/zonal [--changes N] [--seed WORD]

Each schema is one itself. Every kustomization file, every object of zonal's and Quarks' kinds of the golden cases and the examples,
and what N random changes make of them, is taken by its schema exactly when zonal reports no mistake in a field of it.
"""
import argparse
import collections
import copy
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLACES = ("Tests/GoldenTests/cases", "Tests/GoldenTests/checks", "docs/examples", "examples", "base", "overlays", "deployments")
FILES = {"kustomization.yaml": "Kustomization", "kustomization.yml": "Kustomization", "Kustomization": "Kustomization",
         "zonal.yaml": "Configuration"}
NAMES = {"Kustomization": "kustomization.yaml", "Configuration": "zonal.yaml"}
GROUPS = {"zonal": ("Topology", "InstanceGroup"), "quarks.cloudfoundry.org": ("QuarksStatefulSet", "BOSHDeployment")}

# What zonal says of a field by itself; what it says of fields together is no schema's business.
OF_FIELDS = {
    "error": {"unknown-field", "unsupported-field", "missing-field", "wrong-type", "unknown-value", "negative-number",
    "number-out-of-bounds", "bad-port", "too-many-items", "value-as-option", "value-as-list", "bad-amount",
    "bad-kubernetes-version", "unknown-version"},
    # kustomize reads its fields in any case; a schema knows one.
    "warning": {"field-case"},
    "info": set(),
}
# Cases whose mistakes are in no field that a schema sees.
ELSEWHERE = {
    "iam-policy-mistakes": "in a document that is written into the kustomization as text",
    "json-patch-is-a-merge-patch": "in a patch that is written into the kustomization as text",
    "transformer-with-wrong-settings": "in a document that is written into the kustomization as text",
}
# Messages of these kinds that are about several fields.
OF_SEVERAL = (
    'an entry needs "patch" or "path"', 'the variables need the field "type"', 'a replacement needs the field "targets"')
# What holds objects that are read as others in the end.
HOLDERS = {"QuarksStatefulSet": '"spec.template.spec'}
LEAST = 400


class Loader(yaml.SafeLoader):
    """YAML as zonal reads objects: true and false are the booleans."""


class KustomizationLoader(yaml.SafeLoader):
    """YAML 1.1, as kustomize reads its own files."""


# PyYAML knows neither all words of YAML 1.1 nor all numbers of 1.2, and dates are texts in JSON.
KustomizationLoader.bool_values = yaml.SafeLoader.bool_values | {"y": True, "n": False}
for loader, words in (Loader, "true|True|TRUE|false|False|FALSE"), (
        KustomizationLoader, "true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|y|Y|n|N"):
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in known if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    for tag, pattern in ("bool", words), ("int", "0o[0-7]+"), ("float", "[-+]?[0-9]+[eE][-+]?[0-9]+"):
        loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), list("tTfFyYnNoO0123456789-+"))


class Schemas:
    def __init__(self, binary):
        self.binary, self.known = binary, {}

    def __getitem__(self, kind):
        if kind not in self.known:
            schema = json.loads(subprocess.run([self.binary, "schema", kind], check=True, capture_output=True).stdout)
            jsonschema.Draft7Validator.check_schema(schema)
            self.known[kind] = jsonschema.Draft7Validator(schema)
        return self.known[kind]

    def kinds(self):
        listed = subprocess.run([self.binary, "schema"], check=True, capture_output=True, text=True).stdout
        return [line.split()[0] for line in listed.splitlines()]


def documents(path):
    """The inputs of a file, each with its kind, its text and its value; none of a file that is no YAML."""
    kind = FILES.get(os.path.basename(path))
    loader = KustomizationLoader if kind == "Kustomization" else Loader
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        for node in yaml.compose_all(text, loader):
            if not isinstance(node, yaml.MappingNode):
                continue
            value = loader("").construct_document(node)
            found = kind or kind_of(value)
            if found:
                yield found, text if kind else text[node.start_mark.index:node.end_mark.index] + "\n", value
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, AttributeError, RecursionError, OSError):
        return


def kind_of(value):
    version, kind = value.get("apiVersion"), value.get("kind")
    group = version.split("/")[0] if isinstance(version, str) else ""
    return kind if kind in GROUPS.get(group, ()) else None


def mistakes(binary, kind, text, path=None):
    """What zonal says of the fields of this input, and whether it stopped at something else.

    - path: where the file is that the text is all of; without one it is put beside nothing else.
    """
    with tempfile.TemporaryDirectory() as directory:
        file = path or f"{directory}/{NAMES.get(kind, 'input.yaml')}"
        if not path:
            with open(file, "w", newline="") as out:
                out.write(text)
        if kind not in NAMES:
            with open(f"{directory}/kustomization.yaml", "w") as out:
                out.write("resources: [input.yaml]\n")
        if kind == "Configuration":
            with open(f"{directory}/kustomization.yaml", "w") as out:
                out.write("namePrefix: a-\n")
        command = ["check", "--format", "json"] if kind == "Configuration" else [
            "build", "--diagnostics", "json", "-o", f"{directory}/output.yaml"]
        run = subprocess.run(
            [binary, *command, os.path.dirname(file), "--load-restrictor", "LoadRestrictionsNone"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, cwd=directory)
        errors = [message for message in json.loads(run.stdout) if message["severity"] != "info"]
        said = [
            f"{message['file'].get('line')}: {message['message']}" for message in errors
            if message["id"] in OF_FIELDS[message["severity"]] and os.path.realpath(
                os.path.join(directory, message.get("file", {}).get("path", ""))) == os.path.realpath(file)
            and message["message"] not in OF_SEVERAL and not (kind in HOLDERS and HOLDERS[kind] in message["message"])]
        return said, not said and any(message["severity"] == "error" for message in errors)


# What a change puts in the place of a value.
ODD = (None, True, "text", "5", 5, -1, 1.5, 10_000_000_000, [], {}, ["text"], {"name": "text"}, [[1]])


def is_object(value, kind):
    """Whether it is still read as an object of the kind."""
    metadata = value.get("metadata")
    return kind_of(value) == kind and isinstance(metadata, dict) and isinstance(metadata.get("name"), str) \
        and all(isinstance(metadata.get(key, {}), dict) for key in ("labels", "annotations"))


def changed(value, chance):
    """A copy with one value that is another, one field less or one more."""
    value = copy.deepcopy(value)
    place, key = value, chance.choice(list(value))
    while isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.8:
        place = place[key]
        key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
    match chance.randrange(4):
        case 0:
            del place[key]
        case 1 if isinstance(place, dict):
            place["unheardOf"] = place.pop(key)
        case _:
            place[key] = copy.deepcopy(chance.choice(ODD))
    return value


def files():
    for place in PLACES:
        for directory, _, names in sorted(os.walk(f"{REPOSITORY}/{place}")):
            for name in sorted(names):
                if name in FILES or name.endswith((".yaml", ".yml")) and not name.startswith("expected"):
                    yield os.path.join(directory, name)


CONFIGURATION = {
    "apiVersion": "zonal/v1alpha1", "kind": "Configuration",
    "check": {
        "rules": {"latest-image": "off", "no-probe": "error"}, "schemas": ["crds.yaml"],
        "allow": [{"rule": "latest-image", "kind": "Deployment", "name": "web", "namespace": "a", "why": "tried out"}]},
}


class Comparison:
    def __init__(self, binary):
        self.binary, self.schemas = binary, Schemas(binary)
        self.counts, self.bad = collections.Counter(), 0

    def compare(self, where, kind, value, text, path=None, exact=True):
        """Unless it is exact, nothing follows from silence about fields when zonal stopped before it read them all."""
        said, stopped = mistakes(self.binary, kind, text, path)
        refused = [error.message for error in self.schemas[kind].iter_errors(value)]
        self.counts[kind, bool(said)] += 1
        if bool(said) != bool(refused) and (exact or said or not stopped):
            self.bad += 1
            print(f"{where} ({kind}): zonal says {said}, the schema says {refused}"[:700])

    def print(self):
        print(f"{sum(self.counts.values())} inputs")
        for (kind, wrong), number in sorted(self.counts.items()):
            print(f"  {number:5} {kind}{' with mistakes in fields' if wrong else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--changes", type=int, default=0)
    parser.add_argument("--seed", default="inputs")
    options = parser.parse_args()
    comparison = Comparison(os.path.abspath(options.binary))
    for kind in comparison.schemas.kinds():
        comparison.schemas[kind]
    taken = [("Configuration", CONFIGURATION)]
    for path in files():
        if any(f"/{case}/" in path for case in ELSEWHERE):
            continue
        for kind, text, value in documents(path):
            comparison.compare(os.path.relpath(path, REPOSITORY), kind, value, text, kind in NAMES and path)
            taken.append((kind, value))
    found = sum(comparison.counts.values())
    chance = random.Random(options.seed)
    kinds = sorted({kind for kind, _ in taken})
    for number in range(options.changes):
        kind = chance.choice(kinds)
        value = changed(chance.choice([value for other, value in taken if other == kind]), chance)
        if kind not in NAMES and not is_object(value, kind):
            continue
        comparison.compare(f"change {number}: {json.dumps(value)[-300:]}", kind, value, json.dumps(value), exact=False)
    comparison.print()
    if found < LEAST:
        print(f"at least {LEAST} inputs are expected")
    sys.exit(comparison.bad > 0 or found < LEAST)


main()
