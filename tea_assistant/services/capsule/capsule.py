"""The shape of a capsule: what its files are called, and how they become one zip, always the same."""

import hashlib
import io
import stat
import zipfile
from collections.abc import Mapping
from datetime import date

ENDING = ".tea.zip"
"""Of the names of capsules."""
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
"""In the form of `sha256sum`, so that it can be checked without this program."""
README = "LIESMICH.txt"
DOCUMENT = "dokument/"
"""Before the names of what is handed out."""
DOSSIER = "mappe/"
"""Before the names of what the document was made from; they are those of the dossier."""

LARGEST_FILE = 50_000_000
"""Bytes of one attachment: portals and mail take far less."""
LARGEST_CAPSULE = 300_000_000
"""Bytes of all files together."""
MOST_FILES = 5_000

_FIRST_DAY = date(1980, 1, 1)
"""The calendar of zip files begins here."""


def sum_of(content: bytes) -> str:
    """Return the SHA-256 of a content as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()


def sums_text(sums: Mapping[str, str]) -> str:
    """List sums by name, as `sha256sum` does."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def zip_of(members: Mapping[str, bytes], day: date) -> bytes:
    """Return the zip of these files: the same files and the same day give the same bytes everywhere.

    Nothing is compressed: PDF, Word files and pictures are already, other libraries would compress otherwise,
    and what is stored as it is can be rescued from a damaged file.
    """
    day = max(day, _FIRST_DAY)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            # Otherwise it would tell on which system it was made.
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, members[name])
    return packed.getvalue()
