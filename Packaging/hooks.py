"""What pip asks to install the hooks of pre-commit (PEP 517): a wheel that holds nothing, and needs the one of zonal.

It needs no other package to be made, so that it installs where only zonal's wheel is.
"""
import pathlib
import re

import archives
import wheel
from contents import File

PROJECT = (pathlib.Path(__file__).parent.parent / "pyproject.toml").read_text()


def build_wheel(directory, config_settings=None, metadata_directory=None):
    version = re.search(r'^version = "(.*)"$', PROJECT, re.MULTILINE)[1]
    needed = re.search(r'^dependencies = \["(.*)"\]$', PROJECT, re.MULTILINE)[1]
    info = f"zonal_hooks-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: zonal-hooks\nVersion: {version}\nRequires-Dist: {needed}\n"
    files = [File(f"{info}/METADATA", metadata.encode()), File(f"{info}/WHEEL", wheel.described(["py3-none-any"]).encode())]
    name = f"zonal_hooks-{version}-py3-none-any.whl"
    pathlib.Path(directory, name).write_bytes(archives.zip_file([*files, wheel.record(files, info)], epoch=0))
    return name
