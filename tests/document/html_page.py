"""Reads a page as a browser would, and is stricter: everything that opens has to close, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "meta", "wbr"})
INLINE = frozenset({"a", "code", "em", "strong", "span", "wbr"})


@dataclass
class Element:
    """An element with what is in it, in order."""

    name: str
    attributes: dict[str, str]
    inside: "list[Element | str]" = field(default_factory=list)

    def all(self, *names: str) -> "list[Element]":
        """Return the elements of these names in it, at any depth; all where no name is given."""
        return [element for element in self._walk() if not names or element.name in names]

    @property
    def text(self) -> str:
        """All words in it; blocks stand apart from one another."""
        parts = (part if isinstance(part, str) else part.text for part in self.inside)
        return "".join(parts) if self.name in INLINE else f"\n{''.join(parts)}\n"

    def _walk(self) -> "Iterator[Element]":
        for part in self.inside:
            if isinstance(part, Element):
                yield part
                yield from part._walk()


def body_words(content: bytes) -> list[str]:
    """Return the words of the parts of the document, without those that only the page has."""
    (main,) = read_page(content).all("main")
    return _without(main).text.split()


def _without(element: Element) -> Element:
    """Leave out the mark of a draft, ways back, names of tables, and the values that a picture shows."""
    kept: list[Element | str] = []
    for part in element.inside:
        if isinstance(part, str):
            kept.append(part)
        elif part.name not in ("caption", "details") and part.attributes.get("class") not in (
            "draft",
            "back",
        ):
            kept.append(_without(part))
    return Element(element.name, element.attributes, kept)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), "an attribute is given twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read_page(content: bytes) -> Element:
    """Read a page; fails where it is not well formed."""
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1, f"left open: {reader.open[-1].name}"
    return reader.open[0]
