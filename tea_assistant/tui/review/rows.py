"""The rows of the way through a review: a sign, a name, and a word for what waits."""

from textual.content import Content

from tea_assistant.review.standing import Standing
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.words import count_text, sign_of, word_of

_SHORTEST = 10
"""Columns that a name gets in any case."""


def draw(standing: Standing, width: int) -> Content:
    """Draw a part, or an item of it, over the whole width."""
    if standing.item.can_be_signed:
        sign, style = sign_of(standing)
        left = plain(f"  {sign} ", style) + plain(standing.item.title)
        word, word_style = word_of(standing)
    else:
        left = plain(standing.item.part_title, "bold $text-primary")
        waiting = len(standing.open_threads)
        counted = f"{standing.signed}/{standing.total}" if standing.total else ""
        word = "  ".join(filter(None, (count_text(waiting) if waiting else "", counted)))
        word_style = "$text-muted"
    right = plain(f" {word} ", word_style)
    room = max(width - right.cell_length, _SHORTEST)
    return left.truncate(room, ellipsis=True, pad=True) + right
