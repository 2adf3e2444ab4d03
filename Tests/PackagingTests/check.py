#!/usr/bin/env python3
"""Installs every package of dist/ as its users would, and looks it over with the tools that those who take packages use.

    check.py --dist DIR

Needs pip, dpkg, lintian, man, mandoc, bash, zsh, fish and hadolint, and root for the empty chroot.
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
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "Packaging"), str(ROOT / "Tests/DocumentationTests")]

import check as documentation  # noqa: E402
import licenses  # noqa: E402
import wheel  # noqa: E402

MIB = 1 << 20
INPUT = {
    "kustomization.yaml": "resources: [nats.yaml]\n",
    "nats.yaml": """\
apiVersion: zonal/v1alpha1
kind: InstanceGroup
metadata: {name: nats}
spec:
  instances: 2
  zones: [z1, z2]
  template: {spec: {containers: [{name: nats, image: "nats:2.12"}]}}
"""}


def run(*command, status=0, **options):
    done = subprocess.run(command, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    assert status is None or done.returncode == status, f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}"
    return done.stdout


class Dist:
    """What `make dist` made, and the tarball unpacked beside it."""

    def __init__(self, directory, scratch):
        self.directory, self.scratch = Path(directory).resolve(), Path(scratch)
        sums = (self.directory / "SHA256SUMS").read_text()
        self.sums = {name: digest for digest, name in (line.split("  ") for line in sums.splitlines())}
        self.tarball, self.wheel, self.package = map(self.only, ("zonal-*.tar.xz", "zonal-*.whl", "zonal_*.deb"))
        started = time.monotonic()
        run("tar", "-xf", self.tarball, "-C", scratch)
        (self.root,) = self.scratch.glob("zonal-*")
        self.binary = self.root / "bin/zonal"
        self.version = run(self.binary, "--version").strip()
        self.input = self.scratch / "input"
        self.input.mkdir()
        for name, text in INPUT.items():
            (self.input / name).write_text(text)
        self.rendered = self.first_build("the tarball", started, self.binary)

    def only(self, pattern):
        (path,) = self.directory.glob(pattern)
        return path

    def first_build(self, what, started, *program, directory=None):
        rendered = run(*program, "build", directory or self.input)
        assert rendered.count("kind: StatefulSet\n") == 2, rendered
        print(f"{time.monotonic() - started:5.1f} s from {what} to a first build")
        return rendered

    def new(self, name):
        path = self.scratch / name
        path.mkdir()
        return path


def sums_are_of_all_files(dist):
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
             for path in dist.directory.iterdir() if path.name != "SHA256SUMS"}
    assert dist.sums == found and list(dist.sums) == sorted(found)


def files_have_their_size(dist):
    for path, limit in ((dist.tarball, 10 * MIB), (dist.package, 10 * MIB), (dist.wheel, 12 * MIB)):
        size = path.stat().st_size
        print(f"{size / MIB:5.2f} MiB  {path.name}")
        assert size <= limit, f"{path.name}: more than {limit} bytes"


def the_program_is_one_static_file(dist):
    assert "statically linked" in run("file", dist.binary) and ", stripped" in run("file", dist.binary)


def the_program_holds_no_path_of_its_build(dist):
    program = dist.binary.read_bytes()
    for path in (b".build/", str(ROOT).encode() + b"/", os.path.expanduser("~").encode() + b"/"):
        assert path not in program, path


def the_program_knows_its_commit(dist):
    known = dict(word.split("=") for word in run(ROOT / "Packaging/revision").split())
    said = json.loads(run(dist.binary, "version", "-o", "json"))
    assert said["version"] == dist.version and said["commit"] == known.get("ZONAL_COMMIT")
    if known:
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(known["SOURCE_DATE_EPOCH"])))
        assert said["date"] == moment
        assert f"commit {known['ZONAL_COMMIT']} of {moment}\n" in run(dist.binary, "version")


def a_tree_without_git_knows_what_the_archive_says(dist):
    """And one that nobody archived knows nothing, also below another repository."""
    tree = dist.new("repository") / "tree"
    (tree / "Packaging").mkdir(parents=True)
    run("git", "init", "-q", tree.parent)
    script = tree / "Packaging/revision"
    shutil.copy(ROOT / "Packaging/revision", script)
    assert run(script) == ""
    script.write_text(script.read_text().replace("$Format:%H %ct$", "abc 12"))
    assert run(script) == "ZONAL_COMMIT=abc SOURCE_DATE_EPOCH=12\n"


def the_version_is_one(dist):
    """In everything that names it."""
    for name, pattern in (
            ("CHANGELOG.md", r"^## (\S+)"), ("pyproject.toml", r'^version = "(.*)"'), ("pyproject.toml", r'"zonal==(.*)"'),
            ("action.yml", r"default: (\d\S*)"), ("docs/gitops.md", r"zonal@v([\d.]+)"), ("docs/gitops.md", r"rev: v(.*)"),
            ("docs/install.md", r"VERSION=([\d.]+)"), ("docs/functions.md", r"zonal-fn:([\d.]+)"),
            ("docs/gitops.md", r"\?ref=v([\d.]+)"), ("deploy/helm/plugin.yaml", r"^version: (.*)"),
            ("deploy/argocd/sidecar.yaml", r"image: zonal:(.*)")):
        versions = re.findall(pattern, (ROOT / name).read_text(), re.MULTILINE)
        assert versions and versions[0] == dist.version, f"{name}: {versions}"


def the_tarball_is_the_same_wherever_it_is_packed(dist):
    with tarfile.open(dist.tarball) as archive:
        entries = archive.getmembers()
    names = [entry.name for entry in entries]
    assert names == sorted(names) and all(name.startswith(f"zonal-{dist.version}/") for name in names)
    assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries} == {(0, 0, "", "")}
    assert len({entry.mtime for entry in entries}) == 1
    assert {entry.name for entry in entries if entry.mode == 0o755} == {
        f"zonal-{dist.version}/bin/{name}" for name in ("zonal", "zonal-review")}
    # The order of files in a directory, the umask, the time zone and the language are not in it.
    again = dist.scratch / "again"
    known = dict(word.split("=") for word in run(ROOT / "Packaging/revision").split())
    run("sh", "-c", 'umask 077 && exec "$0" "$@"', ROOT / "Packaging/dist.py", "--binary", dist.binary,
        "--link-map", ROOT / ".build/zonal.map", "--epoch", known.get("SOURCE_DATE_EPOCH", "0"), "--output", again,
        env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    assert (again / "SHA256SUMS").read_text() == (dist.directory / "SHA256SUMS").read_text()


def commands(binary, *above):
    """The words of every command, as each lists those below it."""
    yield ("zonal", *above)
    _, _, listed = run(binary, *above, "--help").partition("SUBCOMMANDS:")
    for name in re.findall(r"^  ([a-z-]+)(?:, [a-z-]+)* +\S", listed, re.MULTILINE):
        yield from commands(binary, *above, name)


def every_command_has_a_page(dist):
    pages = dist.root / "share/man/man1"
    listed = {"-".join(words) for words in commands(dist.binary)}
    assert {page.stem for page in pages.iterdir()} == {"zonal-review", *listed}
    for page in sorted(pages.iterdir()):
        assert run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page).count("troff:") == 0
        assert run("mandoc", "-T", "lint", "-W", "warning", page) == ""
    text = run("sh", "-c", f"man -E ascii -l {pages}/zonal-build.1 | col -b")
    for shown in ("zonal build [options] [directories ...]", "-o, --output output", "--layout layout", "EXIT STATUS"):
        assert shown in text, shown


def completions_are_read_by_their_shells(dist):
    share = dist.root / "share"
    run("bash", "-c", f". {share}/bash-completion/completions/zonal && complete -p zonal")
    run("zsh", "-n", share / "zsh/site-functions/_zonal")
    assert (share / "zsh/site-functions/_zonal").read_text().startswith("#compdef zonal\n")
    offered = run("fish", "--no-config", "-c", f"source {share}/fish/vendor_completions.d/zonal.fish; complete -C 'zonal pl'",
                  env={**os.environ, "PATH": f"{dist.root}/bin:{os.environ['PATH']}"})
    assert offered.startswith("plan"), offered


def every_kind_has_its_schema(dist):
    for line in run(dist.binary, "schema").splitlines():
        schema = json.loads((dist.root / f"share/zonal/schemas/{line.split()[0]}.json").read_text())
        assert schema["$schema"].endswith("draft-07/schema#"), line


def all_that_is_linked_in_has_its_licence(dist):
    texts = dist.root / "share/doc/zonal/licenses"
    listed = re.findall(r"^  (\S+) +\S", (texts / "README").read_text(), re.MULTILINE)
    assert set(listed) == {path.name for path in texts.iterdir()} - {"README"}
    for name in ("Swift", "libyaml", "re2", "nettle", "gmp", "jemalloc", "glibc", "gcc", "swift-argument-parser", "swift-asn1"):
        assert name in listed, name
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (texts / "glibc/LGPL-2.1").read_text()
    assert "Nettle and GMP are under the GNU Lesser General Public License" in (texts / "README").read_text()


def a_library_without_a_licence_stops_the_packing(dist):
    known = "/usr/lib/libyaml.a(api.o)\n   /x/.build/release/YAML.build/Composer.swift.o (f)\n"
    assert [component.name for component, _ in licenses.linked(known, {"YAML"})] == ["libyaml"]
    for unknown, name in (("/usr/lib/libcurl.a(easy.o)\n", "libcurl.a"), (" /x/Other.build/a.o (f)\n", "Other")):
        try:
            licenses.linked(known + unknown, {"YAML"})
        except licenses.Unknown as error:
            assert name in str(error)
        else:
            raise AssertionError(f"nobody misses the licence of {name}")


def the_debian_package_has_no_mistakes(dist):
    said = run("lintian", "--fail-on", "error", "--tag-display-limit", "0", "--allow-root", dist.package)
    print("".join(f"       lintian: {line}\n" for line in said.splitlines()), end="")
    started = time.monotonic()
    root = dist.new("debian")
    run("dpkg-deb", "-x", dist.package, root)
    dist.first_build("the Debian package", started, root / "usr/bin/zonal")
    assert f" Version: {dist.version}\n" in run("dpkg-deb", "-I", dist.package)
    listed = run("dpkg-deb", "-c", dist.package)
    assert all(line.split()[1] == "root/root" for line in listed.splitlines())
    run("sh", "-c", f"cd {root} && dpkg-deb --ctrl-tarfile {dist.package} | tar -xO ./md5sums | md5sum --check --quiet")


def pip_installs_the_wheel(dist):
    run(sys.executable, "-m", "venv", dist.scratch / "venv")
    pip = [dist.scratch / "venv/bin/pip", "--disable-pip-version-check"]
    started = time.monotonic()
    run(*pip, "install", "--quiet", "--no-index", "--find-links", dist.directory, "zonal")
    dist.first_build("the wheel", started, dist.scratch / "venv/bin/zonal")
    assert f"Version: {dist.version}\n" in run(*pip, "show", "--files", "zonal")
    for platform in ("musllinux_1_1_x86_64", "musllinux_1_2_x86_64", "manylinux2014_x86_64", "manylinux_2_36_x86_64"):
        accepted = run(*pip, "download", "--no-index", "--no-deps", "--only-binary", ":all:", "--find-links", dist.directory,
                       "--platform", platform, "--dest", dist.scratch / platform, "zonal", status=None)
        # pip is told one tag here, where a system has all that are older.
        assert ("Saved" in accepted) == (platform in wheel.PLATFORMS), f"{platform}: {accepted}"
    run(*pip, "uninstall", "--quiet", "--yes", "zonal")
    assert not (dist.scratch / "venv/bin/zonal").exists()


class Image:
    """An empty root with what a Containerfile copies there."""

    def __init__(self, dist, name):
        self.root = dist.new(name)
        lines = [line.split() for line in (dist.directory / name).read_text().splitlines() if line[:1].isupper()]
        arguments = dict(word.split("=") for step, *words in lines if step == "ARG" for word in words)
        filled = [[re.sub(r"\$\{(\w+)\}", lambda match: arguments[match[1]], word) for word in line] for line in lines]
        self.steps = {step: words for step, *words in filled}
        assert self.steps["FROM"] == ["scratch"] and [step for step, *_ in filled].count("ADD") == 1
        source, target = self.steps["ADD"]
        destination = self.root / target.strip("/")
        destination.mkdir()
        run("tar", "-xf", dist.directory / source, "-C", destination)
        self.search = self.steps["ENV"][0].removeprefix("PATH=")
        self.entry = json.loads(" ".join(self.steps["ENTRYPOINT"]))
        # Whatever runs containers mounts /proc, and nothing else is there.
        (self.root / "proc").mkdir()

    def copy(self, tree, place):
        shutil.copytree(tree, self.root / place.strip("/"))
        for path in (self.root, self.root / place.strip("/")):
            path.chmod(0o755)

    def run(self, *words, given="/dev/null"):
        """What starts with the words that follow the entry, as the user that the image names."""
        within = 'mount -t proc proc "$2/proc" && exec < "$1" && exec chroot --userspec="$3" "$2" "$4" "${@:5}"'
        program, *first = self.entry
        return run("unshare", "--mount", "bash", "-c", within, "bash", given, self.root, self.steps["USER"][0],
                   f"{self.search}/{program}", *first, *words)


def the_image_of_the_program_alone_is_enough(dist):
    image = Image(dist, "Containerfile")
    (work,) = image.steps["WORKDIR"]
    image.copy(dist.input, work)
    assert image.run("build", work) == dist.rendered


def the_image_of_the_function_is_enough(dist):
    image = Image(dist, "Containerfile.function")
    given = dist.scratch / "list.yaml"
    group = (dist.input / "nats.yaml").read_text().replace("\n", "\n  ").rstrip(" ")
    given.write_text(f"apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- {group}")
    assert image.run(given=given).count("\n  kind: StatefulSet\n") == 2


def what_the_documentation_says_installs_it(dist):
    """The blocks of docs/install.md that need a release."""
    blocks = [block for block in documentation.blocks((ROOT / "docs/install.md").read_text()) if block.language == "bash"]
    assert len(blocks) == 2
    for block in blocks:
        said = run("bash", "-euo", "pipefail", "-c", block.text, cwd=dist.directory,
                   env={**os.environ, "HOME": str(dist.new(f"home{block.line}"))})
        assert said.endswith(f"{dist.version}\n"), said


def the_containerfiles_are_well_formed(dist):
    for path in dist.directory.glob("Containerfile*"):
        assert f"ARG VERSION={dist.version}\n" in path.read_text()
        for name in re.findall(r"^ADD (\S+)", path.read_text(), re.MULTILINE):
            assert name.replace("${VERSION}", dist.version) in dist.sums, name
        assert run("hadolint", path) == ""


CHECKS = (
    sums_are_of_all_files, files_have_their_size, the_program_is_one_static_file, the_program_holds_no_path_of_its_build,
    the_program_knows_its_commit, a_tree_without_git_knows_what_the_archive_says, the_version_is_one,
    the_tarball_is_the_same_wherever_it_is_packed, every_command_has_a_page, every_kind_has_its_schema, completions_are_read_by_their_shells,
    all_that_is_linked_in_has_its_licence, a_library_without_a_licence_stops_the_packing, the_debian_package_has_no_mistakes,
    pip_installs_the_wheel, the_image_of_the_program_alone_is_enough,
    the_image_of_the_function_is_enough, what_the_documentation_says_installs_it,
    the_containerfiles_are_well_formed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dist", required=True)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        dist = Dist(options.dist, scratch)
        for attempt in CHECKS:
            try:
                attempt(dist)
            except Exception:
                failed += 1
                print(f"{attempt.__name__}: {traceback.format_exc(limit=-1)}", file=sys.stderr)
    print(f"Packages: {len(CHECKS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
