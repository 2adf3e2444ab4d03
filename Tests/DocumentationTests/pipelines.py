#!/usr/bin/env python3
"""Runs the jobs that docs/gitops.md shows, as GitHub and GitLab would, on a change of a repository of its own.

    pipelines.py --binary PATH

`gh` and `curl` are stand-ins that keep what they are given.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import check
import yaml

STAND_IN = "#!/bin/sh\nprintf '%s\\n' \"$@\" > ../{name}.arguments\n"
SHELL = ["bash", "-e", "-o", "pipefail", "-c"]


class Change:
    """A clone with a commit on top of the one that the pull request is to be merged into."""

    def __init__(self, root, binary):
        self.root, self.clone = root, f"{root}/clone"
        os.makedirs(f"{root}/bin")
        os.symlink(os.path.abspath(binary), f"{root}/bin/zonal")
        for name in ("gh", "curl"):
            with open(f"{root}/bin/{name}", "w") as file:
                file.write(STAND_IN.format(name=name))
            os.chmod(f"{root}/bin/{name}", 0o755)
        self.environment = {
            **os.environ, "PATH": f"{root}/bin:{os.environ['PATH']}", "HOME": root,
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}
        for name in ("base", "overlays", "output"):
            shutil.copytree(name, f"{self.clone}/{name}")
        self.run("git init -q . && git add . && git commit -qm one")
        self.base = self.run("git rev-parse HEAD").stdout.strip()
        # Another image in production, and an overlay that was not there.
        self.run("sed -i 's/newTag: .*/newTag: 2.99.0/' overlays/production/kustomization.yaml")
        self.run("cp -r overlays/development overlays/nightly")
        self.run("zonal build -o output/ && git add . && git commit -qm two")

    def run(self, script, **variables):
        done = subprocess.run([*SHELL, script], cwd=self.clone, env={**self.environment, **variables}, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        if done.returncode:
            sys.exit(f"pipelines.py: exit status {done.returncode}: {script}\n{done.stdout}")
        return done

    def read(self, name):
        with open(f"{self.root}/{name}") as file:
            return file.read()


def expect(holds, what):
    if not holds:
        sys.exit(f"pipelines.py: {what}")


def expect_review(text, limit, overlays):
    expect(len(text.encode()) <= limit, f"{len(text.encode())} bytes are too many")
    expect(text.count("```") % 2 == 0, "a fence is cut")
    for shown in overlays + ["2.99.0", "<details>", "pods of nats", "restart"]:
        expect(shown in text, f"{shown} is not shown")


def try_github(change, workflow):
    values = {"BASE": change.base, "NUMBER": "7", "GH_TOKEN": "secret"}
    steps = {step["name"]: step for step in workflow["jobs"]["review"]["steps"] if "run" in step}
    expect(set(steps["Comment"]["env"]) == set(values), "the job sets other variables")
    change.run(steps["Check"]["run"] + " || test $? = 1")
    change.run(steps["Comment"]["run"], **values)
    expect(change.read("gh.arguments").split() == "pr comment 7 --body-file comment.md --edit-last --create-if-none".split(),
           "gh is called otherwise")
    expect_review(change.read("clone/comment.md"), 65_536, ["## overlays/nightly", "## overlays/production"])


def try_gitlab(change, job):
    values = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": change.base, "CI_API_V4_URL": "https://git.example.com/api/v4",
              "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7", "ZONAL_TOKEN": "secret"}
    change.run("; ".join(job["script"]) + " || test $? = 1", **values)
    change.run("\n".join(job["after_script"]), **values)
    expect("https://git.example.com/api/v4/projects/3/merge_requests/7/notes" in change.read("curl.arguments"),
           "curl is called otherwise")
    expect_review(change.read("clone/note.md"), 1_000_000, [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    options = parser.parse_args()
    with open("docs/gitops.md") as file:
        shown = {block.path: yaml.safe_load(block.text) for block in check.blocks(file.read()) if block.path}
    with tempfile.TemporaryDirectory() as root:
        change = Change(os.path.realpath(root), options.binary)
        try_github(change, shown[".github/workflows/zonal.yaml"])
        try_gitlab(change, shown[".gitlab-ci.yml"]["zonal"])
    print("Pipelines: GitHub's and GitLab's passed")


if __name__ == "__main__":
    main()
