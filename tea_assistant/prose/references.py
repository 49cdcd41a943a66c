"""References in prose as tokens of their own: `{{indicator|form}}` and `[[measure|words]]`."""

from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from msgspec import Struct

_LONGEST = 200
"""Brackets further apart than this belong to no reference."""
_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")


class ReferenceKind(StrEnum):
    """What a reference points at; the value is the type of its token."""

    FIGURE = "figure_reference"
    EVIDENCE = "evidence_reference"


class Mention(Struct, frozen=True):
    """A reference as it is written, and where its opening bracket stands in the inline text."""

    kind: ReferenceKind
    target: str
    form: str
    """What is asked of a figure, or the words that stand for a measure's title."""
    raw: str
    closed: bool
    """False where the closing brackets are missing: it prints as the text it is."""
    at: int


def reference_rules(md: MarkdownIt) -> None:
    """Teach a parser both kinds of references; inside code they stay code, after a backslash text."""
    md.inline.ruler.before("link", "figure_reference", _figure)
    md.inline.ruler.before("link", "evidence_reference", _evidence)


def _figure(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    inner = _inside(state, "}}", forbidden="{\n")
    if inner is None:
        inner = _run_of_id(state.src, state.pos + 2, state.posMax)
        return bool(inner) and _push(state, silent, ReferenceKind.FIGURE, inner, closed=False)
    return _push(state, silent, ReferenceKind.FIGURE, inner, closed=True)


def _evidence(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    inner = _inside(state, "]]", forbidden="[\n")
    if inner is not None:
        return _push(state, silent, ReferenceKind.EVIDENCE, inner, closed=True)
    inner = _run_of_id(state.src, state.pos + 2, state.posMax)
    end = state.pos + 2 + len(inner)
    # `[[anlage](…)]` is a link in brackets and `[[sic` a word: only what ends like an id was meant as one.
    meant = state.src[end : end + 1] in ("", "\n", "]") and state.src[end + 1 : end + 2] not in ("(", "[")
    return bool(inner) and meant and _push(state, silent, ReferenceKind.EVIDENCE, inner, closed=False)


def _inside(state: StateInline, closing: str, *, forbidden: str) -> str | None:
    start = state.pos + 2
    end = state.src.find(closing, start, min(state.posMax, start + _LONGEST))
    if end < 0:
        return None
    inner = state.src[start:end]
    return None if any(character in inner for character in forbidden) else inner


def _run_of_id(text: str, start: int, end: int) -> str:
    at = start
    while at < min(end, start + _LONGEST) and text[at] in _ID:
        at += 1
    return text[start:at]


def _push(state: StateInline, silent: bool, kind: ReferenceKind, inner: str, *, closed: bool) -> bool:
    end = state.pos + 2 + len(inner) + (2 if closed else 0)
    if not silent:
        # A bar may be written as in a table, with a backslash.
        target, _, form = inner.replace("\\|", "|").partition("|")
        raw = state.src[state.pos : end]
        token = state.push(kind.value, "", 0)
        token.content = raw
        token.meta = {"mention": Mention(kind, target.strip(), form.strip(), raw, closed, state.pos)}
    state.pos = end
    return True
