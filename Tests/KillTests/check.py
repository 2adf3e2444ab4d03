#!/usr/bin/env python3
"""Tries the promises of docs/output.md against kills, full disks, and runs that get in each other's way.

    check.py --binary PATH [--share 0.1]

At full scale 2,000 runs are killed, 200 meet a full disk, 200 pairs write into one directory at once, 100 write to a
pipe that closes, and 100 into directories that are not to be written. A disk is a small tmpfs where one can be mounted,
and else a limit on the size of files.
"""
import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

KILLS, FULL_DISKS, PAIRS, PIPES, READ_ONLY = 2000, 200, 200, 100, 100
MAPS = 120


class Broken(Exception):
    """A promise was not kept."""


def expect(holds, what):
    if not holds:
        raise Broken(what)


class Place:
    """Sources and what is rendered of them, with a file of somebody else's in the middle."""

    def __init__(self, binary, path, scratch=None):
        self.binary, self.path = binary, pathlib.Path(path)
        self.app = (scratch or self.path) / "app"
        self.tree, self.file = self.path / "out" / "app", self.path / "out" / "file.yaml"
        self.app.mkdir(parents=True)
        self.tree.mkdir(parents=True)
        (self.app / "kustomization.yaml").write_text("resources: [maps.yaml]\n")
        self.foreign = self.tree / "notes.2024.tmp"
        self.foreign.write_text("theirs\n")
        self.store = self.path / "out" / "store.yaml"
        self.manifest = self.app / "manifest.yml"
        self.manifest.write_text("p: ((p))\nvariables: [{name: p, type: password}]\n")
        self.version = -1

    def write(self, version, count=MAPS, padding=0):
        self.version = version
        text = "---\n".join(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: m%d}, data: {v: v%d, p: %s}}\n"
            % (number, version, "x" * padding)
            for number in range(count)
        )
        (self.app / "maps.yaml").write_text(text)

    def command(self, kind):
        if kind == "store":
            return [self.binary, "interpolate", self.manifest, "--vars-store", self.store]
        if kind == "file":
            return [self.binary, "build", self.app, "-o", self.file]
        return [self.binary, "build", self.app, "-o", str(self.path / "out") + "/", "--layout", "tree"]

    def run(self, kind, **options):
        return subprocess.run(
            self.command(kind), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60, **options)

    def index(self):
        """The hashes that the index gives each name, and whether it says that writing was interrupted."""
        path = self.tree / ".zonal"
        if not path.exists():
            return {}, True
        lines = path.read_text().splitlines()
        hashes = {}
        for line in lines:
            if not line.startswith("#"):
                hashes.setdefault(line[66:], set()).add(line[:64])
        return hashes, any("did not finish" in line for line in lines)

    def rendered(self):
        return sorted(self.tree.glob("configmap-*.yaml"))

    def check_now(self):
        """What holds after any interruption: each file is whole, and the index knows it."""
        expect(self.foreign.read_text() == "theirs\n", "a foreign file was touched")
        hashes, _ = self.index()
        for path in self.rendered():
            content = path.read_bytes()
            expect(hashlib.sha256(content).hexdigest() in hashes.get(path.name, ()),
                   f"{path.name} is not known to the index: {content[:40]!r}")
        if self.file.exists():
            text = self.file.read_text()
            versions = re.findall(r"^  v: (v\d+)$", text, re.MULTILINE)
            expect(len(versions) == MAPS and len(set(versions)) == 1, "the file is neither the old nor the new one")
        if self.store.exists():
            text = self.store.read_text()
            expect(text.startswith("p: ") and text.endswith("\n"), f"the store is not whole: {text!r}")

    def check_end(self, count=MAPS):
        """What holds after the next run: all is as it is to be, and nothing else is there."""
        for kind in ("tree", "file", "store"):
            ended = self.run(kind)
            expect(ended.returncode == 0, f"the next run failed: {ended.stderr}")
        hashes, is_unfinished = self.index()
        expect(not is_unfinished, "the index is not finished")
        expect(len(self.rendered()) == count, "files are missing")
        for path in self.rendered():
            expect(hashes[path.name] == {hashlib.sha256(path.read_bytes()).hexdigest()}, f"{path.name} is another")
            expect(f"v: v{self.version}\n" in path.read_text(), f"{path.name} is out of date")
        names = {path.name for path in self.tree.iterdir()} - {path.name for path in self.rendered()}
        expect(names == {".zonal", self.foreign.name}, f"left behind: {names}")
        names = {path.name for path in (self.path / "out").iterdir()}
        expect(names == {"app", "file.yaml", "store.yaml"}, f"left behind: {names}")
        expect(self.file.read_text().count(f"v: v{self.version}\n") == count, "the file is out of date")
        expect(self.store.stat().st_mode & 0o777 == 0o600, "the store can be read by others")


def kills(binary, scratch, count):
    """Killed at any moment: evenly over the time that a run takes, and a bit more."""
    place = Place(binary, scratch)
    place.write(0)
    place.check_end()
    durations = {}
    for kind in ("tree", "file", "store"):
        place.write(1 if kind == "tree" else 2)
        place.store.unlink(missing_ok=True)
        start = time.monotonic()
        place.run(kind)
        durations[kind] = time.monotonic() - start
    place.check_end()
    killed = 0
    for number in range(count):
        kind = ("tree", "tree", "file", "store")[number % 4]
        place.write(number + 10)
        if kind == "store" and number % 8 == 3:
            place.store.unlink(missing_ok=True)
        process = subprocess.Popen(
            place.command(kind), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, durations[kind] * 1.1))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        place.check_now()
        if number % 20 == 19:
            place.check_end()
    place.check_end()
    return f"{killed} of {count} runs were killed before their end"


def full_disks(binary, scratch, count):
    """A disk that is full, or becomes so: an error and exit 3, and what is there stays whole."""
    disk = scratch / "disk"
    disk.mkdir()
    is_mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], stderr=subprocess.DEVNULL).returncode == 0
    try:
        place = Place(binary, disk, scratch)
        place.write(0)
        place.check_end()
        refused = 0
        for number in range(count):
            kind = ("tree", "file", "store")[number % 3]
            place.write(number + 10, padding=random.choice([0, 100, 2000]))
            if kind == "store":
                place.store.unlink(missing_ok=True)
            filler, options = disk / "filler", {}
            if is_mounted:
                free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
                filler.write_bytes(b"x" * max(0, free - random.choice([0, 0, 4096, 8192, 65536, 300000])))
            else:
                size = random.choice([0, 1, 100, 5000, 20000])
                options["preexec_fn"] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            ended = place.run(kind, **options)
            expect(ended.returncode in (0, 3), f"exit {ended.returncode}: {ended.stderr}")
            if ended.returncode == 3:
                refused += 1
                expect("error: " in ended.stderr, f"no error: {ended.stderr!r}")
                names = {path.name for path in place.tree.iterdir() if path.name.startswith(".zonal-")}
                expect(not names, f"left behind at once: {names}")
            place.check_now()
            filler.unlink(missing_ok=True)
            if number % 10 == 9:
                place.write(number + 10)
                place.check_end()
        place.write(count + 10)
        place.check_end()
        return f"{refused} of {count} runs were refused, on {'a tmpfs' if is_mounted else 'a limit of size'}"
    finally:
        if is_mounted:
            subprocess.run(["umount", disk], check=True)


def pairs(binary, scratch, count):
    """Two at once into one directory: one writes, the other does, too, or says that it can't."""
    place = Place(binary, scratch)
    place.write(0)
    place.check_end()
    refused = 0
    for number in range(count):
        place.write(number + 1)
        place.store.unlink(missing_ok=True)
        kind = ("tree", "store", "file")[number % 3]
        with concurrent.futures.ThreadPoolExecutor(2) as threads:
            ended = list(threads.map(place.run, [kind, kind]))
        codes = sorted(run.returncode for run in ended)
        expect(codes == [0, 0] or kind == "tree" and codes == [0, 3], f"exits {codes}: {ended}")
        refused += codes[1] == 3
        if codes[1] == 3:
            expect(any("another zonal is writing" in run.stderr for run in ended), f"no reason: {ended}")
        if kind == "store":
            expect(ended[0].stdout == ended[1].stdout, "two runs made two values")
            expect(place.store.read_text().strip() in ended[0].stdout, "a value is in no store")
        place.check_now()
        place.check_end()
    return f"{refused} of {count} pairs had one that was refused"


def pipes(binary, scratch, count):
    """A reader that goes away, at once or after some bytes."""
    place = Place(binary, scratch)
    place.write(0, count=5000)
    refused = 0
    for number in range(count):
        process = subprocess.Popen(
            [binary, "build", place.app], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if number % 2:
            process.stdout.read(random.randrange(1, 100_000))
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait()
        expect(code == 3 and "error: " in said, f"exit {code}: {said!r}")
        refused += 1
    return f"{refused} of {count} runs said that nobody reads"


def read_only(binary, scratch, count):
    """A directory that is not to be written, by who is not root."""
    place = Place(binary, scratch)
    place.write(0)
    place.check_end()
    options = {}
    if os.geteuid() == 0:
        options = {"user": 65534, "group": 65534, "extra_groups": []}
        for path in [scratch, *scratch.rglob("*")]:
            os.chown(path, 65534, 65534)
        os.chmod(place.store, 0o600)
    place.write(1)
    before = {path: path.read_bytes() for path in place.path.joinpath("out").rglob("*") if path.is_file()}
    for path in (place.path / "out", place.tree):
        path.chmod(0o555)
    for number in range(count):
        kind = ("tree", "file", "store")[number % 3]
        if kind == "store":
            command = place.command(kind)[:-1] + [place.path / "out" / "new.yaml"]
            ended = subprocess.run(command, capture_output=True, text=True, **options)
        else:
            ended = place.run(kind, **options)
        expect(ended.returncode == 3 and "Permission denied" in ended.stderr,
               f"exit {ended.returncode}: {ended.stderr}")
    after = {path: path.read_bytes() for path in place.path.joinpath("out").rglob("*") if path.is_file()}
    expect(before == after, "something was written")
    for path in (place.path / "out", place.tree):
        path.chmod(0o755)
    return f"{count} of {count} runs were refused"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--share", type=float, default=1.0, help="how much of the full scale")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    binary = os.path.abspath(arguments.binary)
    for suite, scale in [(kills, KILLS), (full_disks, FULL_DISKS), (pairs, PAIRS), (pipes, PIPES), (read_only, READ_ONLY)]:
        scratch = pathlib.Path(tempfile.mkdtemp(prefix="zonal-kills-"))
        scratch.chmod(0o755)
        try:
            said = suite(binary, scratch, max(4, round(scale * arguments.share)))
            print(f"{suite.__name__}: {said}", flush=True)
        except Broken as broken:
            sys.exit(f"{suite.__name__}: {broken} (--seed {arguments.seed}; see {scratch})")
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
