"""The commands that are tried on a case, and what has to hold of each whatever the input is."""

import json
import os
import re

import program

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
OPTIONAL = ("privileged", "runs-as-root", "missing-requests", "missing-readiness", "unused-config")


class Choice:
    """One of the ways to use the program on a case."""

    def __init__(self, case, random):
        self.case, self.random = case, random
        self.target, self.flags = case.target, list(case.flags)

    def command(self):
        """The arguments of a command that fits the case, and a word for what its output is."""
        pick = self.random.choice
        kind, target = self.case.kind, self.target
        common = [] if self.random.random() < 0.8 else ["--diagnostics", "json"]
        if kind == "interpolate" or kind == "bosh" and self.random.random() < 0.2:
            manifest = target if kind == "interpolate" else self.flags[self.flags.index("--bosh") + 1]
            flags = self.flags if kind == "interpolate" else []
            more = pick(
                (
                    [],
                    [],
                    ["--var-errs"],
                    ["--path", pick(("/a", "/name=x/y", "/0/-", "/instance_groups/0/jobs"))],
                    ["-v", "a=b"],
                )
            )
            return ["interpolate", manifest, *flags, *more, *common], "text"
        if kind == "release":
            group = pick(("nats", "gateway", "smoke-tests"))
            if self.random.random() < 0.6:
                return [
                    "instance-group",
                    target,
                    "--group",
                    group,
                    "--base-dir",
                    "tree",
                    *pick(([], ["-o", "out"])),
                    *common,
                ], "text"
            return [
                "template-render",
                "--manifest",
                target,
                "--group",
                group,
                "--base-dir",
                "tree",
                "--output-dir",
                "out",
                "--pod-ordinal",
                pick("01"),
                "--az-index",
                pick("012"),
                "--replicas",
                pick("13"),
                "--pod-ip",
                pick(("10.0.0.1", "::1")),
                *common,
            ], "ruby"
        if kind == "manifests":
            return self.comparison() if self.random.random() < 0.3 else self.checking()
        if kind == "pair" or self.random.random() < 0.15:
            return self.comparison()
        what = self.random.random()
        sources = [target] if kind != "bosh" or self.random.random() < 0.05 else []
        flags = self.flags + (
            pick(
                (
                    ["--strict"],
                    ["--compat"],
                    ["--reorder", "legacy"],
                    ["--enable-managedby-label"],
                    ["--no-initial-rollout"],
                    ["--load-restrictor", "LoadRestrictionsNone"],
                )
            )
            if self.random.random() < 0.1
            else []
        )
        if what < 0.4:
            return ["build", *sources, *flags, *common], "manifest"
        if what < 0.6:
            return [
                "build",
                *sources,
                *flags,
                "-o",
                "out/",
                *pick(([], ["--layout", "tree"], ["--layout", "tree", "--naming", "kustomize"])),
                *pick(([], ["--with-kustomization"])),
                *common,
            ], "output"
        if what < 0.65:
            return ["build", *sources, *flags, "-o", "out/file.yaml", *common], "text"
        if what < 0.75:
            return ["instances", *sources, *flags, "-o", pick(("table", "json", "yaml"))], "instances"
        return self.checking(sources, flags)

    def checking(self, sources=None, flags=()):
        form = self.random.choice(("text", "json", "sarif", "github"))
        flags = [flag for flag in flags if flag != "--verbose"]
        return [
            "check",
            *([self.target] if sources is None else sources),
            *flags,
            "-f",
            form,
            *self.random.choice(([], ["--enable", self.random.choice(OPTIONAL)])),
        ], form

    def comparison(self):
        old, new = ("tree/old", "tree/new") if self.case.kind == "pair" else ("orig" + self.target[4:], self.target)
        if self.random.random() < 0.3:
            old, new = new, old
        if self.random.random() < 0.2:
            form = self.random.choice(("svg", "html", "mermaid", "dot", "json"))
            return ["graph", *self.random.choice(([old, new], [new])), "-f", form], form
        if self.random.random() < 0.5:
            form = self.random.choice(("paths", "unified", "summary", "markdown", "json", "html"))
            return ["diff", old, new, "-f", form], form
        form = self.random.choice(("text", "markdown", "json"))
        return ["plan", old, new, "-f", form], form


def judge(run, form, without=()):
    """What is wrong with one run by itself: a short name of the kind, or None."""
    if run.waited:
        return "waits"
    if run.signal in (24, 9):
        return "hangs"
    if run.signal:
        return f"crashes-{run.signal}"
    if run.memory > program.MEMORY:
        return "memory"
    if run.cpu > program.SECONDS:
        return "hangs"
    if run.code not in (0, 1, 2, 3):
        return f"exits-{run.code}"
    if run.code == 1 and run.arguments[0] not in ("check", "diff", "plan", "build"):
        return "exits-1"
    err = run.err.decode("utf-8", "replace")
    if run.code >= 2:
        if (
            run.out
            and form not in ("json", "sarif", "github", "text")
            or run.out
            and run.arguments[0] in ("build", "interpolate")
        ):
            return "output-of-failure"
        if not err and not run.out:
            return "silent-failure"
        if (
            err
            and "-->" not in err
            and "hint" not in err
            and '"file": ' not in err
            and "Usage:" not in err
            # A mistake in the command line stands in no file, whatever the format.
            and '"ruleId": "usage"' not in err
            and "can't be written" not in err
        ):
            return "message-without-place"
    if "escapes" not in without:
        if CONTROL.search(err):
            return "raw-controls-in-messages"
        if (
            form in ("paths", "summary", "markdown", "html", "github", "text", "table", "svg", "mermaid", "dot")
            and run.arguments[0] in ("check", "diff", "plan", "graph")
            and CONTROL.search(run.out.decode("utf-8", "replace"))
        ):
            return "raw-controls-in-report"
    return judge_json(run, form, err)


def judge_json(run, form, err):
    def refuse(word):
        raise ValueError(word)

    try:
        if "--diagnostics" in run.arguments and err and "Usage:" not in err:
            json.loads(err, parse_constant=refuse)
    except ValueError:
        return "diagnostics-are-no-json"
    try:
        if (
            (form in ("json", "sarif") or form == "instances" and run.arguments[-1] == "json")
            and run.out
            and run.arguments[0] != "interpolate"
        ):
            json.loads(run.out, parse_constant=refuse)
    except ValueError:
        return "output-is-no-json"
    return None


def judge_more(sandbox, run, form, random, is_fresh):
    """What is wrong when the run is done again, or its output is used: slower, so not always."""
    if form == "output" and run.code == 0 and is_fresh:
        before = tree(f"{sandbox.root}/work/out")
        again = sandbox.run(run.arguments)
        if again.code != 0 or tree(f"{sandbox.root}/work/out") != before:
            return "second-build-differs", again
        if any(name.endswith(".tmp") for name in before):
            return "temporary-left", again
        checked = sandbox.run(["check", *without_form(run.arguments[1:]), "-f", "json"])
        if b"stale-output" in checked.out:
            return "stale-at-once", checked
    # A second build into a directory writes nothing and says less.
    elif random.random() < 0.2 and form != "ruby" and not (form == "output" and run.code == 0):
        again = sandbox.run(run.arguments)
        if again != run:
            return "differs-from-run-to-run", again
    if form == "manifest" and run.code == 0 and run.out and random.random() < 0.5:
        os.makedirs(f"{sandbox.root}/work/out", exist_ok=True)
        for name, content in (("manifest.yaml", run.out), ("kustomization.yaml", b"resources: [manifest.yaml]\n")):
            with open(f"{sandbox.root}/work/out/{name}", "wb") as file:
                file.write(content)
        again = sandbox.run(["diff", "out/manifest.yaml", "out/manifest.yaml"])
        if again.code != 0:
            return "output-does-not-parse", again
        again = sandbox.run(["build", "out"])
        problem = judge(again, "manifest")
        if problem:
            return problem, again
        # Annotations of where objects come from are of the first build.
        if (
            again.code == 0
            and b"config.kubernetes.io/" not in run.out
            and sorted(again.out.split(b"\n")) != sorted(run.out.split(b"\n"))
        ):
            return "output-builds-to-something-else", again
    return None, None


def without_form(arguments):
    """What of a build's arguments `check` takes, too."""
    rest, words = [], iter(arguments)
    for word in words:
        if word in ("--layout", "--naming", "--diagnostics"):
            next(words)
        elif word not in ("--with-kustomization", "--verbose"):
            rest.append(word)
    return rest


def tree(folder):
    found = {}
    for directory, _, names in os.walk(folder):
        for name in names:
            path = f"{directory}/{name}"
            status = os.lstat(path)
            found[os.path.relpath(path, folder)] = (status.st_mode, status.st_mtime_ns, status.st_ino)
    return found
