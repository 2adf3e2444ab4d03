"""A wheel of the program: pip puts the static binary on the PATH, on systems with glibc and with musl."""
import base64
import csv
import hashlib
import io

import archives
import licenses
from contents import File

# The program asks nothing of the system's C library, so the oldest of each that pip has a name for will do.
PLATFORMS = ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "musllinux_1_1_x86_64")


def name(release):
    return f"zonal-{release.version}-py3-none-{'.'.join(PLATFORMS)}.whl"


def make(release):
    """The wheel's bytes (PEP 427)."""
    info = f"zonal-{release.version}.dist-info"
    files = [
        File(f"zonal-{release.version}.data/scripts/zonal", release.program, executable=True),
        File(f"{info}/METADATA", metadata(release).encode()),
        File(f"{info}/WHEEL", described([f"py3-none-{platform}" for platform in PLATFORMS]).encode()),
        File(f"{info}/licenses/LICENSE", (release.root / "LICENSE").read_bytes()),
        *(File(f"{info}/licenses/{path}", content) for path, content in sorted(licenses.texts(release).items())),
    ]
    return archives.zip_file([*files, record(files, info)], release.epoch)


def metadata(release):
    return f"""\
Metadata-Version: 2.1
Name: zonal
Version: {release.version}
Summary: Kubernetes manifests from kustomizations, and stateful groups over availability zones
License: Apache-2.0
Requires-Python: >=3.7
Description-Content-Type: text/markdown

{(release.root / "README.md").read_text()}"""


def described(tags):
    return "Wheel-Version: 1.0\nGenerator: zonal\nRoot-Is-Purelib: false\n" + "".join(f"Tag: {tag}\n" for tag in tags)


def record(files, info):
    """The hash and size of each file, but of the list itself."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for file in files:
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.content).digest()).rstrip(b"=").decode()
        rows.writerow((file.path, f"sha256={digest}", len(file.content)))
    rows.writerow((f"{info}/RECORD", "", ""))
    return File(f"{info}/RECORD", text.getvalue().encode())
