"""The paragraphs of a prose as their author wrote them, for everything that looks at words."""

import re
from functools import lru_cache

from markdown_it.token import Token

from tea_assistant.prose.inline_places import InlinePlaces, prose_lines
from tea_assistant.prose.markdown import parse

# What nobody reads as words: code, addresses, and what stands for something else.
_NOT_WORDS = re.compile(
    r"(?P<ticks>`+)(?!`).{1,300}?(?<!`)(?P=ticks)(?!`)"
    r"|(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?\)"
    r"|<[^<>\s]{1,500}>"
    r"|(?<![\w/])(?:https?://|www\.)[^\s<>()„“”\"]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}",
    re.DOTALL,
)
# A title, a name, or somebody else's words: none of them is for the author to change.
_QUOTATIONS = re.compile(
    r"„[^„“”]{1,300}[“”]|»[^»«]{1,300}«|‚[^‚‘’]{1,300}[‘’]|(?<!\w)\"[^\"]{1,300}\"|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)
_COVER = "〇"
"""A character of words that no German word has."""
_BLOCKS = {"paragraph_open": True, "heading_open": False, "th_open": False, "td_open": False}
"""What holds text, and whether it is made of sentences."""


class Paragraph:
    """A paragraph, an item of a list, a heading or a cell, outside of block quotations."""

    def __init__(self, token: Token, lines: list[str], *, has_sentences: bool) -> None:
        self._token = token
        self._lines = lines
        self.has_sentences = has_sentences
        """False in headings and cells."""
        mentions = [child.meta["mention"] for child in token.children or () if "mention" in child.meta]
        self.refers = any(mention.closed for mention in mentions)
        """Whether a figure or a measure stands in it."""
        text = token.content
        for mention in mentions:
            text = _covered(text, mention.at, mention.at + len(mention.raw))
        self.text = _NOT_WORDS.sub(_cover, text)
        """Its text with one word of the same length in place of each reference, code and address."""
        self.own = _QUOTATIONS.sub(_cover, self.text)
        """The same with its quotations covered too."""

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and the column of an offset in the prose, both counted from 0."""
        return InlinePlaces(self._token, self._lines).of(at)


@lru_cache(maxsize=1024)
def paragraphs(prose: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a prose; kept, as a check after each edit meets the same texts again."""
    lines = prose_lines(prose)
    found = []
    quotes = 0
    has_sentences = True
    for token in parse(prose):
        quotes += token.nesting if token.type.startswith("blockquote_") else 0
        has_sentences = _BLOCKS.get(token.type, has_sentences)
        if token.type == "inline" and not quotes:
            found.append(Paragraph(token, lines, has_sentences=has_sentences))
    return tuple(found)


def _cover(match: re.Match[str]) -> str:
    return _covered(match[0], 0, len(match[0]))


def _covered(text: str, begin: int, end: int) -> str:
    # A sentence may begin with it, and no pattern takes it for letters or for a number.
    return text[:begin] + "X".ljust(end - begin, _COVER) + text[end:]
