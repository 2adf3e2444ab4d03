"""The kustomizations that pages and pictures are drawn of."""

import os

NAMES = ("nats etcd kafka ingester router diego-cell uaa cloud-controller log-cache doppler scheduler credhub "
         "adapter proxy registry cassandra vault redis rabbit consul").split()


def group(number, zones):
    """Five kinds in turn: promised majority, promised any, over two zones, Services of zones, without zones."""
    name = NAMES[number % len(NAMES)] + (f"-x{number // len(NAMES)}" if number >= len(NAMES) else "")
    instances = [2, 1, 1, 3, 2][number % 5]
    zoned = ['["*"]', '["*"]', "[z1, z2]", '["*"]', "[]"][number % 5]
    more = [
        "  survive: {zones: 1, quorum: Majority}\n  disruptionBudget: {maxUnavailable: 1}\n",
        "  survive: {zones: 1, quorum: Any}\n  disruptionBudget: {maxUnavailable: 1}\n",
        "  disruptionBudget: {minAvailable: 2}\n",
        "  services: {perZone: {enabled: true}}\n  disruptionBudget: {maxUnavailable: 1}\n",
        "",
    ][number % 5]
    return f"""apiVersion: zonal/v1alpha1
kind: InstanceGroup
metadata: {{name: {name}}}
spec:
  instances: {instances}
  zones: {zoned}
{more}  template:
    spec:
      containers:
      - {{name: main, image: "registry/{name}:1.0", ports: [{{name: main, containerPort: 4222}}]}}
"""


def topology(zones):
    lines = "".join(f"  - {{name: z{i + 1}, nodeLabelValue: eu-central-1{chr(97 + i)}}}\n" for i in range(zones))
    return ("apiVersion: zonal/v1alpha1\nkind: Topology\nmetadata: {name: cf}\nspec:\n  deployment: cf\n  zones:\n" + lines)


def write(directory, documents):
    os.makedirs(directory, exist_ok=True)
    with open(f"{directory}/all.yaml", "w") as file:
        file.write("---\n".join(documents))
    with open(f"{directory}/kustomization.yaml", "w") as file:
        file.write("namespace: cf\nresources: [all.yaml]\n")
    return directory


def tree(directory, zones, groups):
    return write(directory, [topology(zones)] + [group(number, zones) for number in range(groups)])


def change(directory):
    """Two sides: an image of one group, one instance more in another, a group that goes, and one that comes."""
    documents = [topology(3)] + [group(number, 3) for number in range(5)]
    write(f"{directory}/old", documents)
    new = [text.replace("registry/nats:1.0", "registry/nats:2.0") for text in documents[:-1]]
    new = [text.replace("instances: 1\n  zones: [\"*\"]", "instances: 2\n  zones: [\"*\"]") for text in new]
    write(f"{directory}/new", new + [group(5, 3)])
    return f"{directory}/old", f"{directory}/new"


def broken_promise(directory):
    """A patch gives one zone more pods than the promise of its group can bear."""
    patch = "  patches:\n  - target: {kind: StatefulSet, zone: z1}\n    patch: 'spec: {replicas: 5}'\n"
    return write(directory, [topology(3), group(0, 3).replace("  template:", patch + "  template:")])


def budgets(path):
    """Rendered manifests: a budget by zones, two budgets on the same pods, a share of pods, a Service of a leader."""
    import json

    def stateful_set(name, zone, group, replicas):
        return {
            "apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": name, "labels": {"rollout-group": group}},
            "spec": {"replicas": replicas, "serviceName": group, "selector": {"matchLabels": {"app": group}}, "template": {
                "metadata": {"labels": {"app": group}}, "spec": {
                    "nodeSelector": {"topology.kubernetes.io/zone": zone}, "containers": [{"name": "a", "image": "a:1"}]}}}}

    def budget(name, group, kind="PodDisruptionBudget", version="policy/v1", **spec):
        return {"apiVersion": version, "kind": kind, "metadata": {"name": name},
                "spec": {"selector": {"matchLabels": {"app": group}}, **spec}}

    documents = [
        stateful_set("zoned-a", "a", "zoned", 2), stateful_set("zoned-b", "b", "zoned", 2),
        budget("zoned", "zoned", "ZoneAwarePodDisruptionBudget", "rollout-operator.grafana.com/v1", maxUnavailable=1),
        stateful_set("doubled", "c", "doubled", 1), budget("one", "doubled", maxUnavailable=1), budget("two", "doubled", maxUnavailable=1),
        stateful_set("shared", "d", "shared", 3), budget("shared", "shared", maxUnavailable="50%"),
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "leader"},
         "spec": {"selector": {"app": "shared", "x/pod-active": "active"}}},
    ]
    with open(path, "w") as file:
        file.write("---\n".join(json.dumps(document) + "\n" for document in documents))
    return path


LONG = "a-name-that-is-as-long-as-names-may-be-" + "x" * 24
HOSTILE = [
    "</script><script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "\u202eabc", "n\ufffeq", "W" * 63,
    "\u4e2d\u6587" * 20, "a\"b&amp;c'd", LONG,
]


def hostile(path):
    """Manifests of somebody who means harm, or writes long names."""
    import json
    documents = []
    for name in HOSTILE:
        labels = {"app": name, "x/instance-group-name": name, "x/az-name": name, "x/az-index": "0"}
        documents.append({
            "apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": name, "labels": labels},
            "spec": {"replicas": 2, "serviceName": name, "selector": {"matchLabels": labels}, "template": {
                "metadata": {"labels": labels}, "spec": {"containers": [{"name": "a", "image": "a:1"}]}}}})
        documents.append({"apiVersion": "v1", "kind": "Service", "metadata": {"name": name},
                          "spec": {"selector": {"app": name}, "type": name}})
        documents.append({"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": name},
                          "spec": {"selector": {"matchLabels": {"app": name}}, "maxUnavailable": name}})
    with open(path, "w") as file:
        file.write("---\n".join(json.dumps(document) + "\n" for document in documents))
    return path
