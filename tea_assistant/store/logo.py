"""Reads the logo of an organisation, and refuses what no document can show or should not carry."""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tea_assistant.model.house_style import Logo, LogoFile, LogoKind
from tea_assistant.store import files

MAX_BYTES = 2_000_000
_KINDS = {".svg": LogoKind.SVG, ".png": LogoKind.PNG, ".jpg": LogoKind.JPG, ".jpeg": LogoKind.JPG}
_PNG, _JPG, _JPG_END = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd9"
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "animate", "set"})
"""What does something instead of being drawn."""
_BROKEN = "Die Bilddatei ist beschädigt."


def read_logo(root: Path, wanted: LogoFile) -> Logo | str:
    """Return the logo, or else in German why there is none to show."""
    path = files.inside(root, wanted.file)
    if path is None:
        return "Die Datei liegt nicht in der Mappe."
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        return "Möglich sind Bilder der Formate SVG, PNG und JPG."
    stamp = files.stamp(path)
    if stamp is None:
        return "Diese Datei gibt es nicht."
    data = _read(path, stamp, kind)
    return data if isinstance(data, str) else Logo(kind, data, wanted.description or "Logo")


@lru_cache(maxsize=8)
def _read(path: Path, _stamp: files.Stamp, kind: LogoKind) -> bytes | str:
    """Read and look through a file once for each of its states."""
    try:
        data = files.read_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        return files.explain(error)
    if len(data) > MAX_BYTES:
        return "Die Datei ist größer als 2 MB."
    if kind is LogoKind.SVG:
        return _svg_problem(data) or data
    whole = _is_whole_png(data) if kind is LogoKind.PNG else _is_whole_jpg(data)
    return data if whole else _BROKEN


def _is_whole_jpg(data: bytes) -> bool:
    return data.startswith(_JPG) and _JPG_END in data[-64:]


def _is_whole_png(data: bytes) -> bool:
    """Tell whether all chunks of a PNG are there and hold what their sums say."""
    if not data.startswith(_PNG):
        return False
    chunks = list(_chunks(data))
    return chunks[:1] == [b"IHDR"] and chunks[-1:] == [b"IEND"] and b"IDAT" in chunks


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, end = data[at + 4 : at + 8], at + 8 + length
        if data[end : end + 4] != struct.pack(">I", zlib.crc32(data[at + 4 : end])):
            return
        yield name
        at = end + 4


def _svg_problem(data: bytes) -> str:
    """Return why an SVG can't be used: it is none, or would load or do something where it is shown."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 (only who has a logo needs it)

    from defusedxml import DefusedXmlException  # noqa: PLC0415 (as above)
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 (as above)

    try:
        drawing = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return _BROKEN
    if not str(drawing.tag).endswith("}svg"):
        return _BROKEN
    for element in drawing.iter():
        name = str(element.tag).rpartition("}")[2]
        attributes = [(str(key), str(value)) for key, value in element.attrib.items()]
        told = [value for _, value in attributes] + ([element.text or ""] if name == "style" else [])
        if name in _ACTIVE or any(map(_loads, told)) or any(_leads_out(*each) for each in attributes):
            return f"Das Bild enthält etwas, das mehr tut als zeichnen: {name}."
    return ""


def _loads(style: str) -> bool:
    """Tell whether a style takes something from elsewhere, or hides that it does."""
    told = "".join(style.lower().split()).replace("'", "").replace('"', "")
    return "@import" in told or "\\" in told or told.count("url(") != told.count("url(#")


def _leads_out(key: str, value: str) -> bool:
    name, told = key.rpartition("}")[2].lower(), value.strip().lower()
    inside = told.startswith(("#", "data:image/png;", "data:image/jpeg;"))
    return name.startswith("on") or (name in ("href", "src") and not inside)
