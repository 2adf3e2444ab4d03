#!/usr/bin/env python3
"""Writes synthetic trees to build.

    generate.py resources N DIR    N resources, half StatefulSets and half Services, under DIR/base, and
                                   DIR/overlay with a prefix, labels, an image and a patch per 100 StatefulSets
    generate.py groups N DIR       100 InstanceGroups over three zones in DIR, which become N objects
    generate.py fleet N DIR        the same with an InstanceGroup for every 100 objects
    generate.py monorepo N DIR     N applications, each with a base of 20 resources and three overlays over it, and
                                   under DIR/platform what all of them share
    generate.py lists N DIR        one pod of N containers, with a patch and an image for each of them
    generate.py zones N DIR        N StatefulSets that are 300 groups, each copied for three or four zones
    generate.py neighbours N DIR   N groups of three StatefulSets each, with Services, budgets and ConfigMaps, in one namespace
    generate.py copies N DIR       a generator that names one file of 100 KB N times
    generate.py patches N DIR      N StatefulSets with their Services, and a strategic merge and a JSON patch for each
    generate.py sides N DIR        N objects as old.yaml and new.yaml, of which every tenth differs
    generate.py manifest N DIR     a BOSH manifest of N groups, and operations that change each of them
"""
import os
import sys

STATEFUL_SET = """\
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: app-{i}
  labels:
    app: app-{i}
    tier: backend
spec:
  replicas: 3
  serviceName: app-{i}
  selector:
    matchLabels:
      app: app-{i}
  template:
    metadata:
      labels:
        app: app-{i}
        tier: backend
    spec:
      containers:
      - name: main
        image: registry.example.com/team/app:1.0.{i}
        args: [--listen, ":8080", --data, /var/lib/app]
        env:
        - name: LOG_LEVEL
          value: info
        - name: SHARD
          value: "{i}"
        ports:
        - name: http
          containerPort: 8080
        readinessProbe:
          httpGet:
            path: /healthz
            port: http
        resources:
          requests:
            cpu: 100m
            memory: 128Mi
        volumeMounts:
        - name: data
          mountPath: /var/lib/app
  volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: 1Gi
"""

SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: app-{i}
  labels:
    app: app-{i}
spec:
  clusterIP: None
  selector:
    app: app-{i}
  ports:
  - name: http
    port: 8080
    targetPort: http
"""

PATCH = """\
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: app-{i}
spec:
  replicas: 5
  template:
    spec:
      containers:
      - name: main
        env:
        - name: LOG_LEVEL
          value: debug
"""

OVERLAY = """\
namePrefix: bench-
resources:
- ../base
labels:
- pairs:
    team: benchmarks
  includeSelectors: true
images:
- name: registry.example.com/team/app
  newTag: 2.0.0
patches:
"""

TOPOLOGY = """\
apiVersion: zonal/v1alpha1
kind: Topology
metadata:
  name: bench
spec:
  deployment: bench
  kubernetesVersion: "1.32"
  zones:
  - name: a
  - name: b
  - name: c
"""

GROUP = """\
apiVersion: zonal/v1alpha1
kind: InstanceGroup
metadata:
  name: group-{i}
spec:
  instances: {instances}
  instancesPolicy: Total
  zones: ["*"]
  template:
    spec:
      containers:
      - name: main
        image: registry.example.com/team/app:1.0.{i}
        ports:
        - name: http
          containerPort: 8080
"""

ADDRESS = """\
apiVersion: v1
kind: Service
metadata:
  name: {name}
spec:
  ports:
  - name: http
    port: 8080
  selector:
    app: {set}
    apps.kubernetes.io/pod-index: "{i}"
"""

BUDGET = """\
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: app-{i}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: app-{i}
"""

MONOREPO_BASE = """\
resources:
- ../../../platform
- workloads.yaml
configMapGenerator:
- name: settings
  literals: [mode=base]
"""

MONOREPO_OVERLAY = """\
namespace: {stage}
namePrefix: app{app}-
resources:
- ../../base
images:
- name: registry.example.com/team/app
  newTag: {stage}
replicas:
- name: app-0
  count: {replicas}
configMapGenerator:
- name: settings
  behavior: merge
  literals: [mode={stage}]
"""

JSON_PATCH = """\
- target:
    kind: StatefulSet
    name: app-{i}
  patch: |-
    - op: add
      path: /spec/template/spec/containers/0/args/-
      value: --shard={i}
    - op: replace
      path: /metadata/labels/tier
      value: shards
"""

MANIFEST_GROUP = """\
- name: group-{i}
  azs: [z1, z2, z3]
  instances: 3
  vm_type: small
  jobs:
  - name: server
    release: app
    properties:
      name: group-{i}
      endpoint: ((domain))
      limits: {{connections: 100, files: 1024}}
"""

OPERATIONS = """\
- type: replace
  path: /instance_groups/name=group-{i}/jobs/name=server/properties/limits/connections
  value: {i}
- type: replace
  path: /instance_groups/name=group-{i}/jobs/name=server/properties/tls?/enabled
  value: true
- type: remove
  path: /instance_groups/name=group-{i}/vm_type
"""

STAGES = {"dev": 1, "staging": 2, "prod": 5}
PER_FILE = 100
GROUPS = 100
# Of every group besides the Service of each instance: three StatefulSets and the aggregate Service.
PER_GROUP = 4


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def listed(names):
    return "resources:\n" + "".join(f"- {name}\n" for name in names)


def resources(count, directory):
    names, overlay = [], OVERLAY
    for first in range(0, count // 2, PER_FILE):
        members = range(first, min(first + PER_FILE, count // 2))
        names.append(f"app-{first}.yaml")
        documents = [text.format(i=i) for i in members for text in (STATEFUL_SET, SERVICE)]
        write(f"{directory}/base/{names[-1]}", "---\n".join(documents))
        write(f"{directory}/overlay/patch-{first}.yaml", PATCH.format(i=first))
        overlay += f"- path: patch-{first}.yaml\n"
    write(f"{directory}/base/kustomization.yaml", listed(names))
    write(f"{directory}/overlay/kustomization.yaml", overlay)


def fleet(count, directory):
    groups(count, directory, number=count // 100)


def groups(count, directory, number=GROUPS):
    instances = count // number - PER_GROUP
    documents = [TOPOLOGY] + [GROUP.format(i=i, instances=instances) for i in range(number)]
    write(f"{directory}/groups.yaml", "---\n".join(documents))
    write(f"{directory}/kustomization.yaml", listed(["groups.yaml"]))


def workloads(numbers):
    return "---\n".join(text.format(i=i) for i in numbers for text in (STATEFUL_SET, SERVICE))


def monorepo(count, directory):
    write(f"{directory}/platform/kustomization.yaml", "namePrefix: platform-\n" + listed(["all.yaml"]))
    write(f"{directory}/platform/all.yaml", workloads(range(100, 120)))
    for app in range(count):
        root = f"{directory}/apps/{app:03}"
        write(f"{root}/base/kustomization.yaml", MONOREPO_BASE)
        write(f"{root}/base/workloads.yaml", workloads(range(10)))
        for stage, replicas in STAGES.items():
            text = MONOREPO_OVERLAY.format(app=app, stage=stage, replicas=replicas)
            write(f"{root}/overlays/{app:03}-{stage}/kustomization.yaml", text)


def lists(count, directory):
    def pod(prefix):
        containers = "".join(f"  - name: c{i}\n    image: {prefix}{i}\n" for i in range(count))
        return f"apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod\nspec:\n  containers:\n{containers}"
    write(f"{directory}/pod.yaml", pod("a"))
    write(f"{directory}/patch.yaml", pod("b"))
    images = "".join(f"- name: b{i}\n  newTag: v{i}\n" for i in range(count))
    write(f"{directory}/kustomization.yaml", f"{listed(['pod.yaml'])}patches:\n- path: patch.yaml\nimages:\n{images}")


def zones(count, directory):
    # Every third group has one zone more, so that a thousand sets are three hundred groups.
    sets = [(group, zone) for group in range(300) for zone in ("abcd" if group % 3 == 0 else "abc")][:count]
    documents = [STATEFUL_SET.format(i=f"{group}-zone-{zone}") for group, zone in sets]
    write(f"{directory}/sets.yaml", "---\n".join(documents))


def neighbours(count, directory):
    documents = []
    for group in range(count):
        for zone in "abc":
            name = f"app-{group}-{zone}"
            documents.append(STATEFUL_SET.format(i=f"{group}-{zone}"))
            documents += [ADDRESS.format(name=f"{name}-{i}", set=name, i=i) for i in range(3)]
            documents.append(f"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}-settings\ndata:\n  zone: {zone}\n")
            documents.append(f"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other-{group}-{zone}\ndata:\n  a: b\n")
        documents.append(BUDGET.format(i=f"{group}-a"))
    write(f"{directory}/running.yaml", "---\n".join(documents))


def copies(count, directory):
    write(f"{directory}/file", "x" * 100_000)
    files = "".join(f"  - k{i}=file\n" for i in range(count))
    write(f"{directory}/kustomization.yaml", f"configMapGenerator:\n- name: copies\n  files:\n{files}")


def patches(count, directory):
    strategic = "".join(f"- path: patch-{i}.yaml\n" for i in range(count))
    for i in range(count):
        write(f"{directory}/overlay/patch-{i}.yaml", PATCH.format(i=i))
    write(f"{directory}/overlay/kustomization.yaml",
          f"{listed(['../base'])}patches:\n{strategic}" + "".join(JSON_PATCH.format(i=i) for i in range(count)))
    write(f"{directory}/base/workloads.yaml", workloads(range(count)))
    write(f"{directory}/base/kustomization.yaml", listed(["workloads.yaml"]))


def sides(count, directory):
    old = workloads(range(count // 2)).split("---\n")
    new = [text.replace("app-", "app-new-", 1) if number % 20 == 1 else text.replace("team/app", "new/app")
           if number % 20 == 10 else text for number, text in enumerate(old)]
    write(f"{directory}/old.yaml", "---\n".join(old))
    write(f"{directory}/new.yaml", "---\n".join(new))


def manifest(count, directory):
    groups = "".join(MANIFEST_GROUP.format(i=i) for i in range(count))
    write(f"{directory}/manifest.yml", f"name: bench\ninstance_groups:\n{groups}")
    write(f"{directory}/operations.yml", "".join(OPERATIONS.format(i=i) for i in range(count)))


SHAPES = {"resources": resources, "groups": groups, "fleet": fleet, "monorepo": monorepo, "lists": lists, "zones": zones,
          "neighbours": neighbours, "copies": copies, "patches": patches, "sides": sides, "manifest": manifest}

if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in SHAPES or not sys.argv[2].isdigit():
        sys.exit(__doc__)
    SHAPES[sys.argv[1]](int(sys.argv[2]), sys.argv[3])
