"""Gives the document the shapes that a page has: sections, lists of facts, pictures, harmless links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from markdown_it.token import Token

from tea_assistant.document.leaf import words
from tea_assistant.document.paragraphs import leads_elsewhere, tells_facts
from tea_assistant.patterns import regex

CONTENTS_ID = "doc.contents"
"""Where the contents stand; anchors of headings have no full stop in them."""
_OUTWARD = regex(r"https?://|mailto:|tel:|#", re.IGNORECASE)
"""So begin the links that work in a file that may lie anywhere: what is relative leads nowhere."""


def tag(name: str, nesting: Literal[-1, 1], **attributes: str) -> Token:
    """Make a token that opens (1) or closes (-1) an element of the page."""
    kind = f"{name}_{'open' if nesting > 0 else 'close'}"
    named: dict[str, str | int | float] = {key.replace("_", "-"): value for key, value in attributes.items()}
    return Token(kind, name, nesting, attrs=named, block=name != "a")


def inline(*children: Token) -> Token:
    """Make a token that holds a run of text."""
    return Token("inline", "", 0, children=list(children))


def text(content: str) -> Token:
    """Make a token of plain text."""
    return Token("text", "", 0, content=content)


def sections(tokens: Sequence[Token]) -> Iterator[Token]:
    """Put what a heading stands over into a section; each part ends with a way back to the contents."""
    depths: list[int] = []
    seen: set[str] = set()
    for token in tokens:
        if token.type == "heading_open":
            name = str(token.meta.get("anchor", ""))
            # Two headings may come to the same anchor; a link leads to the first.
            if name and name not in seen:
                token.attrs["id"] = name
                seen.add(name)
            if token.level == 0:
                depth = int(token.tag[1:])
                yield from _left(depths, depth)
                depths.append(depth)
                part = depth == 2 and "id" in token.attrs
                yield tag("section", 1, **({"aria_labelledby": name} if part else {}))
        yield token
    yield from _left(depths, 0)


def _left(depths: list[int], depth: int) -> Iterator[Token]:
    while depths and depths[-1] >= depth:
        if depths.pop() == 2:
            yield from (
                tag("p", 1, **{"class": "back"}),
                inline(tag("a", 1, href=f"#{CONTENTS_ID}"), text("Zum Inhalt"), tag("a", -1)),
                tag("p", -1),
            )
        yield tag("section", -1)


def facts(tokens: Sequence[Token]) -> list[Token]:
    """Turn lists in which every item begins with a label („**Ort:** Herne“) into lists of facts."""
    replaced: dict[int, list[Token]] = {}
    for at, token in enumerate(tokens):
        if token.type == "bullet_list_open":
            end = closing(tokens, at)
            items = [
                (item, closing(tokens, item))
                for item in range(at + 1, end)
                if tokens[item].type == "list_item_open" and tokens[item].level == token.level + 1
            ]
            if all(_label(tokens[item + 2].children) for item, _ in items if item + 2 < len(tokens)):
                replaced[at], replaced[end] = [tag("dl", 1)], [tag("dl", -1)]
                for item, last in items:
                    replaced |= _fact(tokens, item, last)
    return [new for at, token in enumerate(tokens) for new in replaced.get(at, [token])]


def _fact(tokens: Sequence[Token], item: int, last: int) -> dict[int, list[Token]]:
    children = tokens[item + 2].children or []
    label = _label(children)
    rest = children[label:]
    if rest:
        rest[0] = replace(rest[0], content=rest[0].content.lstrip())
    return {
        item: [tag("div", 1), tag("dt", 1)],
        item + 1: [],
        item + 2: [inline(*children[:label]), tag("dt", -1), tag("dd", 1), inline(*rest)],
        item + 3: [],
        last: [tag("dd", -1), tag("div", -1)],
    }


def pictures(tokens: Sequence[Token]) -> Iterator[Token]:
    """Turn paragraphs that are a picture into figures: title, picture, and what it shows in words."""
    for at, token in enumerate(tokens):
        before, after = tokens[max(at - 1, 0)], tokens[min(at + 1, len(tokens) - 1)]
        if token.type == "paragraph_open" and _picture(after) and not token.hidden:
            yield tag("figure", 1)
        elif token.type == "paragraph_close" and _picture(before) and not token.hidden:
            yield tag("figure", -1)
        elif token.type == "inline" and (image := _picture(token)) and not before.hidden:
            yield from _figure(image)
        else:
            yield token


def _figure(image: Token) -> Iterator[Token]:
    if title := str(image.attrs.get("title", "")):
        # Its values stand below, so that its name is enough in the place of the picture.
        image.meta["alt"] = f"Diagramm: {title}"
        yield from (tag("figcaption", 1), inline(text(title)), tag("figcaption", -1))
    yield tag("div", 1, **{"class": "scroll"}, role="group", aria_label="Diagramm", tabindex="0")
    yield from (inline(image), tag("div", -1))
    yield from (tag("details", 1), tag("summary", 1), inline(text("Werte als Text")), tag("summary", -1))
    yield from (tag("p", 1), inline(text(words(image))), tag("p", -1), tag("details", -1))


def links(tokens: Sequence[Token]) -> None:
    """Take away links that would lead nowhere, and mark paragraphs that lead elsewhere or tell facts."""
    for at, token in enumerate(tokens):
        if token.children is not None:
            token.children = list(_outward(token.children))
            if tokens[at - 1].type == "paragraph_open" and (kind := _kind(token.children)):
                tokens[at - 1].attrs["class"] = kind


def _kind(children: Sequence[Token]) -> str:
    return "see" if leads_elsewhere(children) else "told" if tells_facts(children) else ""


def _outward(children: Sequence[Token]) -> Iterator[Token]:
    kept: list[bool] = []
    for child in children:
        if child.type == "link_open":
            kept.append(_OUTWARD.match(str(child.attrs["href"])) is not None)
            child.attrs = {"href": child.attrs["href"]}
        if child.type not in ("link_open", "link_close") or kept[-1]:
            yield child
        if child.type == "link_close":
            kept.pop()


def closing(tokens: Sequence[Token], at: int) -> int:
    """Return where the element ends that a token opens."""
    level = tokens[at].level
    return next(end for end in range(at + 1, len(tokens)) if tokens[end].level == level)


def _label(children: Sequence[Token] | None) -> int:
    """Return how many tokens the label is that a text begins with („**Ort:**“); 0 where there is none."""
    children = children or []
    first = next((at for at, child in enumerate(children) if child.type != "text" or child.content), 0)
    if not children or children[first].type != "strong_open":
        return 0
    end = next(at for at, child in enumerate(children) if child.type == "strong_close") + 1
    label, rest = ("".join(map(words, part)) for part in (children[:end], children[end:]))
    return end if label.endswith(":") and not rest[:1].strip() else 0


def _picture(token: Token) -> Token | None:
    """Return the picture that is all that a run of text holds."""
    children = [child for child in token.children or () if child.type != "text" or child.content]
    return children[0] if len(children) == 1 and children[0].type == "image" else None
