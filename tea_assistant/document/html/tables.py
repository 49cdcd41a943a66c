"""Tables for the page: with a name, heads that say what they head, and room to scroll of their own."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from tea_assistant.document.html.shapes import closing, inline, tag, text
from tea_assistant.document.leaf import words

_ALIGNED = {"text-align:right": "number", "text-align:center": "middle"}


def tables(tokens: Sequence[Token]) -> Iterator[Token]:
    """Name each table after the heading it stands under, and wrap it so that only it scrolls sideways."""
    heading, count = "", 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = words(tokens[at + 1])
        if token.type == "table_open":
            count += 1
            name = f"doc.table.{count}"
            _head_cells(tokens[at : closing(tokens, at)])
            yield tag("div", 1, **{"class": "scroll"}, role="group", aria_labelledby=name, tabindex="0")
            yield from (token, tag("caption", 1, id=name))
            yield from (inline(text(f"Tabelle {count}: {heading}")), tag("caption", -1))
        elif token.type == "table_close":
            yield from (token, tag("div", -1))
            # What stands right below a table in a list explains its figures.
            if at + 1 < len(tokens) and tokens[at + 1].type == "bullet_list_open":
                tokens[at + 1].attrs["class"] = "notes"
        else:
            yield token


def _head_cells(tokens: Sequence[Token]) -> None:
    """Say of heads what they head: the first cell of a row is one where the others are numbers."""
    numbers = any(t.type == "th_open" and str(t.attrs.get("style", "")).endswith("right") for t in tokens)
    for at, token in enumerate(tokens):
        if token.type not in ("th_open", "td_open"):
            continue
        aligned = _ALIGNED.get(str(token.attrs.pop("style", "")))
        if aligned:
            token.attrs["class"] = aligned
        cell = tokens[at + 1]
        if token.type == "th_open" and words(cell).strip():
            token.attrs["scope"] = "col"
        elif token.type == "td_open" and numbers and tokens[at - 1].type == "tr_open" and words(cell).strip():
            token.tag = tokens[at + 2].tag = "th"
            token.attrs["scope"] = "row"
        else:
            # An empty head would be announced as one.
            token.tag = tokens[at + 2].tag = "td"
