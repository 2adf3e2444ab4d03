#!/usr/bin/env python3
"""Runs action.yml and templates/review.yml as GitHub and GitLab would, on changes of a repository of its own.

    pipelines.py --binary PATH [--dist DIR]

The servers are a stand-in for curl; a release is one of --dist, or one that holds nothing but a call of the binary. Workflows,
the action and the component, and what docs/gitops.md shows of them, are held against their schemas.
"""
import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import check
import curl_stand_in
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SHELL = ["bash", "-e", "-o", "pipefail", "-c"]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
SPEC, COMPONENT = yaml.safe_load_all((ROOT / "templates/review.yml").read_text())
VERSION = ACTION["inputs"]["version"]["default"]
ARCHIVE = f"zonal-{VERSION}-linux-x86_64.tar.xz"
PRODUCTION = "sed -i 's/newTag: .*/newTag: 2.99.0/' overlays/production/kustomization.yaml"
# The comments of others, of which one looks like the job's.
OTHERS = ["Fine.", "<!-- zonal-review -->\nEvery overlay renders as before."]


class Failed(Exception):
    pass


def expect(holds, what):
    if not holds:
        raise Failed(what)


def stand_in_release(directory, binary):
    """As `make dist` lays it out."""
    os.makedirs(f"{directory}/zonal-{VERSION}/bin")
    with open(f"{directory}/zonal-{VERSION}/bin/zonal", "w") as file:
        file.write(f'#!/bin/sh\nexec {os.path.abspath(binary)} "$@"\n')
    os.chmod(file.name, 0o755)
    shutil.copy(ROOT / "Packaging/review", f"{directory}/zonal-{VERSION}/bin/zonal-review")
    with tarfile.open(f"{directory}/{ARCHIVE}", "w:xz") as archive:
        archive.add(f"{directory}/zonal-{VERSION}", f"zonal-{VERSION}")
    digest = hashlib.sha256(Path(directory, ARCHIVE).read_bytes()).hexdigest()
    Path(directory, "SHA256SUMS").write_text(f"{digest}  {ARCHIVE}\n")


class Job:
    """A runner with a clone whose last commit is the change; a server of releases and comments beside it."""

    user = None  # what the server tells who asks who it is

    def __init__(self, root, release):
        self.root, self.clone = root, f"{root}/clone"
        for name in ("bin", "home", "server", "temporary"):
            os.makedirs(f"{root}/{name}")
        os.symlink(ROOT / "Tests/DocumentationTests/curl_stand_in.py", f"{root}/bin/curl")
        os.symlink(release, f"{root}/server/release")
        # The one of the job is on the second page.
        written = [curl_stand_in.comment(number, "somebody", body) for number, body in enumerate(OTHERS)]
        Path(root, "server/comments.json").write_text(json.dumps(written))
        if self.user:
            Path(root, "server/user").write_text(self.user)
        self.path = f"{root}/bin:{os.environ['PATH']}"
        for name in ("base", "overlays", "output"):
            shutil.copytree(ROOT / name, f"{self.clone}/{name}")
        self.run("git init -q . && git add . && git commit -qm one")
        self.base = self.run("git rev-parse HEAD").strip()

    def commit(self, change):
        """`change` on top of what the request is to be merged into, and rendered."""
        self.run(f"git reset -q --hard {self.base} && git clean -qfd && {change} && git add . && git commit -qm two --allow-empty")

    def run(self, script, status=0, **variables):
        environment = {
            "PATH": self.path, "HOME": f"{self.root}/home", "SERVER": f"{self.root}/server", "LANG": "C.UTF-8",
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com", **variables}
        done = subprocess.run([*SHELL, script], cwd=self.clone, env=environment, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        expect(done.returncode == status, f"exit status {done.returncode}: {script}\n{done.stdout}")
        return done.stdout

    @property
    def comments(self):
        return [one["body"] for one in json.loads(self.read("server/comments.json"))]

    @property
    def requests(self):
        return [line.split(" ", 2) for line in self.read("server/requests").splitlines()]

    def read(self, name):
        path = Path(self.root, name)
        return path.read_text() if path.exists() else ""

    def forget(self, *names):
        for name in names:
            Path(self.root, name).unlink(missing_ok=True)


class GitHub(Job):
    def review(self, status=0, **inputs):
        """The steps of the action, each with the expressions of its variables filled in."""
        self.forget("path", "outputs", "summary", "server/requests")
        values = {
            "github.server_url": "https://git.example.com", "github.action_repository": "platform/zonal",
            "github.token": "secret", "github.event.pull_request.base.sha": self.base, "github.event.pull_request.number": "7"}
        fill = lambda text: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values[match[1]], text)
        for name, declared in ACTION["inputs"].items():
            values[f"inputs.{name}"] = inputs.get(name, fill(declared["default"]))
        files = {name: f"{self.root}/{path}" for name, path in (
            ("GITHUB_PATH", "path"), ("GITHUB_OUTPUT", "outputs"), ("GITHUB_STEP_SUMMARY", "summary"), ("RUNNER_TEMP", "temporary"))}
        *before, last = ACTION["runs"]["steps"]
        path, said = self.path, ""
        for step in [*before, last]:
            said += self.run(
                step["run"], status if step is last else 0, **files, GITHUB_ACTIONS="true", GITHUB_REPOSITORY="platform/apps",
                GITHUB_API_URL="https://api.example.com", **{name: fill(text) for name, text in step["env"].items()},
                PATH=":".join([*reversed(self.read("path").split()), path]))
        return said

    @property
    def outputs(self):
        return dict(line.split("=", 1) for line in self.read("outputs").splitlines())


class GitLab(Job):
    user = "project_3_bot"

    def review(self, status=0, **inputs):
        values = {name: inputs.get(name, declared.get("default")) for name, declared in SPEC["spec"]["inputs"].items()}
        job = json.loads(re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda match: values[match[1]] or "image",
                                json.dumps(COMPONENT["zonal-review"]).replace(" $[[ inputs.overlays ]]", f" {values['overlays']}")))
        tools = f"{self.root}/server/release/zonal-{VERSION}/bin"
        return self.run(
            "\n".join(job["script"]), status, **job["variables"], CI_MERGE_REQUEST_DIFF_BASE_SHA=self.base,
            CI_API_V4_URL="https://git.example.com/api/v4", CI_PROJECT_ID="3", CI_MERGE_REQUEST_IID="7", ZONAL_TOKEN="secret",
            PATH=f"{tools}:{self.path}")

    @property
    def outputs(self):
        return dict(line.split("=", 1) for line in self.read("clone/zonal.env").splitlines())


def expect_review(text, limit, overlays):
    expect(len(text.encode()) <= limit, f"{len(text.encode())} bytes are too many")
    expect(text.count("```") % 2 == 0, "a fence is cut")
    expect(re.findall(r"^## (.*)", text, re.MULTILINE) == overlays, f"other overlays are shown than {overlays}:\n{text}")


def a_change_is_reviewed(job, limit):
    """Another image in production, and an overlay that was not there."""
    job.commit(f"{PRODUCTION} && cp -r overlays/development overlays/nightly && zonal build -o output/")
    job.review()
    *others, comment = job.comments
    expect(others == OTHERS, "the comments of others are not theirs any more")
    expect_review(comment, limit, ["overlays/nightly", "overlays/production"])
    for shown in ("2.99.0", "<details>", "pods of nats", "restart"):
        expect(shown in comment, f"{shown} is not shown")
    changed, disruptive = job.outputs.values()
    expect(json.loads(changed) == ["overlays/nightly", "overlays/production"], f"changed is {changed}")
    expect(disruptive == "false", f"disruptive is {disruptive}")


def the_comment_is_edited(job, limit):
    job.commit("true")
    job.review()
    *others, comment = job.comments
    expect(others == OTHERS and "renders as before" in comment, f"the comments are {job.comments}")
    expect([method for method, _, _ in job.requests if method != "GET"][-1] in ("PATCH", "PUT"), "the comment is not edited")
    expect(list(job.outputs.values()) == ["[]", "false"], f"the outputs are {job.outputs}")


def what_is_named_is_reviewed(job, limit):
    job.commit(f"{PRODUCTION} && cp -r overlays/development overlays/nightly && zonal build -o output/")
    job.review(overlays="overlays/development" + ("\n" if isinstance(job, GitHub) else " ") + "overlays/production")
    expect_review(job.comments[-1], limit, ["overlays/production"])


def what_is_disruptive_is_said(job, limit):
    job.commit("git rm -qr overlays/staging output/staging")
    job.review()
    expect_review(job.comments[-1], limit, ["overlays/staging"])
    expect(list(job.outputs.values()) == ['["overlays/staging"]', "true"], f"the outputs are {job.outputs}")


def stale_output_fails(job, limit):
    job.commit(PRODUCTION)
    said = job.review(status=1)
    line = "::error file=output/production" if isinstance(job, GitHub) else "output/production is not what"
    expect(line in said, f"no line begins with {line}:\n{said}")
    expect("2.99.0" in job.comments[-1], "there is no comment")


def what_cannot_be_built_fails(job, limit):
    job.commit("echo 'resources: [none.yaml]' > overlays/staging/kustomization.yaml")
    said = job.review(status=2)
    expect("none.yaml" in said and "can't be built" in job.comments[-1], f"it is not said:\n{said}\n{job.comments[-1]}")


def a_refused_comment_fails_nothing(job, limit):
    """As for requests from a fork."""
    job.commit(f"{PRODUCTION} && zonal build -o output/")
    Path(job.root, "server/comments.json").rename(f"{job.root}/server/hidden")
    expect("the comment was not written" in job.review(), "that is not said")
    Path(job.root, "server/hidden").rename(f"{job.root}/server/comments.json")


REVIEWS = (a_change_is_reviewed, the_comment_is_edited, what_is_named_is_reviewed, what_is_disruptive_is_said, stale_output_fails,
           what_cannot_be_built_fails, a_refused_comment_fails_nothing)


def the_release_is_downloaded_and_checked(job, limit):
    job.commit("true")
    job.review()
    for name in (ARCHIVE, "SHA256SUMS"):
        url = f"https://git.example.com/platform/zonal/releases/download/v{VERSION}/{name}"
        expect(["GET", url, ""] in job.requests, f"{url} is not asked for: {job.requests}")
    damaged = f"{job.root}/damaged"
    os.makedirs(damaged)
    for name in (ARCHIVE, "SHA256SUMS"):
        shutil.copy(f"{job.root}/server/release/{name}", damaged)
    with open(f"{damaged}/{ARCHIVE}", "ab") as file:
        file.write(b"\0")
    try:
        job.review(path=damaged)
    except Failed as failure:
        expect("FAILED" in str(failure), f"it fails of something else: {failure}")
    else:
        raise Failed("a damaged release is installed")


def without_a_token_is_only_the_summary(job, limit):
    job.commit(f"{PRODUCTION} && zonal build -o output/")
    before = job.comments
    job.review(token="", path=os.path.realpath(f"{job.root}/server/release"))
    expect(job.comments == before and job.requests == [], "a server is called")
    expect_review(job.read("summary"), limit, ["overlays/production"])


def try_schemas():
    """The definitions, and what the documentation shows of their use."""
    with tempfile.TemporaryDirectory() as scratch:
        shown = {block.path: block.text for block in check.blocks((ROOT / "docs/gitops.md").read_text()) if block.path}
        uses = [step for step in yaml.safe_load(shown[".github/workflows/zonal.yaml"])["jobs"]["review"]["steps"]
                if f"@v{VERSION}" in step["uses"]]
        expect(len(uses) == 1 and set(uses[0].get("with", {})) <= set(ACTION["inputs"]), "the action is used otherwise")
        (include,) = yaml.safe_load(shown[".gitlab-ci.yml"])["include"]
        inputs = SPEC["spec"]["inputs"]
        required = {name for name, declared in inputs.items() if "default" not in declared}
        expect(required <= set(include["inputs"]) <= set(inputs), "the component is included otherwise")
        expect(include["component"].endswith(f"/review@v{VERSION}"), "another version is included")
        Path(scratch, "component.yml").write_text(yaml.safe_dump(COMPONENT))
        for name, text in (("workflow.yml", shown[".github/workflows/zonal.yaml"]), ("push.yml", shown[".github/workflows/push.yaml"]),
                           ("gitlab.yml", shown[".gitlab-ci.yml"])):
            Path(scratch, name).write_text(text)
        for schema, *files in (
                ("github-actions", ROOT / "action.yml"),
                ("github-workflows", *(ROOT / ".github/workflows").iterdir(), f"{scratch}/workflow.yml",
                 f"{scratch}/push.yml"),
                ("gitlab-ci", f"{scratch}/component.yml", f"{scratch}/gitlab.yml")):
            done = subprocess.run(["check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files], text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            expect(done.returncode == 0, done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--dist")
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as root:
        root = os.path.realpath(root)
        release = f"{root}/release"
        os.makedirs(release)
        stand_in_release(release, options.binary)
        if options.dist:
            shutil.rmtree(f"{release}/zonal-{VERSION}")
            for name in (ARCHIVE, "SHA256SUMS"):
                shutil.copy(f"{options.dist}/{name}", release)
            subprocess.run(["tar", "-xf", ARCHIVE], cwd=release, check=True)
        os.environ["PATH"] = f"{release}/zonal-{VERSION}/bin:{os.environ['PATH']}"
        github, gitlab = GitHub(f"{root}/github", release), GitLab(f"{root}/gitlab", release)
        tries = [("the schemas", try_schemas)] + [
            (f"{type(job).__name__}: {review.__name__}", lambda job=job, limit=limit, review=review: review(job, limit))
            for job, limit, reviews in (
                (github, 65_536, (*REVIEWS, the_release_is_downloaded_and_checked, without_a_token_is_only_the_summary)),
                (gitlab, 1_000_000, REVIEWS))
            for review in reviews]
        for name, attempt in tries:
            try:
                attempt()
                passed += 1
            except Failed as failure:
                failed += 1
                print(f"{name}: {failure}", file=sys.stderr)
    print(f"Pipelines: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
