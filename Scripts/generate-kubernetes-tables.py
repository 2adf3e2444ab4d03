#!/usr/bin/env python3
"""Writes the tables of what is known about Kubernetes' own kinds.

    Scripts/generate-kubernetes-tables.py ../shared/reference/kubernetes-merge-keys.json

The input holds facts of the Kubernetes API: its kinds, and for each type the patch strategy and the merge keys
of its fields. The tables keep what a build asks for:

- Sources/Resources/BuiltinKindsTable.swift: the kinds, and which of them live in no namespace;
- Sources/Resources/MergeKeysTable.swift: the fields on the way to a list that merges, and its keys.
"""

import json
import sys
from pathlib import Path

from swift_table import literal

RESOURCES = Path(__file__).resolve().parent.parent / "Sources" / "Resources"

# Kinds that Kubernetes served until 1.22 to 1.29 and that kustomize still knows. The type that took their
# place has the same lists; "" is a kind that has no successor.
RETIRED = """
admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration  admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration  admissionregistration.k8s.io/v1
apiextensions.k8s.io/v1beta1 CustomResourceDefinition  apiextensions.k8s.io/v1
apiregistration.k8s.io/v1beta1 APIService  apiregistration.k8s.io/v1
autoscaling/v2beta1 HorizontalPodAutoscaler  autoscaling/v2
autoscaling/v2beta2 HorizontalPodAutoscaler  autoscaling/v2
batch/v1beta1 CronJob  batch/v1
certificates.k8s.io/v1beta1 CertificateSigningRequest  certificates.k8s.io/v1
coordination.k8s.io/v1beta1 Lease  coordination.k8s.io/v1
discovery.k8s.io/v1beta1 EndpointSlice  discovery.k8s.io/v1
events.k8s.io/v1beta1 Event  events.k8s.io/v1
extensions/v1beta1 Ingress  networking.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema  flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration  flowcontrol.apiserver.k8s.io/v1
networking.k8s.io/v1beta1 Ingress  networking.k8s.io/v1
networking.k8s.io/v1beta1 IngressClass  networking.k8s.io/v1
node.k8s.io/v1beta1 RuntimeClass  node.k8s.io/v1
policy/v1beta1 PodDisruptionBudget  policy/v1
policy/v1beta1 PodSecurityPolicy  cluster
rbac.authorization.k8s.io/v1beta1 ClusterRole  rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding  rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1 Role  rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1 RoleBinding  rbac.authorization.k8s.io/v1
scheduling.k8s.io/v1beta1 PriorityClass  scheduling.k8s.io/v1
storage.k8s.io/v1beta1 CSIDriver  storage.k8s.io/v1
storage.k8s.io/v1beta1 CSINode  storage.k8s.io/v1
storage.k8s.io/v1beta1 CSIStorageCapacity  storage.k8s.io/v1
storage.k8s.io/v1beta1 StorageClass  storage.k8s.io/v1
storage.k8s.io/v1beta1 VolumeAttachment  storage.k8s.io/v1
"""

OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"


class Kind:
    def __init__(self, api_version, kind, type_name, namespaced):
        self.api_version, self.kind = api_version, kind
        self.type_name, self.namespaced = type_name, namespaced

    @property
    def name(self):
        return f"{self.api_version}/{self.kind}"


def read_kinds(facts):
    kinds = {}
    for fact in facts["kinds"]:
        version = f"{fact['group']}/{fact['version']}" if fact["group"] else fact["version"]
        kind = Kind(version, fact["kind"], fact["type"], fact["namespaced"])
        kinds[kind.name] = kind
    for line in RETIRED.strip().splitlines():
        version, name, successor = line.split()
        if successor == "cluster":
            kind = Kind(version, name, "", False)
        else:
            heir = kinds[f"{successor}/{name}"]
            kind = Kind(version, name, heir.type_name, heir.namespaced)
        kinds.setdefault(kind.name, kind)
    return sorted(kinds.values(), key=lambda kind: (kind.api_version, kind.kind))


def merges(field):
    return "merge" in field.get("strategy", "").split(",")


def merge_keys(field):
    """kustomize takes the list's map keys, and the patch's merge key where there are none."""
    keys = field.get("listMapKeys") or [field.get("mergeKey")]
    return [key for key in keys if key]


def reachable(types, roots):
    """The types that a merge can get into: through objects and merged lists, not through replaced lists."""
    found, waiting = set(), list(roots)
    while waiting:
        name = waiting.pop()
        if name in found or name not in types:
            continue
        found.add(name)
        for field in types[name].values():
            if "type" in field and (merges(field) or "listType" not in field):
                waiting.append(field["type"])
    return found


def with_merged_lists(types, reached):
    """Of the reachable types, those that hold a merged list at some depth."""
    kept, grows = set(), True
    while grows:
        grows = False
        for name in reached - kept:
            fields = types[name].values()
            if any(merges(f) or ("listType" not in f and f.get("type") in kept) for f in fields):
                kept.add(name)
                grows = True
    return kept


def short_names(names):
    """`Container`, or `v2.HorizontalPodAutoscalerStatus` where two versions have a type of that name."""
    last = [name.rsplit(".", 1)[1] for name in names]
    return {
        name: name.rsplit(".", 1)[1] if last.count(name.rsplit(".", 1)[1]) == 1 else ".".join(name.split(".")[-3:])
        for name in names
    }


def describe(fields, names):
    words = []
    for name in sorted(fields):
        field = fields[name]
        child = names.get(field.get("type"), "")
        if merges(field):
            words.append(f"{name}={child}[{','.join(merge_keys(field))}]")
        elif child and "listType" not in field:
            words.append(f"{name}={child}")
    return " ".join(words)


def merge_lines(facts, kinds):
    types = facts["types"]
    kept = with_merged_lists(types, reachable(types, {kind.type_name for kind in kinds}))
    roots = {kind.type_name for kind in kinds}
    names = short_names(sorted(kept - roots))
    lines = [f"{names[name]} {describe(types[name], names)}" for name in names]
    plain = f"metadata={names[OBJECT_META]}"
    for kind in kinds:
        fields = describe(types.get(kind.type_name, {}), names)
        if fields and fields != plain:
            lines.append(f"{kind.name} {fields}")
    return [f"* {plain}"] + sorted(lines)


def kind_lines(kinds):
    by_version = {}
    for kind in kinds:
        by_version.setdefault(kind.api_version, []).append(kind.kind + ("" if kind.namespaced else "!"))
    return [f"{version} {' '.join(names)}" for version, names in by_version.items()]


def write(file, opening, lines, version):
    text = [f"// Made by Scripts/generate-kubernetes-tables.py from the API of Kubernetes {version}.", ""]
    text += opening + literal(lines) + ["}", ""]
    (RESOURCES / file).write_text("\n".join(text))


def main():
    facts = json.loads(Path(sys.argv[1]).read_text())
    kinds = read_kinds(facts)
    version = facts["kubernetes"]
    write("BuiltinKindsTable.swift", [
        "extension BuiltinKinds {",
        "  /// A line for each API version, with its kinds; `!` marks those that live in no namespace.",
        "  static let table =",
    ], kind_lines(kinds), version)
    write("MergeKeysTable.swift", [
        "extension MergeSchema {",
        "  /// A line for each type: `field=Type` leads on, `field=Type[key,…]` is a list that merges by the keys,",
        "  /// `field=[]` one of scalars. A kind's line starts with its API version; `*` stands for all other kinds.",
        "  static let builtinTable =",
    ], merge_lines(facts, kinds), version)


main()
