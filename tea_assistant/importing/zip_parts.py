"""The parts of an Office file before anybody reads them: is it a zip file at all, and does it stay small."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing import limits

TYPES = "[Content_Types].xml"
BROKEN = (
    BadZipFile,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
"""What `zipfile` raises over files that are none."""


def opened(
    data: bytes, *, broken: ForeignFileError, large: ForeignFileError, locked: ForeignFileError
) -> ZipFile:
    """Open a file of parts; raises the error that fits where it is broken, a bomb, or needs a password."""
    try:
        archive = ZipFile(BytesIO(data))
        parts = archive.infolist()
    except BROKEN as error:
        raise broken from error
    # Nothing is unpacked beyond what the list of parts declares, so the list can be trusted here.
    if len(parts) > limits.MAX_PARTS or sum(part.file_size for part in parts) > limits.MAX_UNPACKED:
        raise large
    if any(part.flag_bits & 1 for part in parts):
        raise locked
    return archive


def part_of(archive: ZipFile, name: str, broken: ForeignFileError) -> bytes:
    """Return a part of an opened file; empty where it has none of that name."""
    try:
        return archive.read(name) if name in archive.namelist() else b""
    except BROKEN as error:
        raise broken from error
