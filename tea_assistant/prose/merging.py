"""Merges two versions of a text that were written from one: by paragraphs, sentences and words."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.prose.three_way import Region, regions


class MergedText(Struct, frozen=True):
    """A text that holds what both sides wrote."""

    text: str
    clean: bool
    """False where both changed the same place: then the text is a proposal."""


class _Part(Struct, frozen=True):
    """A paragraph, sentence or word, and the white space behind it."""

    text: str
    space: str


class _Level(Struct, frozen=True):
    """A way to cut a text into parts, and what stands between two of them."""

    ends: Callable[[_Part], bool]
    """Whether a part of this kind ends with a word."""
    between: str


_WORD = regex(r"(\S+)(\s*)")
_SENTENCE_END = regex(r"[.!?][\"“”»)\]]*\Z")
_BULLET = regex(r"(?:[-*+]|\d+[.)])\s")
_PARAGRAPHS = _Level(lambda word: word.space.count("\n") > 1, "\n\n")
_SENTENCES = _Level(lambda word: "\n" in word.space or bool(_SENTENCE_END.search(word.text)), " ")
_WORDS = _Level(lambda _: True, " ")
_FINER = {_PARAGRAPHS: _SENTENCES, _SENTENCES: _WORDS}


def merge_texts(base: str, mine: str, theirs: str) -> MergedText:
    """Merge two versions of a text; where both changed the same place, both wordings stand there."""
    if theirs in (mine, base):
        return MergedText(mine, clean=True)
    if mine == base:
        return MergedText(theirs, clean=True)
    return _merged(base, mine, theirs, _PARAGRAPHS)


def joined_texts(mine: str, theirs: str) -> str:
    """Propose one text of two whose common origin nobody knows: what either says stands in it."""
    parts = [_parts(text, _SENTENCES) for text in (mine, theirs)]
    common = {part.text for part in parts[0]} & {part.text for part in parts[1]}
    base = "".join(part.text + part.space for part in parts[0] if part.text in common)
    return merge_texts(base, mine, theirs).text


def _merged(base: str, mine: str, theirs: str, level: _Level) -> MergedText:
    rows = [_parts(text, level) for text in (base, mine, theirs)]
    merged: list[_Part] = []
    clean = True
    for region in regions(rows[0], rows[1], rows[2], key=lambda part: part.text):
        if region.agreed:
            merged.append(_Part(region.mine[0].text, _space(region)))
        elif region.theirs in (region.mine, region.base):
            merged += region.mine
        elif region.mine == region.base:
            merged += region.theirs
        elif grown := _grown(region, level):
            merged += grown
        else:
            part, settled = _settled(region, level)
            merged.append(part)
            clean = clean and settled
    return MergedText(_text(merged, level.between), clean)


def _grown(region: Region[_Part], level: _Level) -> list[_Part]:
    """Merge where one side put something beside what the other rewrote; nothing where that is not so."""
    for added, rewritten in ((region.mine, region.theirs), (region.theirs, region.mine)):
        count = len(region.base)
        if level is _WORDS or not count or len(rewritten) != count:
            continue
        words = [part.text for part in region.base]
        for start in range(len(added) - count + 1):
            stands = added[start : start + count]
            if [part.text for part in stands] == words:
                new = [_Part(part.text, old.space) for part, old in zip(rewritten, stands, strict=True)]
                return [*added[:start], *new, *added[start + count :]]
    return []


def _settled(region: Region[_Part], level: _Level) -> tuple[_Part, bool]:
    """Look closer at a place that both changed; where that does not help, let both stand there."""
    base, mine, theirs = (_text(row, level.between) for row in (region.base, region.mine, region.theirs))
    finer = _FINER.get(level)
    if finer and base and mine and theirs:
        closer = _merged(base, mine, theirs, finer)
        # A sentence made of the words of two says what nobody wrote.
        if closer.clean or level is _PARAGRAPHS:
            return _Part(closer.text, ""), closer.clean
    # What both came to write stands there once.
    shared = 0
    while shared < min(len(region.mine), len(region.theirs)) and region.mine[shared] == region.theirs[shared]:
        shared += 1
    same, mine, theirs = (
        _text(row, level.between)
        for row in (region.mine[:shared], region.mine[shared:], region.theirs[shared:])
    )
    return _Part(same + _both(mine, theirs, level), ""), False


def _both(mine: str, theirs: str, level: _Level) -> str:
    if _holds(mine, theirs):
        return mine
    if _holds(theirs, mine):
        return theirs
    between = level.between
    if "\n" not in mine + theirs:
        between = " "
    elif level is not _PARAGRAPHS and _BULLET.match(theirs):
        between = "\n"
    return mine.rstrip() + between + theirs


def _holds(text: str, other: str) -> bool:
    return not other.strip() or f" {' '.join(other.split())} " in f" {' '.join(text.split())} "


def _space(region: Region[_Part]) -> str:
    base, mine, theirs = region.base[0].space, region.mine[0].space, region.theirs[0].space
    return theirs if mine == base else mine


def _parts(text: str, level: _Level) -> list[_Part]:
    words = text.lstrip()
    parts = [_Part("", text[: len(text) - len(words)])] if words != text else []
    begun: list[str] = []
    for match in _WORD.finditer(words):
        word = _Part(match[1], match[2])
        if level.ends(word) or match.end() == len(words):
            parts.append(_Part("".join((*begun, word.text)), word.space))
            begun.clear()
        else:
            begun += (word.text, word.space)
    return parts


def _text(parts: Sequence[_Part], between: str) -> str:
    """Join parts again; where one side took away what followed, its end needs a space now."""
    spaces = [
        part.space or (between if part.text and follower.text and not part.text[-1].isspace() else "")
        for part, follower in pairwise(parts)
    ]
    return "".join(
        part.text + space
        for part, space in zip(parts, [*spaces, *(p.space for p in parts[-1:])], strict=True)
    )
