"""Finds the references in prose, with the exact place of each."""

from collections.abc import Iterator
from functools import lru_cache

from markdown_it.token import Token
from msgspec import Struct

from tea_assistant.prose.inline_places import InlinePlaces, prose_lines
from tea_assistant.prose.markdown import read_once
from tea_assistant.prose.references import Mention, ReferenceKind


class Reference(Struct, frozen=True):
    """A reference to a figure or a measure, as it stands in a prose."""

    kind: ReferenceKind
    target: str
    """Id of the indicator or measure; what else is written there if it is no id."""
    form: str
    """What is asked of a figure, as in `trend`, or the words that stand for a measure's title, if any."""
    line: int
    column: int
    """Of the opening bracket, both counted from 0."""
    raw: str
    closed: bool = True
    """False where the closing brackets are missing."""


def references(text: str) -> tuple[Reference, ...]:
    """Return the references of a prose in the order of its text, those in code left out."""
    # Texts without any are not kept: they would soon drive out the others.
    return _references(text) if "{{" in text or "[[" in text else ()


@lru_cache(maxsize=1024)
def _references(text: str) -> tuple[Reference, ...]:
    # Kept, as one check asks for them several times, and the next one after an edit meets the same texts.
    lines = prose_lines(text)
    return tuple(
        Reference(mention.kind, mention.target, mention.form, line, column, mention.raw, mention.closed)
        for token in read_once(text)
        if token.type == "inline"
        for mention, line, column in _placed(token, lines)
    )


def _placed(token: Token, lines: list[str]) -> Iterator[tuple[Mention, int, int]]:
    """Yield the references inside an inline token with their lines and columns."""
    mentions = list(_mentions(token))
    if mentions:
        places = InlinePlaces(token, lines)
        for mention, at in mentions:
            yield mention, *places.of(at)


def _mentions(token: Token) -> Iterator[tuple[Mention, int]]:
    """Yield the references inside an inline token with their offsets in its text."""
    cursor = 0
    for child in token.children or ():
        if child.type == "image":
            # The text of a picture is parsed by itself, so its offsets are its own.
            for mention, _ in _mentions(child):
                cursor = token.content.index(mention.raw, cursor) + len(mention.raw)
                yield mention, cursor - len(mention.raw)
        elif "mention" in child.meta:
            mention = child.meta["mention"]
            cursor = mention.at + len(mention.raw)
            yield mention, mention.at
