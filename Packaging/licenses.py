"""The licences of everything that is linked into the program.

The linker says in its map which libraries and modules it took. Each must belong to an entry of `COMPONENTS`, and each
entry has the texts that come with it on this machine: a library that nobody thought of stops the packing.
"""
import dataclasses
import functools
import pathlib
import re

COMMON = "/usr/share/common-licenses"
ARCHIVE = re.compile(r"^(/\S+/lib\S+?\.a)\(", re.MULTILINE)
MODULE = re.compile(r"/(\w+)\.build/\S+\.o\b")


@dataclasses.dataclass(frozen=True)
class Component:
    name: str
    license: str
    archives: str = ""  # a pattern of what the linker calls its libraries
    modules: str = ""  # the modules that it is built as, from its sources
    texts: tuple = ()  # beside the sources, with {checkout}, or on the machine


COMPONENTS = (
    Component("Swift", "Apache-2.0 WITH Swift-exception",
              archives=r"/swift_static/linux/lib\w+", texts=("{swift}/usr/share/swift/LICENSE.txt",)),
    Component("swift-argument-parser", "Apache-2.0 WITH Swift-exception",
              modules="ArgumentParser ArgumentParserToolInfo", texts=("{checkout}/LICENSE.txt",)),
    Component("swift-asn1", "Apache-2.0",
              modules="SwiftASN1", texts=("{checkout}/LICENSE.txt", "{checkout}/NOTICE.txt")),
    Component("swift-subprocess", "Apache-2.0 WITH Swift-exception",
              modules="Subprocess _SubprocessCShims", texts=("{checkout}/LICENSE",)),
    Component("swift-system", "Apache-2.0 WITH Swift-exception",
              modules="SystemPackage CSystem", texts=("{checkout}/LICENSE.txt",)),
    Component("libyaml", "MIT", archives="/libyaml", texts=("/usr/share/doc/libyaml-dev/copyright",)),
    Component("re2", "BSD-3-Clause", archives="/libre2", texts=("/usr/share/doc/libre2-dev/copyright",)),
    # Newer versions of RE2 stand on it.
    Component("abseil", "Apache-2.0", archives=r"/libabsl_\w+",
              texts=("/usr/share/doc/libabsl-dev/copyright", f"{COMMON}/Apache-2.0")),
    Component("nettle", "LGPL-3.0-or-later OR GPL-2.0-or-later", archives="/lib(nettle|hogweed)",
              texts=("/usr/share/doc/nettle-dev/copyright", f"{COMMON}/LGPL-3", f"{COMMON}/GPL-3")),
    Component("gmp", "LGPL-3.0-or-later OR GPL-2.0-or-later", archives="/libgmp",
              texts=("/usr/share/doc/libgmp-dev/copyright", f"{COMMON}/LGPL-3", f"{COMMON}/GPL-3")),
    Component("jemalloc", "BSD-2-Clause", archives="/libjemalloc", texts=("/usr/share/doc/libjemalloc-dev/copyright",)),
    Component("glibc", "LGPL-2.1-or-later", archives=r"/(libc|libm|libm-[\d.]+|libmvec|libpthread|libdl)",
              texts=("/usr/share/doc/libc6-dev/copyright", f"{COMMON}/LGPL-2.1")),
    Component("gcc", "GPL-3.0-or-later WITH GCC-exception-3.1", archives=r"/lib(gcc|gcc_eh|stdc\+\+)",
              texts=("/usr/share/doc/libstdc++-{gcc}-dev/copyright", f"{COMMON}/GPL-3")),
)

README = """\
What zonal is made of
=====================

zonal itself is licensed under the Apache License 2.0 (LICENSE, one directory above). The program is one static file, and the
following is linked into it; beside this file are the texts that come with each part.

{rows}

glibc, Nettle and GMP are under the GNU Lesser General Public License: you may change them and link zonal with what you
changed. Everything that takes is public: the sources of zonal and `make build`, which links the libraries that are installed.
"""


class Unknown(Exception):
    """Something is linked in that no component accounts for."""


def linked(link_map, own_modules):
    """The components whose libraries or modules the linker took."""
    archives = set(ARCHIVE.findall(link_map))
    modules = set(MODULE.findall(link_map)) - own_modules
    found = []
    for component in COMPONENTS:
        mine = {path for path in archives if component.archives and re.search(rf"(?:{component.archives})\.a$", path)}
        of_mine = modules & set(component.modules.split())
        if mine or of_mine:
            found.append((component, sorted(mine)))
        archives, modules = archives - mine, modules - of_mine
    if archives or modules:
        raise Unknown(f"linked in without a licence in Packaging/licenses.py: {', '.join(sorted(archives | modules))}")
    return found


@functools.cache
def texts(release):
    """All texts by their names, such as `glibc/copyright`, and a README that lists the components."""
    own = {path.name for path in (release.root / "Sources").iterdir()}
    found, rows = {}, []
    for component, archives in linked(release.link_map.read_text(), own):
        rows.append(f"  {component.name:22} {component.license}")
        for pattern in component.texts:
            path = pathlib.Path(pattern.format(
                checkout=release.root / ".build/checkouts" / component.name, gcc=gcc_version(archives),
                swift=str(archives[0]).split("/usr/lib/swift_static")[0] if archives else ""))
            found[f"{component.name}/{path.name}"] = path.read_bytes()
    found["README"] = README.format(rows="\n".join(rows)).encode()
    return found


def gcc_version(archives):
    """As the directories of GCC's libraries name it."""
    return next((match[1] for path in archives if (match := re.search(r"/gcc/[^/]+/(\d+)/", path))), "")
