"""A Debian package, which is one for Debian's relatives too: the program needs nothing of what they install."""
import dataclasses
import datetime
import email.utils
import hashlib
import os
import pathlib
import subprocess
import tempfile

import archives
from contents import File, files

MAINTAINER = "zonal maintainers <maintainers@zonal.invalid>"

CONTROL = """\
Package: zonal
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Suggests: git, kubernetes-client, ruby
Section: admin
Priority: optional
Description: Kubernetes manifests from kustomizations, with groups over zones
 zonal builds Kubernetes manifests from kustomization files, as kustomize does,
 and turns stateful workloads over availability zones into plain StatefulSets
 and Services. It compares what is rendered, finds what can't work in it, and
 says what a change does to running pods.
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: zonal
Comment: What is linked into the program is under the licenses in /usr/share/doc/zonal/licenses.

Files: *
Copyright: 2026, the authors of zonal
License: Apache-2.0
 On Debian systems, the text of the license is in /usr/share/common-licenses/Apache-2.0.
"""

CHANGELOG = """\
zonal ({version}) unstable; urgency=medium

  * What changed is in CHANGELOG.md beside this file.

 -- {maintainer}  {date}
"""

# The program is meant to be one file that runs on every system.
OVERRIDES = """\
zonal: statically-linked-binary [usr/bin/zonal]
zonal: embedded-library libyaml [usr/bin/zonal]
zonal: embedded-library gmp [usr/bin/zonal]
"""

# Debian has the licence already, and wants what is read through a pager compressed.
LEFT_OUT = ("share/doc/zonal/LICENSE",)
GZIPPED = ("share/man/", "share/doc/zonal/changelog")


def make(release):
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory, "root")
        content = tree(release)
        sums = "".join(f"{hashlib.md5(file.content).hexdigest()}  {file.path}\n" for file in content)
        size = sum(len(file.content) for file in content) // 1024
        control = CONTROL.format(version=release.version, maintainer=MAINTAINER, size=size)
        for file in [*content, File("DEBIAN/control", control.encode()), File("DEBIAN/md5sums", sums.encode())]:
            write(root / file.path, file)
        package = pathlib.Path(directory, "zonal.deb")
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, package], check=True,
            stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)})
        return package.read_bytes()


def tree(release):
    """All files by their path in the system."""
    date = email.utils.format_datetime(datetime.datetime.fromtimestamp(release.epoch, datetime.timezone.utc))
    changelog = CHANGELOG.format(version=release.version, maintainer=MAINTAINER, date=date)
    own = [File("share/doc/zonal/changelog", changelog.encode()), File("share/doc/zonal/copyright", COPYRIGHT.encode()),
           File("share/lintian/overrides/zonal", OVERRIDES.encode())]
    return sorted(map(placed, (file for file in [*files(release, is_debian=True), *own] if file.path not in LEFT_OUT)),
                  key=lambda file: file.path)


def placed(file):
    if file.path.startswith(GZIPPED):
        return File(f"usr/{file.path}.gz", archives.gz(file.content))
    return dataclasses.replace(file, path=f"usr/{file.path}")


def write(path, file):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
    path.chmod(0o755 if file.executable else 0o644)
