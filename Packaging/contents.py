"""What a release holds, whatever it is packed into.

`PARTS` is the one list: each entry makes files, and says where they lie in an archive that is unpacked below a prefix
(`/usr/local`) and where in a Debian package. What is new in a release is one line there.
"""
import dataclasses
import subprocess

import licenses
import manual


@dataclasses.dataclass(frozen=True)
class File:
    path: str
    content: bytes
    executable: bool = False


class Release:
    """The program that is packed, and what it says of itself."""

    def __init__(self, root, binary, link_map, epoch):
        self.root, self.epoch, self.link_map = root, epoch, link_map
        self.binary = binary.resolve()
        self.program = self.binary.read_bytes()
        self.review = (root / "Packaging/review").read_text()
        self.version = self.ask("--version").strip()

    def ask(self, *arguments):
        return subprocess.run([self.binary, *arguments], check=True, capture_output=True, text=True).stdout


def programs(release):
    return {"zonal": release.program, "zonal-review": release.review.encode()}


def completion(shell):
    """Without the line that says what runs it: shells read it, and nobody runs it."""
    return lambda release: release.ask("--generate-completion-script", shell).removeprefix("#!/bin/bash\n").encode()


def schemas(release):
    """What `zonal schema` prints for each kind that it lists."""
    kinds = [line.split()[0] for line in release.ask("schema").splitlines()]
    return {f"{kind}.json": release.ask("schema", kind).encode() for kind in kinds}


def documents(release):
    return {name: (release.root / name).read_bytes() for name in ("README.md", "CHANGELOG.md", "LICENSE")}


def deployments(release):
    """What other programs take to run zonal."""
    found = sorted(path for path in (release.root / "deploy").rglob("*") if path.is_file())
    return {path.relative_to(release.root).as_posix(): path.read_bytes() for path in found}


@dataclasses.dataclass(frozen=True)
class Part:
    make: object  # of a release, files by their names below the place
    place: str
    debian: str = ""  # only where that differs
    executable: bool = False


def named(name, make):
    return lambda release: {name: make(release)}


PARTS = (
    Part(programs, "bin/", executable=True),
    Part(manual.pages, "share/man/man1/"),
    Part(named("zonal", completion("bash")), "share/bash-completion/completions/"),
    Part(named("_zonal", completion("zsh")), "share/zsh/site-functions/", debian="share/zsh/vendor-completions/"),
    Part(named("zonal.fish", completion("fish")), "share/fish/vendor_completions.d/"),
    Part(schemas, "share/zonal/schemas/"),
    Part(documents, "share/doc/zonal/"),
    Part(deployments, "share/zonal/"),
    Part(licenses.texts, "share/doc/zonal/licenses/"),
)


def files(release, is_debian=False):
    """All files by their path below the prefix, in the order of these."""
    found = [
        File((part.debian if is_debian and part.debian else part.place) + name, content, part.executable)
        for part in PARTS for name, content in part.make(release).items()]
    return sorted(found, key=lambda file: file.path)
