"""Archives that are the same bytes whoever packs them, wherever and whenever: names in their order, no owners, one time."""
import gzip
import io
import lzma
import tarfile
import time
import zipfile


def tar_xz(files, top, epoch):
    """An archive of everything below one directory."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for file in files:
            entry = tarfile.TarInfo(f"{top}/{file.path}")
            entry.size, entry.mtime, entry.mode = len(file.content), epoch, 0o755 if file.executable else 0o644
            archive.addfile(entry, io.BytesIO(file.content))
    return lzma.compress(data.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def gz(content):
    return gzip.compress(content, compresslevel=9, mtime=0)


def zip_file(files, epoch):
    """What a wheel is; the times of a zip file begin in 1980."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.path, date_time=time.gmtime(max(epoch, 315_532_800))[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = (0o100755 if file.executable else 0o100644) << 16
            archive.writestr(entry, file.content)
    return data.getvalue()
