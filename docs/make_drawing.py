"""Draws docs/rooms.svg: the rooms of the program as the import contracts in pyproject.toml have them."""

import ast
import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DRAWING = Path(__file__).with_name("rooms.svg")
_PACKAGE = "tea_assistant"
_WIDTH, _MARGIN, _GAP = 960, 70, 12
_LINE, _LETTER = 15, 5.9
"""Height of a line and width of a letter of the small text, in pixels."""
_COLOURS = {"screen": "#efe3ff", "files": "#fff1d6", "pure": "#dff3e4"}
_MEANING = {
    "screen": "may know the screen",
    "files": "may read and write files, knows no screen",
    "pure": "values in, values out: no files, no YAML, no screen",
}
_STYLE = (
    "text{font-family:system-ui,'DejaVu Sans',sans-serif;fill:#1d1b26}"
    ".name{font-size:15px;font-weight:bold}.says{font-size:11px}.legend{font-size:12px}"
)


def drawing() -> str:
    """Return the drawing."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    rows = [layer.split(" | ") for layer in layers]
    return _page(rows, {room: _kind(room, contracts) for row in rows for room in row})


def _kind(room: str, contracts: Sequence[Mapping[str, Any]]) -> str:
    forbidden = {
        package
        for each in contracts
        if each["type"] == "forbidden" and f"{_PACKAGE}.{room}" in each["source_modules"]
        for package in each["forbidden_modules"]
    }
    return "pure" if "pathlib" in forbidden else "files" if "textual" in forbidden else "screen"


def _says(room: str) -> str:
    """Return the first sentence of a room's docstring."""
    place = ROOT / _PACKAGE / room
    source = (place / "__init__.py" if place.is_dir() else place.with_suffix(".py")).read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]


def _page(rows: Sequence[Sequence[str]], kinds: Mapping[str, str]) -> str:
    shapes: list[str] = []
    top = _GAP
    for row in rows:
        width = (_WIDTH - _MARGIN - _GAP - _GAP * (len(row) - 1)) / len(row)
        says = [textwrap.wrap(_says(room), int((width - 24) / _LETTER)) for room in row]
        height = 32 + _LINE * max(map(len, says))
        for number, (room, lines) in enumerate(zip(row, says, strict=True)):
            left = _MARGIN + number * (width + _GAP)
            shapes += _box(left, top, width, height, _COLOURS[kinds[room]])
            shapes += _words(left + 12, top + 20, room, lines)
        top += height + _GAP
    shapes += _arrow(top - _GAP)
    for kind, meaning in _MEANING.items():
        shapes += _box(_MARGIN, top, 22, 16, _COLOURS[kind])
        shapes.append(f'<text class="legend" x="{_MARGIN + 32}" y="{top + 13}">{meaning}</text>')
        top += 24
    title = "The rooms of tea_assistant; imports run down only"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" role="img">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n"
        f'<rect width="{_WIDTH}" height="{top}" fill="#ffffff"/>\n' + "\n".join(shapes) + "\n</svg>\n"
    )


def _box(left: float, top: float, width: float, height: float, colour: str) -> Iterator[str]:
    yield (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}" rx="6" '
        f'fill="{colour}" stroke="#6b6580"/>'
    )


def _words(left: float, top: float, room: str, lines: Sequence[str]) -> Iterator[str]:
    yield f'<text class="name" x="{left:.0f}" y="{top:.0f}">{escape(room)}</text>'
    for number, line in enumerate(lines, 1):
        y = top + 2 + number * _LINE
        yield f'<text class="says" x="{left:.0f}" y="{y:.0f}">{escape(line)}</text>'


def _arrow(bottom: float) -> Iterator[str]:
    yield f'<path d="M40 {_GAP} V{bottom - 10:.0f}" stroke="#6b6580" stroke-width="2"/>'
    yield f'<path d="M33 {bottom - 12:.0f} h14 l-7 12 z" fill="#6b6580"/>'
    yield '<text class="legend" transform="translate(28 250) rotate(-90)">imports run down only</text>'


if __name__ == "__main__":
    DRAWING.write_text(drawing(), encoding="utf-8")
