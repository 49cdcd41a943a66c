"""The star of `Mitarbeiter*innen`: between two letters it is text, not emphasis."""

import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline


def gender_star(md: MarkdownIt) -> None:
    """Teach a parser that a star between two letters is text."""
    md.inline.ruler.before("emphasis", "gender_star", _rule)


def is_gender_star(text: str, at: int) -> bool:
    """Tell whether the character at a position is a star between two letters."""
    return (
        text[at] == "*"
        and 0 < at < len(text) - 1
        and text[at + 1].isalpha()
        # An accent may follow its letter as a character of its own.
        and (text[at - 1].isalpha() or unicodedata.combining(text[at - 1]) != 0)
    )


def _rule(state: StateInline, silent: bool) -> bool:
    if not is_gender_star(state.src, state.pos):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True
