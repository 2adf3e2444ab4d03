#!/usr/bin/env python3
"""Runs the hooks of .pre-commit-hooks.yaml with pre-commit in a repository of their own, as a team would.

    check.py --binary PATH

Needs pre-commit on the PATH.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MAP = "{{apiVersion: v1, kind: ConfigMap, metadata: {{name: {name}}}, data: {{v: {value}}}}}\n"


class Team:
    """A repository with an overlay, whose commits go through the hooks."""

    def __init__(self, root, binary):
        self.root, self.failures, self.tried = root, 0, 0
        self.environment = {
            **os.environ, "PATH": f"{root}/bin:{os.environ['PATH']}", "PRE_COMMIT_HOME": f"{root}/cache", "NO_COLOR": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}
        os.makedirs(f"{root}/bin")
        os.symlink(os.path.abspath(binary), f"{root}/bin/zonal")
        os.makedirs(f"{root}/hooks")
        shutil.copy(f"{HERE}/../../.pre-commit-hooks.yaml", f"{root}/hooks")
        self.run("git init -q . && git add . && git commit -qm hooks", "hooks")
        revision = self.run("git rev-parse HEAD", "hooks").stdout.strip()
        self.write("overlays/app/kustomization.yaml", "resources: [map.yaml]\n")
        self.write("overlays/app/map.yaml", MAP.format(name="map", value="one"))
        self.write(".pre-commit-config.yaml",
                   f"repos: [{{repo: {root}/hooks, rev: {revision}, hooks: [{{id: zonal-render}}, {{id: zonal-check}}]}}]\n")
        self.run("git init -q . && pre-commit install")

    def run(self, command, directory="team"):
        os.makedirs(f"{self.root}/{directory}", exist_ok=True)
        return subprocess.run(["bash", "-ec", command], cwd=f"{self.root}/{directory}", env=self.environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)

    def write(self, name, text):
        path = f"{self.root}/team/{name}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def expect(self, what, command, passes, *shown):
        """`shown` are texts that the command's output has to hold."""
        self.tried += 1
        done = self.run(command)
        missing = [text for text in shown if text not in done.stdout]
        if (done.returncode == 0) != passes or missing:
            self.failures += 1
            print(f"{what}: exit status {done.returncode}, not shown: {missing}\n{done.stdout}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        team = Team(os.path.realpath(root), options.binary)
        commit = "git add . && git commit -m change"
        team.expect("the first commit is rendered, and to be made again", commit, False,
                    "zonal build", "files written: 1, removed: 0 [written-output]", "--> output/app")
        team.expect("what was rendered is committed", commit + " && git ls-files", True, "Passed", "output/app/manifest.yaml")
        team.write("overlays/app/map.yaml", MAP.format(name="map", value="two"))
        team.expect("a change is checked without writing", "git add . && pre-commit run zonal-check", False,
                    "output/app is not what overlays/app renders to [stale-output]", "-  v: one", "+  v: two")
        team.expect("the check wrote nothing", "git diff --exit-code && grep 'v: one' output/app/manifest.yaml", True)
        team.expect("a change is rendered", commit, False, "files written: 1, removed: 0")
        team.expect("and committed", commit, True, "Passed")
        team.write("overlays/app/unfinished.yaml", "{\n")
        team.expect("what is not staged does not count", "git commit --allow-empty -m nothing", True, "Passed")
        team.write("overlays/app/kustomization.yaml", "resources: [map.yaml, unfinished.yaml]\n")
        team.expect("a mistake stops the commit", commit, False, "overlays/app/unfinished.yaml:", "hint:")
        team.expect("and leaves the output alone", "git diff --exit-code -- output", True)
        team.write("overlays/app/unfinished.yaml", MAP.format(name="other", value="one"))
        team.write("output/app/manifest.yaml", "# by hand\n")
        team.expect("an edited file is kept", commit, False, "[edited-output]", "--force")
        team.expect("it is as it was edited", "grep 'by hand' output/app/manifest.yaml", True)
    print(f"Hooks: {team.tried - team.failures} passed, {team.failures} failed")
    sys.exit(1 if team.failures else 0)


if __name__ == "__main__":
    main()
