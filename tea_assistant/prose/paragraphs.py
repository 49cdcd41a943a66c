"""The paragraphs of a prose as their author wrote them, for everything that looks at words."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from markdown_it.token import Token

from tea_assistant.patterns import regex
from tea_assistant.prose.inline_places import InlinePlaces, prose_lines
from tea_assistant.prose.markdown import read_once

# What nobody reads as words: code, addresses, and what stands for something else.
_NOT_WORDS = regex(
    r"(?P<ticks>`+)(?!`).{1,300}?(?<!`)(?P=ticks)(?!`)"
    r"|(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?\)"
    r"|<[^<>\s]{1,500}>"
    r"|(?<![\w/])(?:https?://|www\.)[^\s<>()„“”\"]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}",
    re.DOTALL,
)
# A title, a name, or somebody else's words: none of them is for the author to change. What looks back does so
# behind the first mark, so that a text is searched for the marks alone.
_QUOTATIONS = regex(
    r"„[^„“”]{1,300}[“”]|»[^»«]{1,300}«|‚[^‚‘’]{1,300}[‘’]"
    r"|\"(?<!\w\")[^\"]{1,300}\"|'(?<!\w')[^'\n]{1,300}'(?!\w)"
)
_COVER = "〇"
"""A character of words that no German word has."""
_BLOCKS = {"paragraph_open": True, "heading_open": False, "th_open": False, "td_open": False}
"""What holds text, and whether it is made of sentences."""
# A line that begins otherwise may be a list, a table, a heading, a quotation, code, or the address of a link.
_MARKED = regex(r"(?![A-Za-zÄÖÜäöüß„»\"(§\n]|\d+[^\d.)]|\Z)")
_MARKED_LINE = regex(rf"\n{_MARKED.pattern}")
_BLANK_LINES = regex(r"\n\n+")


class Paragraph:
    """A paragraph, an item of a list, a heading or a cell, outside of block quotations."""

    def __init__(self, text: str, *, refers: bool = False, has_sentences: bool = True) -> None:
        self.has_sentences = has_sentences
        """False in headings and cells."""
        self.refers = refers
        """Whether a figure or a measure stands in it."""
        self.text = _NOT_WORDS.sub(_cover, text) if _may_hold_others(text) else text
        """Its text with one word of the same length in place of each reference, code and address."""

    @cached_property
    def own(self) -> str:
        """The text with its quotations covered too."""
        return _QUOTATIONS.sub(_cover, self.text)

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and the column of an offset in the prose, both counted from 0."""
        raise NotImplementedError


class _Parsed(Paragraph):
    """A paragraph that the parser has found."""

    def __init__(self, token: Token, lines: list[str], *, has_sentences: bool) -> None:
        self._token = token
        self._lines = lines
        mentions = [child.meta["mention"] for child in token.children or () if "mention" in child.meta]
        text = token.content
        for mention in mentions:
            text = _covered(text, mention.at, mention.at + len(mention.raw))
        refers = any(mention.closed for mention in mentions)
        super().__init__(text, refers=refers, has_sentences=has_sentences)

    def place(self, at: int) -> tuple[int, int]:
        return InlinePlaces(self._token, self._lines).of(at)


class _Plain(Paragraph):
    """A paragraph of lines without any marks before them."""

    def __init__(self, text: str, first_line: int) -> None:
        super().__init__(text)
        self._written = text
        self._first_line = first_line

    def place(self, at: int) -> tuple[int, int]:
        line = self._written.count("\n", 0, at)
        return self._first_line + line, at - (self._written.rfind("\n", 0, at) + 1)


def paragraphs(prose: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a prose."""
    # Nine texts of ten have nothing but paragraphs, and the parser need not say so.
    return tuple(_plain(prose)) if _is_plain(prose) else _parsed(prose)


def _is_plain(prose: str) -> bool:
    return not (
        "{{" in prose
        or "[[" in prose
        or "\r" in prose
        or "\0" in prose
        or _MARKED.match(prose)
        or _MARKED_LINE.search(prose)
    )


def _may_hold_others(text: str) -> bool:
    """Tell whether a text may have something that nobody reads as words."""
    return "`" in text or "](" in text or "<" in text or "://" in text or "www." in text or "@" in text


def _plain(prose: str) -> Iterator[Paragraph]:
    begin, line = 0, 0
    for blank in (*_BLANK_LINES.finditer(prose), None):
        end = blank.start() if blank else len(prose)
        text = prose[begin:end]
        # Empty lines may stand before the first paragraph, a line may end behind the last one.
        if words := text.strip():
            yield _Plain(words, line + text.startswith("\n"))
        if blank:
            line += prose.count("\n", begin, blank.end())
            begin = blank.end()


@lru_cache(maxsize=1024)
def _parsed(prose: str) -> tuple[Paragraph, ...]:
    # Kept, as a check after each edit meets the same texts again.
    lines = prose_lines(prose)
    found = []
    quotes = 0
    has_sentences = True
    for token in read_once(prose):
        quotes += token.nesting if token.type.startswith("blockquote_") else 0
        has_sentences = _BLOCKS.get(token.type, has_sentences)
        if token.type == "inline" and not quotes:
            found.append(_Parsed(token, lines, has_sentences=has_sentences))
    return tuple(found)


def _cover(match: re.Match[str]) -> str:
    return _covered(match[0], 0, len(match[0]))


def _covered(text: str, begin: int, end: int) -> str:
    # A sentence may begin with it, and no pattern takes it for letters or for a number.
    return text[:begin] + "X".ljust(end - begin, _COVER) + text[end:]
