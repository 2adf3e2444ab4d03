#!/usr/bin/env python3
"""Writes Sources/Transforms/Fields/FieldTables.swift from the facts about kustomize's field specs.

    Scripts/generate-field-tables.py ../shared/reference/kustomize-fields.json
"""
import json
import os
import sys

# kustomize keeps these apart from the selectors and joins them when a label is set (v5.8).
METADATA_LABELS = [
    {"path": "metadata/labels"},
    {"version": "v1", "kind": "ReplicationController", "path": "spec/template/metadata/labels"},
    {"kind": "Deployment", "path": "spec/template/metadata/labels"},
    {"kind": "ReplicaSet", "path": "spec/template/metadata/labels"},
    {"kind": "DaemonSet", "path": "spec/template/metadata/labels"},
    {"group": "apps", "kind": "StatefulSet", "path": "spec/template/metadata/labels"},
    {"group": "batch", "kind": "Job", "path": "spec/template/metadata/labels"},
    {"group": "batch", "kind": "CronJob", "path": "spec/jobTemplate/metadata/labels"},
    {"group": "batch", "kind": "CronJob", "path": "spec/jobTemplate/spec/template/metadata/labels"},
]
CLAIM_LABELS = [{"group": "apps", "kind": "StatefulSet", "path": "spec/volumeClaimTemplates[]/metadata/labels"}]
ZONAL = {
    "commonLabels": [
        {"group": "zonal", "kind": "InstanceGroup", "path": "spec/selectorLabels", "create": True},
    ],
    "templateLabels": [
        {"group": "zonal", "kind": "InstanceGroup", "path": "spec/template/metadata/labels", "create": True},
    ],
    "replicas": [{"group": "zonal", "kind": "InstanceGroup", "path": "spec/instances", "create": True}],
}


def kind(entry):
    return "/".join(entry.get(part) or "*" for part in ("group", "version", "kind"))


def line(entry):
    return f"{kind(entry)} {entry['path']}" + (" create" if entry.get("create") else "")


def created(entries):
    return [dict(entry, create=True) for entry in entries]


def table(name, comment, lines):
    body = "\n".join("    " + text for text in lines)
    return f'  /// {comment}\n  static let {name}: StaticString = #"""\n{body}\n    """#\n'


KINDS_FIRST = (
    "Namespace ResourceQuota StorageClass CustomResourceDefinition ServiceAccount PodSecurityPolicy Role ClusterRole"
    " RoleBinding ClusterRoleBinding ConfigMap Secret Endpoints Service LimitRange PriorityClass PersistentVolume"
    " PersistentVolumeClaim Deployment StatefulSet CronJob PodDisruptionBudget").split()


def kind_order(entry):
    """As kustomize sorts what it asks for (Gvk.IsLessThan)."""
    kind = entry.get("kind", "")
    rank = KINDS_FIRST.index(kind) - len(KINDS_FIRST) if kind in KINDS_FIRST else 0
    return rank, "_".join([entry.get("group") or "~G", entry.get("version") or "~V", kind or "~K"])


def main():
    facts = json.load(open(sys.argv[1]))
    template_labels = created(METADATA_LABELS) + ZONAL["templateLabels"]
    labels = facts["commonLabels"] + created(METADATA_LABELS + CLAIM_LABELS) + ZONAL["commonLabels"]
    parts = [
        table("labels", "Where `commonLabels`, and `labels` with `includeSelectors`, go.", map(line, labels)),
        table("templateLabels", "Where `labels` with `includeTemplates` go.", map(line, template_labels)),
        table(
            "claimLabels", "Where `labels` with `includeVolumeClaimTemplates` go.", map(line, created(CLAIM_LABELS))),
        table("annotations", "Where `commonAnnotations` go.", map(line, facts["commonAnnotations"])),
        table("namespace", "Where `namespace` goes, beside `metadata.namespace`.", map(line, facts["namespace"])),
        table("images", "Where image references stand.", map(line, facts["images"])),
        table("replicas", "Where `replicas` go.", map(line, facts["replicas"] + ZONAL["replicas"])),
    ]
    names = []
    for entry in sorted(facts["nameReference"], key=kind_order):
        names.append(kind(entry))
        names += ["  " + line(field) for field in entry["fields"]]
    parts.append(
        table(
            "nameReferences",
            "A kind that is referred to, and below it the fields that hold its name; in the order in which kustomize"
            " asks for\n  /// them, as one field may hold names of several kinds.",
            names))
    parts.append(table("variables", "Where `$(NAME)` is read for `vars`.", map(line, facts["varReference"])))
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "..", "Sources", "Transforms", "Fields", "FieldTables.swift"), "w") as out:
        out.write(
            "// Written by Scripts/generate-field-tables.py; change that instead.\n\n"
            "/// Facts of kustomize v5.8: `group/version/Kind path [create]`, `*` for any.\n"
            "enum FieldTables {\n" + "\n".join(parts) + "}\n")


main()
