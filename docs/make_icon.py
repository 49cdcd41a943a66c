"""Draws the icon of the program: as SVG for Linux and the web page, as ICO for Windows."""

import struct
from pathlib import Path

import typst

FOLDER = Path(__file__).parents[1] / "tea_assistant" / "web" / "static"
SIZES = (16, 32, 48, 256)
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="14" fill="#5a3aa6"/>
  <path d="M17 9h21l11 11v35H17z" fill="#fbfafe"/>
  <path d="M38 9l11 11H38z" fill="#b7a2f2"/>
  <path d="M24 31h18M24 42h18" stroke="#7a4200" stroke-width="6" stroke-linecap="round"/>
</svg>
"""
"""A sheet of paper with an equals sign."""
_HEAD, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_PAGE = '#set page(width: {0}pt, height: {0}pt, margin: 0pt, fill: none)\n#image("icon.svg", width: 100%)'


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return PNG pictures by their size as one file."""
    at = _HEAD.size + _ENTRY.size * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        # A size of 256 is written as 0.
        entries += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return _HEAD.pack(0, 1, len(pictures)) + entries + b"".join(pictures.values())


def png(size: int) -> bytes:
    """Return the icon as it is drawn at a size."""
    picture = typst.compile(
        {"main.typ": _PAGE.format(size).encode(), "icon.svg": SVG.encode()}, format="png", ppi=72
    )
    assert isinstance(picture, bytes)
    return picture


if __name__ == "__main__":
    (FOLDER / "icon.svg").write_text(SVG, encoding="utf-8", newline="\n")
    (FOLDER / "icon.ico").write_bytes(ico({size: png(size) for size in SIZES}))
