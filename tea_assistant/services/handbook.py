"""The German handbook by its chapters, as `tea help` reads it out."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant import resources
from tea_assistant.patterns import regex

_HEADING = regex(r"(#{2,4}) +(?:\d+\. +)?(.+?) *")
_PICTURE = regex(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = regex(r"\[([^\]]+)\]\([^)]*\)")
_FENCE = "```"


class Chapter(Struct, frozen=True):
    """A chapter of the handbook, with the chapters in it."""

    title: str
    level: int
    text: str


def chapters() -> list[Chapter]:
    """Return the chapters in their order: the handbook itself, then the pages beside it."""
    folder = resources.folder("docs")
    pages = [folder / "handbuch.md", *sorted((folder / "handbuch").glob("*.md"))]
    return [chapter for page in pages if page.is_file() for chapter in _chapters(page.read_text("utf-8"))]


def _chapters(text: str) -> Iterator[Chapter]:
    lines = text.splitlines()
    headings = list(_headings(lines))
    for number, (at, level, title) in enumerate(headings):
        end = next((other for other, its, _ in headings[number + 1 :] if its <= level), len(lines))
        yield Chapter(title, level, _plain("\n".join(lines[at + 1 : end])))


def _headings(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    is_code = False
    for at, line in enumerate(lines):
        if line.startswith(_FENCE):
            is_code = not is_code
        elif not is_code and (found := _HEADING.fullmatch(line)):
            yield at, len(found[1]), found[2].replace("`", "")


def _plain(text: str) -> str:
    """Return what a terminal shows of Markdown: no pictures, no addresses of links."""
    return _LINK.sub(r"\1", _PICTURE.sub(r"(Bild: \1)", text)).strip()
