#!/usr/bin/env python3
"""Packs a built program: everything that a release consists of, into one directory.

    dist.py --binary .build/zonal --link-map PATH --epoch SECONDS --output dist/

`--link-map` is what the linker wrote about the program (-Map), from which follows whose licences it is under; `--epoch` is the
time of everything that has one. The same program is packed into the same bytes.
"""
import argparse
import hashlib
import os
import pathlib
import sys

sys.dont_write_bytecode = True

import archives  # noqa: E402
import debian  # noqa: E402
import wheel  # noqa: E402
from contents import Release, files  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent


def tarball(release):
    return archives.tar_xz(files(release), f"zonal-{release.version}", release.epoch)


def containerfile(name):
    """With the version, which names what is copied."""
    return lambda release: (ROOT / "Packaging/containers" / name).read_text().replace(
        "ARG VERSION", f"ARG VERSION={release.version}").encode()


# What lies in dist/: the name of each file, and who makes it.
PRODUCTS = (
    (lambda release: f"zonal-{release.version}-linux-x86_64.tar.xz", tarball),
    (lambda release: f"zonal_{release.version}_amd64.deb", debian.make),
    (wheel.name, wheel.make),
    (lambda release: "Containerfile", containerfile("Containerfile")),
    (lambda release: "Containerfile.function", containerfile("Containerfile.function")),
    (lambda release: "Containerfile.pipeline", containerfile("Containerfile.pipeline")),
)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, type=pathlib.Path)
    parser.add_argument("--link-map", required=True, type=pathlib.Path)
    parser.add_argument("--epoch", required=True, type=int)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    options = parser.parse_args()
    os.umask(0o022)  # what is packed has no mode of who packs it
    release = Release(ROOT, options.binary, options.link_map, options.epoch)
    made = {name(release): make(release) for name, make in PRODUCTS}
    sums = "".join(f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made))
    options.output.mkdir(parents=True, exist_ok=True)
    for name, content in {**made, "SHA256SUMS": sums.encode()}.items():
        (options.output / name).write_bytes(content)
        print(f"{len(content):>10}  {options.output / name}")


if __name__ == "__main__":
    main()
