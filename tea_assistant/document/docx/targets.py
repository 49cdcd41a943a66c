"""What texts of the Word file point at: addresses, pictures, headings and notes, each with its id."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlsplit

from msgspec import Struct

from tea_assistant.document.docx.xml import OFFICE, PACKAGE, Markup, element, part

_ALLOWED = "!#$%&'()*+,-./:;=?@_~"
"""Beside letters and figures; all others must be written as %20."""

_LONGEST = 2000
"""Word takes no longer address."""


class Relation(Struct, frozen=True):
    """A line in a list of targets."""

    kind: str
    target: str
    outside: bool = False


class Targets:
    """Gives ids to targets in the order in which texts name them."""

    def __init__(self, anchors: Iterable[str], first: Iterable[Relation]) -> None:
        self._relations = {relation: f"rId{at}" for at, relation in enumerate(first, start=1)}
        self._headings = {anchor: at for at, anchor in enumerate(anchors, start=1)}
        self.pictures: dict[str, bytes] = {}
        """The files of pictures by their names in the package."""
        self.notes: list[str] = []
        """The texts of the notes at the foot of pages; the first one has the number 1."""

    def id(self, relation: Relation) -> str:
        """Return the id of a target, a new one where no text has named it before."""
        return self._relations.setdefault(relation, f"rId{len(self._relations) + 1}")

    def address(self, href: str) -> str:
        """Return the id of an address; empty where it is none that Word would open the file with."""
        target = _written(href)
        return self.id(Relation("hyperlink", target, outside=True)) if target else ""

    def picture(self, png: bytes) -> tuple[str, int]:
        """Take a picture along; return its id and its number."""
        name = f"media/bild{len(self.pictures) + 1}.png"
        self.pictures[name] = png
        return self.id(Relation("image", name)), len(self.pictures)

    def heading(self, anchor: str) -> int:
        """Return the number of a heading; 0 for one outside the text, as that of the contents."""
        return self._headings.get(anchor, 0)

    def note(self, shown: str) -> int:
        """Take a note along; return its number, or 0 where the same note stands in the document already."""
        if shown in self.notes:
            return 0
        self.notes.append(shown)
        return len(self.notes)

    def part(self) -> bytes:
        """Return the file of all targets."""
        return relations(self._relations)


def relations(ids: Mapping[Relation, str]) -> bytes:
    """Return a file of targets."""
    return part(element("Relationships", {"xmlns": f"{PACKAGE}/relationships"}, *_lines(ids)))


def link_mark(number: int) -> str:
    """Return the name under which links find a heading; Word keeps such names to itself."""
    return f"_Ref{number:08d}"


def contents_mark(number: int) -> str:
    """Return the name under which the contents find a heading; Word makes these anew with the contents."""
    return f"_Toc{number:08d}"


def _lines(ids: Mapping[Relation, str]) -> Iterator[Markup]:
    for relation, key in ids.items():
        kind = relation.kind if "/" in relation.kind else f"{OFFICE}/relationships/{relation.kind}"
        outside = {"TargetMode": "External"} if relation.outside else {}
        yield element("Relationship", {"Id": key, "Type": kind, "Target": relation.target, **outside})


def _written(href: str) -> str:
    """Write an address so that Word reads it; empty for one that would make it refuse the whole file."""
    # To Word, an address that begins like this is a share in the network, and it would log in there.
    href = f"https:{href}" if href.startswith("//") else href
    target = quote(href, safe=_ALLOWED)
    try:
        urlsplit(target).port  # noqa: B018 (a port that is no number is found out only here)
    except ValueError:
        return ""
    return target if len(target) <= _LONGEST else ""
