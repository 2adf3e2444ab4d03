"""Trees with many of one thing: a tenth of the objects, or as many, of whatever a shape is about.

Each function writes a tree for a number of objects and returns the directory to build.
"""
import json

from generate import listed, write

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-{group}-{i}
  labels:
    app: app-{i}
    team: team-{group}
  annotations:
    owner: owner-{group}
spec:
  replicas: 3
  selector:
    matchLabels:
      app: app-{i}
  template:
    metadata:
      labels:
        app: app-{i}
    spec:
      containers:
      - name: main
        image: registry.example.com/team-{group}/app-{i}:1.0
        args: [--listen, ":8080"]
        env:
        - name: LOG_LEVEL
          value: info
"""

GROUP = """\
apiVersion: zonal/v1alpha1
kind: InstanceGroup
metadata:
  name: growing
spec:
  instances: 1
  template:
    spec:
      containers:
      - name: main
        image: main
        args:
"""

MERGE = """\
- target:
    {target}
  patch: |-
    kind: Deployment
    metadata:
      name: any
    spec:
      template:
        spec:
          terminationGracePeriodSeconds: {i}
"""

OPERATIONS = """\
- target:
    {target}
  patch: |-
    - op: replace
      path: /spec/replicas
      value: {i}
"""

REPLACEMENT = """\
- source:
    kind: Deployment
    name: app-{group}-{i}
    fieldPath: metadata.labels.app
  targets:
  - select:
      {select}
    fieldPaths: [spec.template.spec.containers.0.env.0.value]
"""

SETTINGS = """\
- name: settings-{i}
  literals: [mode=m{i}]
"""

REFERRER = """\
apiVersion: v1
kind: Pod
metadata:
  name: pod-{i}
spec:
  containers:
  - name: main
    image: app
    envFrom:
    - configMapRef:
        name: settings-{i}
"""

PER_GROUP = 10
PER_FILE = 100


def deployments(count, directory, numbers=None):
    names = []
    numbers = range(count) if numbers is None else numbers
    for first in range(0, count, PER_FILE):
        names.append(f"app-{numbers[first]}.yaml")
        members = numbers[first:first + PER_FILE]
        write(f"{directory}/{names[-1]}", "---\n".join(DEPLOYMENT.format(i=i, group=i // PER_GROUP) for i in members))
    return listed(names)


def plain(count, directory):
    write(f"{directory}/kustomization.yaml", deployments(count, directory))
    return directory


def patches(target):
    """A patch for every ten objects, by a target that takes just these."""
    def shape(count, directory):
        entries = "".join((MERGE if i % 2 else OPERATIONS).format(i=i, target=target(i)) for i in range(count // PER_GROUP))
        write(f"{directory}/kustomization.yaml", f"{deployments(count, directory)}patches:\n{entries}")
        return directory
    return shape


def name_pattern(i):
    """Each fifth of the patterns in another form."""
    return "name: " + [f"app-{i}-.*", f".*-{i}-.*", f"app-{i}-[0-9]+", f"(app|web)-{i}-.+", f"^app-{i}-\\d*$"][i % 5]


def replacements(count, directory):
    def entry(i):
        select = f"name: app-{i}-{PER_GROUP * i + 1}" if i % 2 else f"labelSelector: team=team-{i}"
        return REPLACEMENT.format(i=PER_GROUP * i, group=i, select=select)
    entries = "".join(entry(i) for i in range(count // PER_GROUP))
    write(f"{directory}/kustomization.yaml", f"{deployments(count, directory)}replacements:\n{entries}")
    return directory


def replacement_targets(count, directory):
    """One value for as many targets."""
    targets = "".join(f"  - select: {{kind: Deployment, name: app-{i}-{PER_GROUP * i}}}\n"
                      "    fieldPaths: [spec.template.spec.containers.0.env.0.value]\n" for i in range(count // PER_GROUP))
    write(f"{directory}/kustomization.yaml",
          f"{deployments(count, directory)}replacements:\n- sourceValue: debug\n  targets:\n{targets}")
    return directory


def images(name):
    """An entry for every ten containers."""
    def shape(count, directory):
        entries = "".join(f"- name: {name(i)}\n  newTag: v{i}\n" for i in range(count // PER_GROUP))
        write(f"{directory}/kustomization.yaml", f"{deployments(count, directory)}images:\n{entries}")
        return directory
    return shape


def replicas(count, directory):
    entries = "".join(f"- name: app-{i}-{PER_GROUP * i}\n  count: 5\n" for i in range(count // PER_GROUP))
    write(f"{directory}/kustomization.yaml", f"{deployments(count, directory)}replicas:\n{entries}")
    return directory


def whole_set(count, directory):
    """What a layer does to all of its objects."""
    write(f"{directory}/kustomization.yaml", deployments(count, directory) + (
        "namePrefix: a-\nnameSuffix: -b\nnamespace: c\ncommonAnnotations: {d: e}\n"
        "labels:\n- pairs: {f: g}\n  includeSelectors: true\n- pairs: {h: i}\n"))
    return directory


def generators(count, directory):
    """As many ConfigMaps as references to them."""
    write(f"{directory}/pods.yaml", "---\n".join(REFERRER.format(i=i) for i in range(count)))
    write(f"{directory}/kustomization.yaml",
          f"{listed(['pods.yaml'])}configMapGenerator:\n{''.join(SETTINGS.format(i=i) for i in range(count))}")
    return directory


PER_LAYER = 20


def depth(count, directory):
    """Layers of twenty objects within each other, each with a patch for one of its own."""
    for layer in range(count // PER_LAYER):
        numbers = range(PER_LAYER * layer, PER_LAYER * (layer + 1))
        own = deployments(PER_LAYER, f"{directory}/{layer}", numbers)
        below = f"- ../{layer + 1}\n" if layer + 1 < count // PER_LAYER else ""
        patch = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": f"app-{numbers[0] // PER_GROUP}-{numbers[0]}"},
                 "spec": {"replicas": 5}}
        write(f"{directory}/{layer}/kustomization.yaml", f"{own}{below}patches:\n- patch: '{json.dumps(patch)}'\n")
    return f"{directory}/0"


def breadth(count, directory):
    """Layers of twenty objects beside each other."""
    layers = range(count // PER_LAYER)
    for layer in layers:
        numbers = range(PER_LAYER * layer, PER_LAYER * (layer + 1))
        own = deployments(PER_LAYER, f"{directory}/{layer}", numbers)
        write(f"{directory}/{layer}/kustomization.yaml", f"{own}labels:\n- pairs: {{layer: l{layer}}}\n")
    write(f"{directory}/all/kustomization.yaml", listed(f"../{layer}" for layer in layers))
    return f"{directory}/all"


def placeholders(count, directory):
    """A container of a group with as many arguments, each of which names the group."""
    arguments = "".join(f"        - $(group.name)-{i}\n" for i in range(count))
    write(f"{directory}/group.yaml", GROUP + arguments)
    write(f"{directory}/kustomization.yaml", listed(["group.yaml"]))
    return directory
