"""What stands in a prose and does not come onto the page as it is written."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from tea_assistant.patterns import regex
from tea_assistant.prose.inline_places import InlinePlaces, prose_lines
from tea_assistant.prose.links import leads_out
from tea_assistant.prose.markdown import parse
from tea_assistant.prose.remarks import Remark, Remarked, remarks_in

# A table, marks or indentation of nine blocks.
_TABLE = regex(r"-[ \t:]*\||\|[ \t:]*-")
_DEEP = regex(r"[ \t>*+\-.)\d]{9}")
_DEEP_LINE = regex(rf"\n{_DEEP.pattern}")


def unprinted(prose: str) -> tuple[Remarked, ...]:
    """Return what is not printed as it is written, in the order of the text."""
    return _unprinted(prose) if _is_suspect(prose) else ()


def _is_suspect(prose: str) -> bool:
    # A picture, a link or an address for links, and what the patterns look for.
    return (
        "![" in prose
        or "](" in prose
        or "]:" in prose
        or ("|" in prose and _TABLE.search(prose) is not None)
        or _DEEP.match(prose) is not None
        or _DEEP_LINE.search(prose) is not None
    )


@lru_cache(maxsize=1024)
def _unprinted(prose: str) -> tuple[Remarked, ...]:
    remarks: dict[str, Any] = {}
    tokens = parse(prose, remarks)
    lines = prose_lines(prose)
    found = [*remarks_in(remarks), *_unused_addresses(remarks, tokens)]
    found += [each for token in tokens if token.type == "inline" for each in _in_line(token, lines)]
    return tuple(sorted(found, key=lambda each: (each.line, each.column)))


def _unused_addresses(remarks: dict[str, Any], tokens: list[Token]) -> Iterator[Remarked]:
    inside = [child for token in tokens for child in token.children or ()]
    used = {child.attrs.get("href", child.attrs.get("src")) for child in inside}
    for told in remarks.get("references", {}).values():
        if told["href"] not in used:
            yield Remarked(Remark.UNUSED_ADDRESS, told["map"][0], 0)
    for told in remarks.get("duplicate_refs", ()):
        yield Remarked(Remark.UNUSED_ADDRESS, told["map"][0], 0)


def _in_line(token: Token, lines: list[str]) -> Iterator[Remarked]:
    """Yield pictures and links of an inline token that are not printed as such."""
    cursor = 0
    children = token.children or []
    for at_child, child in enumerate(children):
        if child.type == "image":
            remark, begin = Remark.PICTURE, f"![{child.content}]"
        elif child.type == "link_open" and children[at_child + 1].type == "link_close":
            remark, begin = Remark.EMPTY_LINK, "[]("
        elif child.type == "link_open" and _is_dead(child):
            remark, begin = Remark.DEAD_LINK, f"[{children[at_child + 1].content}"
        else:
            continue
        # Marks inside may make it look different; then it stands somewhere behind the last one.
        at = max(token.content.find(begin, cursor), cursor)
        cursor = at + 1
        yield Remarked(remark, *InlinePlaces(token, lines).of(at))


def _is_dead(link: Token) -> bool:
    address = str(link.attrs["href"])
    # One in angle brackets prints its address anyway.
    return link.info != "auto" and not address.startswith("#") and not leads_out(address)
