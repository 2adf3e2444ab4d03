#!/usr/bin/env python3
"""Runs the hooks of .pre-commit-hooks.yaml with pre-commit in a repository of their own, as a team would.

    check.py --binary PATH [--dist DIR]

With --dist, those that pre-commit installs are run, too; that directory is then the only source of packages. Needs pre-commit on
the PATH.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MAP = "{{apiVersion: v1, kind: ConfigMap, metadata: {{name: {name}}}, data: {{v: {value}}}}}\n"


class Team:
    """A repository with an overlay, whose commits go through the hooks."""

    def __init__(self, root, binary, kind="", dist=None):
        """`kind` is what the hooks' ids end with; only those of the system find the binary on the PATH."""
        self.root, self.failures, self.tried, self.check = root, 0, 0, f"zonal-check{kind}"
        self.environment = {
            **os.environ, "PATH": f"{root}/bin:{os.environ['PATH']}", "PRE_COMMIT_HOME": f"{root}/cache", "NO_COLOR": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": os.path.abspath(dist or root)}
        os.makedirs(f"{root}/bin")
        if not kind:
            os.symlink(os.path.abspath(binary), f"{root}/bin/zonal")
        os.makedirs(f"{root}/hooks")
        for name in (".pre-commit-hooks.yaml", "pyproject.toml"):
            shutil.copy(f"{REPOSITORY}/{name}", f"{root}/hooks")
        shutil.copytree(f"{REPOSITORY}/Packaging", f"{root}/hooks/Packaging")
        self.run("git init -q . && git add . && git commit -qm hooks", "hooks")
        revision = self.run("git rev-parse HEAD", "hooks").stdout.strip()
        self.write("overlays/app/kustomization.yaml", "resources: [map.yaml]\n")
        self.write("overlays/app/map.yaml", MAP.format(name="map", value="one"))
        self.write(".pre-commit-config.yaml",
                   f"repos: [{{repo: {root}/hooks, rev: {revision}, "
                   f"hooks: [{{id: zonal-render{kind}}}, {{id: {self.check}}}]}}]\n")
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


def try_hooks(team):
    commit = "git add . && git commit -m change"
    team.expect("the first commit is rendered, and to be made again", commit, False,
                "zonal build", "files written: 1, removed: 0 [written-output]", "--> output/app")
    team.expect("what was rendered is committed", commit + " && git ls-files", True, "Passed", "output/app/manifest.yaml")
    team.write("overlays/app/map.yaml", MAP.format(name="map", value="two"))
    team.expect("a change is checked without writing", f"git add . && pre-commit run {team.check}", False,
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--dist")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        root = os.path.realpath(root)
        teams = [Team(f"{root}/system", options.binary)]
        if options.dist:
            teams.append(Team(f"{root}/python", options.binary, "-python", options.dist))
        for team in teams:
            try_hooks(team)
    tried, failures = sum(team.tried for team in teams), sum(team.failures for team in teams)
    print(f"Hooks: {tried - failures} passed, {failures} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
