"""Prose as people edit it: a paragraph is one line on screen, however the file breaks it."""

import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from tea_assistant.prose.markdown import parse

_LONGEST = 100_000
"""Characters up to which a text is taken apart; a longer one is edited as it stands."""
_NARROWEST = 40
"""Whoever breaks lines shorter than this means the breaks."""
_HARD_BREAKS = ("  ", "\\")


class FlowingText:
    """A text with the line breaks of its file, and the same text without those that only fill lines.

    Texts written by hand in a file are broken at some column. On a screen of another width such lines look
    ragged, so they are joined for editing; what is not edited keeps its breaks, and what is gets new ones.
    """

    def __init__(self, written: str, *, as_it_stands: bool = False) -> None:
        lines = written.split("\n")
        whole = as_it_stands or len(written) > _LONGEST or len(lines) == 1
        self._pieces = [[line] for line in lines] if whole else list(_pieces(written, lines))
        self._flowing = [_joined(piece) for piece in self._pieces]
        broken = [line for piece in self._pieces if len(piece) > 1 for line in piece]
        self._width = max(map(len, broken), default=0)

    @property
    def flowing(self) -> str:
        """The text for editing."""
        return "\n".join(self._flowing)

    def written_as(self, flowing: str) -> str:
        """Return an edited text with line breaks as in the file; untouched paragraphs keep theirs."""
        if flowing == self.flowing:
            return "\n".join(line for piece in self._pieces for line in piece)
        if not self._width:
            return flowing
        lines = flowing.split("\n")
        matcher = SequenceMatcher(None, self._flowing, lines, autojunk=False)
        written: list[str] = []
        for what, start, end, new_start, new_end in matcher.get_opcodes():
            if what == "equal":
                written += [line for piece in self._pieces[start:end] for line in piece]
            else:
                written += [broken for line in lines[new_start:new_end] for broken in self._broken(line)]
        text = "\n".join(written)
        # A break before a dash would begin a list: then the text is better left alone.
        return text if FlowingText(text).flowing == flowing else flowing

    def _broken(self, line: str) -> list[str]:
        if len(line) <= self._width or line != line.strip():
            return [line]
        return textwrap.wrap(
            line, self._width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
        )


def _joined(piece: list[str]) -> str:
    first, *rest = piece
    return " ".join([first.rstrip() if rest else first, *(line.strip() for line in rest)])


def _pieces(written: str, lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of a text, those of one flow together."""
    width = max(map(len, lines))
    # Where an empty line stands between any two others, as in what is written on screen, nothing goes on.
    may_go_on = width >= _NARROWEST and any(one.strip() and other.strip() for one, other in pairwise(lines))
    joinable = set(_inside_paragraphs(written)) if may_go_on else set()
    piece = [lines[0]]
    for number, line in enumerate(lines[1:], start=1):
        before = lines[number - 1]
        # A word that would have fitted into the line before was put into a line of its own.
        fills = len(before) + 1 + len(line.strip().split(" ", 1)[0]) > width
        if number in joinable and fills and not before.endswith(_HARD_BREAKS):
            piece.append(line)
        else:
            yield piece
            piece = [line]
    yield piece


def _inside_paragraphs(written: str) -> Iterator[int]:
    """Yield the lines that go on with the paragraph of the line before; those of quotations stay apart."""
    quotations = 0
    before = ""
    for token in parse(written):
        if token.type == "blockquote_open":
            quotations += 1
        elif token.type == "blockquote_close":
            quotations -= 1
        elif token.type == "inline" and before == "paragraph_open" and token.map and not quotations:
            yield from range(token.map[0] + 1, token.map[1])
        before = token.type
