#!/usr/bin/env python3
"""Runs the plugin of deploy/argocd as the server of Argo CD does, and builds the sidecar that it runs in.

    check.py --binary PATH

The server starts a command with its arguments and without a shell, in the directory of an application's source, and adds what
it knows to the environment of the sidecar: there is zonal on the PATH, and nothing else. A kustomize on the PATH, or the one
that KUSTOMIZE names, builds the sidecar, too.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
PLUGIN = yaml.safe_load((ROOT / "deploy/argocd/plugin.yaml").read_text())["spec"]
# As the server lays it in the environment of every command.
STANDARD = {
    "ARGOCD_APP_NAME": "shop", "ARGOCD_APP_NAMESPACE": "shop", "ARGOCD_APP_PROJECT_NAME": "default",
    "ARGOCD_APP_REVISION": "abcdef0123456789", "ARGOCD_APP_REVISION_SHORT": "abcdef0", "ARGOCD_APP_REVISION_SHORT_8": "abcdef01",
    "ARGOCD_APP_SOURCE_REPO_URL": "https://git.example.com/shop.git", "ARGOCD_APP_SOURCE_PATH": "overlays/production",
    "ARGOCD_APP_SOURCE_TARGET_REVISION": "main", "KUBE_VERSION": "1.34.2", "KUBE_API_VERSIONS": "v1,apps/v1,apps/v1/StatefulSet"}
REPO_SERVER = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: argocd-repo-server}
spec:
  selector: {matchLabels: {app.kubernetes.io/name: argocd-repo-server}}
  template:
    metadata: {labels: {app.kubernetes.io/name: argocd-repo-server}}
    spec:
      containers: [{name: argocd-repo-server, image: "quay.io/argoproj/argocd:v3.2.0"}]
      volumes: [{name: var-files, emptyDir: {}}, {name: plugins, emptyDir: {}}]
"""


class Server:
    def __init__(self, binary, scratch):
        self.binary, self.scratch = os.path.abspath(binary), Path(scratch)
        self.tools = self.scratch / "bin"
        self.tools.mkdir()
        (self.tools / "zonal").symlink_to(self.binary)
        self.repository = self.scratch / "repository"
        for name in ("base", "overlays"):
            shutil.copytree(ROOT / name, self.repository / name)

    def run(self, command, path, parameters=None, variables=None, arguments=()):
        """A command of the plugin, in a directory of the repository."""
        variables = {f"ARGOCD_ENV_{name}": value for name, value in (variables or {}).items()}
        if parameters is not None:
            variables["ARGOCD_APP_PARAMETERS"] = parameters if isinstance(parameters, str) else json.dumps(
                [{"name": name, **({"string": value} if isinstance(value, str) else value)} for name, value in parameters.items()])
        return subprocess.run(
            [*command["command"], *command.get("args", ()), *arguments], cwd=self.repository / path, text=True,
            env={"PATH": str(self.tools), **STANDARD, **variables}, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)

    def generate(self, path, status=0, **asked):
        done = self.run(PLUGIN["generate"], path, **asked)
        assert done.returncode == status, f"{asked}: {done.returncode}\n{done.stdout}{done.stderr}"
        assert (done.stdout == "") == (status != 0)
        return done.stderr if status else done.stdout

    def discovers(self, path, **asked):
        done = self.run(PLUGIN["discover"]["find"], path, **asked)
        assert done.returncode == 0, f"{path}: {done.returncode}\n{done.stderr}"
        return done.stdout.splitlines()

    def build(self, path, *flags):
        return subprocess.run([self.binary, "build", path, *flags], cwd=self.repository, check=True, capture_output=True, text=True).stdout

    def write(self, path, text):
        place = self.repository / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def what_is_generated_is_what_a_build_gives(server):
    assert "init" not in PLUGIN
    for overlay in ("development", "staging", "production"):
        assert server.generate(f"overlays/{overlay}") == server.build(f"overlays/{overlay}")


def groups_are_discovered(server):
    assert "InstanceGroup nats" in server.discovers("overlays/production")
    assert server.discovers(".") == server.discovers("overlays") == []
    assert "InstanceGroup nats" in server.discovers("overlays", parameters={"directory": "production"})
    server.write("plain/kustomization.yaml", "resources: [map.yaml]\n")
    server.write("plain/map.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n")
    assert server.discovers("plain") == []
    # A mistake is what generating is to tell.
    server.write("broken/kustomization.yaml", "resources: [zones.yaml, none.yaml]\n")
    server.write("broken/zones.yaml", "{apiVersion: zonal/v1alpha1, kind: Topology, metadata: {name: zones}, spec: {zone: []}}\n")
    assert server.discovers("broken") == ["Topology zones"]
    assert "there is no file \"none.yaml\"" in server.generate("broken", status=2)


def parameters_count_and_variables_do(server):
    built = server.build("overlays/production")
    for asked in ({"parameters": {"directory": "production"}}, {"variables": {"ZONAL_DIRECTORY": "production"}},
                  {"parameters": {"directory": "./production/"}, "variables": {"ZONAL_DIRECTORY": "staging"}}):
        assert server.generate("overlays", **asked) == built
    for name, value, *flags in (("initial-rollout", "false", "--no-initial-rollout"), ("reorder", "none", "--reorder", "none"),
                                ("compat", "true", "--compat")):
        assert server.generate("overlays/production", parameters={name: value}) == server.build("overlays/production", *flags)
        variable = "ZONAL_" + name.upper().replace("-", "_")
        assert server.generate("overlays/production", variables={variable: value}) == server.build("overlays/production", *flags)
    server.write("strict/kustomization.yaml", "resources: [map.yaml]\npatches: [{target: {name: b}, patch: '[{op: remove, path: /data}]'}]\n")
    server.write("strict/map.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n")
    server.generate("strict")
    assert "matches" in server.generate("strict", status=2, parameters={"strict": "true"})
    server.write("checked/kustomization.yaml", "resources: [pod.yaml]\n")
    server.write("checked/pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: a}]}}\n")
    server.generate("checked")
    assert "[missing-image-tag]" in server.generate("checked", status=1, parameters={"check": "true"})


def what_is_announced_is_what_there_is(server):
    """With the defaults that are shown, each is as if it was not set."""
    announced = {one["name"]: one["string"] for one in PLUGIN["parameters"]["static"]}
    built = server.build("overlays/production")
    assert server.generate("overlays/production", parameters=announced) == built
    for name, value in announced.items():
        assert server.generate("overlays/production", parameters={name: value}) == built
    said = server.generate("overlays/production", status=2, parameters={"none-of-these": "a"})
    for name in announced:
        assert name in said, f"{name} is not known: {said}"
    for nothing in ("", "null", "[]"):
        assert server.generate("overlays/production", parameters=nothing) == built


def values_are_never_options(server):
    (server.repository / "overlays/out").symlink_to("/")
    for value in ("--enable-exec", "-h", "--", "a\n--help", "$(id)"):
        said = server.generate("overlays", status=3, parameters={"directory": value})
        assert said.startswith("error: there is no directory "), said
    for value in ("/etc", "..", "../base", "production/../../base", "out/etc", ""):
        said = server.generate("overlays", status=2, parameters={"directory": value})
        assert "[outside-source]\n  --> ARGOCD_APP_PARAMETERS:1:" in said, said
    for name, value in (("strict", "--compat"), ("reorder", "--enable-helm"), ("enable-exec", "true"), ("check", {"array": ["true"]}),
                        ("directory", {"map": {"a": "b"}}), ("strict", "yes")):
        said = server.generate("overlays/production", status=2, parameters={name: value})
        assert "ARGOCD_APP_PARAMETERS:1:" in said and "hint: " in said, said
    assert "ARGOCD_ENV_ZONAL_STRICT:1:1" in server.generate("overlays/production", status=2, variables={"ZONAL_STRICT": "maybe"})
    for broken in ("{", "{}", "[1]", '[{"string": "a"}]'):
        assert "ARGOCD_APP_PARAMETERS" in server.generate("overlays/production", status=2, parameters=broken)
    assert server.run(PLUGIN["discover"]["find"], "overlays", parameters={"directory": "/"}).returncode == 2


def operators_alone_let_helm_run(server):
    """And it is told what Argo CD knows of the cluster."""
    server.write("chart/kustomization.yaml", "helmCharts: [{name: web, releaseName: web}]\n")
    server.write("chart/charts/web/values.yaml", "a: 1\n")
    helm = server.tools / "helm"
    helm.write_text("""#!/bin/sh
[ "$1" = version ] && echo v3.14.2 && exit
echo '{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {arguments: "'"$*"'"}}'
""")
    helm.chmod(0o755)
    try:
        assert "[helm-not-enabled]" in server.generate("chart", status=2, variables={"ZONAL_ENABLE_HELM": "true"})
        done = server.run(PLUGIN["generate"], "chart", arguments=["--enable-helm"])
        assert done.returncode == 0, done.stderr
        (rendered,) = yaml.safe_load_all(done.stdout)
        for words in ("--kube-version 1.34.2", "--api-versions v1", "--api-versions apps/v1/StatefulSet"):
            assert words in rendered["data"]["arguments"], rendered
    finally:
        helm.unlink()


def the_sidecar_is_what_the_server_asks_for(server):
    shutil.copytree(ROOT / "deploy/argocd", server.repository / "install/zonal")
    server.write("install/repo-server.yaml", REPO_SERVER)
    server.write("install/kustomization.yaml", """\
namespace: argocd
resources: [repo-server.yaml]
components: [zonal]
images: [{name: zonal, newName: registry.example.com/zonal}]
""")
    built = server.build("install")
    config, deployment = sorted(yaml.safe_load_all(built), key=lambda one: one["kind"])
    spec = deployment["spec"]["template"]["spec"]
    sidecar, repo_server = sorted(spec["containers"], key=lambda one: one["name"] != "zonal")
    assert repo_server["image"].startswith("quay.io/argoproj/argocd:")
    version = subprocess.run([server.binary, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    assert sidecar["image"] == f"registry.example.com/zonal:{version}"
    assert sidecar["command"] == ["/var/run/argocd/argocd-cmp-server"]
    assert sidecar["securityContext"]["runAsUser"] == 999 and sidecar["securityContext"]["runAsNonRoot"]
    volumes = {one["name"]: one for one in spec["volumes"]}
    mounts = {one["mountPath"]: one for one in sidecar["volumeMounts"]}
    assert {mount["name"] for mount in mounts.values()} <= set(volumes)
    for path in ("/var/run/argocd", "/home/argocd/cmp-server/plugins", "/tmp"):
        assert "emptyDir" in volumes[mounts[path]["name"]]
    plugin = mounts["/home/argocd/cmp-server/config/plugin.yaml"]
    assert plugin["subPath"] == "plugin.yaml"
    assert volumes[plugin["name"]]["configMap"]["name"] == config["metadata"]["name"] and config["metadata"]["namespace"] == "argocd"
    assert yaml.safe_load(config["data"]["plugin.yaml"])["spec"] == PLUGIN
    kustomize = os.environ.get("KUSTOMIZE") or shutil.which("kustomize")
    if kustomize is None:
        print("skipped: the sidecar as kustomize builds it, which is not on the PATH (or in KUSTOMIZE)")
        return
    assert subprocess.run([kustomize, "build", server.repository / "install"], check=True, capture_output=True, text=True).stdout == built


CHECKS = (
    what_is_generated_is_what_a_build_gives, groups_are_discovered, parameters_count_and_variables_do,
    what_is_announced_is_what_there_is, values_are_never_options, operators_alone_let_helm_run,
    the_sidecar_is_what_the_server_asks_for)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        server = Server(options.binary, os.path.realpath(scratch))
        for attempt in CHECKS:
            try:
                attempt(server)
            except AssertionError as error:
                failed += 1
                line = error.__traceback__.tb_next.tb_lineno
                print(f"{attempt.__name__}, line {line}: {error}", file=sys.stderr)
    print(f"Argo CD: {len(CHECKS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
