"""Turns the inline tokens of a text into runs: pieces of text, each with all that holds for it."""

from collections.abc import Iterable, Iterator, Mapping

from markdown_it.token import Token

from tea_assistant.patterns import regex
from tea_assistant.prose.glyphs import pieces, stand_in

Run = dict[str, object]
"""`t` the text; `b`, `i`, `c` bold, italic, code; `n` unbroken; `m` for what is missing; `to` a heading,
`url` an address. Or `br` alone: a new line."""

_LONGEST = 70
"""A word of more letters than these may be broken anywhere: no syllables are known in it."""
_BREAK, _STEP = "\u200b", 12
_NAME = regex(r"(?<![\w-])\w-\w{2,15}(?![\w-])")
_MARKS = {"strong": "b", "em": "i"}


class Notes:
    """The addresses of links as notes at the foot of the page, each numbered once."""

    def __init__(self, before: Iterable[str] = ()) -> None:
        self._ids = {url: f"note-{at}" for at, url in enumerate(before)}

    @property
    def addresses(self) -> tuple[str, ...]:
        """All that have a number, in its order: other notes can begin with them."""
        return tuple(self._ids)

    def note(self, run: Run, url: str, shown: str) -> Run:
        """Let a link's last run carry the note with its address, unless the text is the address already."""
        bare = url.removeprefix("mailto:").removeprefix("tel:")
        if shown.strip() in (url, bare) or not bare:
            return run
        known = self._ids.get(url)
        if known:
            return run | {"note": known}
        self._ids[url] = f"note-{len(self._ids)}"
        return run | {"defines": self._ids[url], "shown": bare}


def runs(
    tokens: Iterable[Token], ids: Mapping[str, str], notes: Notes | None = None, *, cautious: bool = False
) -> list[Run]:
    """Return the runs of a text; `ids` are those of the headings by anchor.

    A character that the fonts lack is described in its place; cautiously, also one that may stand badly.
    """
    return list(_runs(tokens, ids, notes, cautious))


def _runs(
    tokens: Iterable[Token], ids: Mapping[str, str], notes: Notes | None, cautious: bool
) -> Iterator[Run]:
    style: Run = {}
    linked: list[Run] = []
    url = ""
    for token in tokens:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in _MARKS:
            if token.nesting > 0:
                style = {**style, _MARKS[kind]: True}
            else:
                style = {key: value for key, value in style.items() if key != _MARKS[kind]}
        elif token.type == "link_open":
            href = str(token.attrs["href"])
            # The title and the contents have no place of their own that a link could lead to.
            style |= ({"to": ids[href[1:]]} if href[1:] in ids else {}) if href[:1] == "#" else {"url": href}
            url, linked = "" if href[:1] == "#" else href, []
        elif token.type == "link_close":
            if url and notes and linked:
                linked[-1] = notes.note(linked[-1], url, "".join(str(run.get("t", "")) for run in linked))
            yield from linked
            style = {key: value for key, value in style.items() if key not in ("to", "url")}
            url, linked = "", []
        else:
            made = list(_made(token, style, cautious))
            if "to" in style or "url" in style:
                linked += made
            else:
                yield from made


def _made(token: Token, style: Run, cautious: bool) -> Iterator[Run]:
    match token.type:
        case "softbreak":
            yield {"t": " ", **style}
        case "hardbreak":
            yield {"br": True}
        case "code_inline":
            yield {"t": breakable(plain(token.content, cautious=cautious)), "c": True, **style}
        case _:
            for piece, shown in pieces(token.content, cautious=cautious):
                if shown:
                    yield from _kept_together(piece, style)
                else:
                    yield {"t": stand_in(piece), "m": True, **style}


def _kept_together(text: str, style: Run) -> Iterator[Run]:
    """Yield a text with names like E-QUALITY apart, which no line may break."""
    at = 0
    for found in _NAME.finditer(text):
        if text[at : found.start()]:
            yield {"t": breakable(text[at : found.start()]), **style}
        yield {"t": found[0], "n": True, **style}
        at = found.end()
    if text[at:]:
        yield {"t": breakable(text[at:]), **style}


def plain(text: str, *, cautious: bool = False) -> str:
    """Return a text as it can be shown, where no piece of it can look different from the others."""
    return "".join(piece if shown else stand_in(piece) for piece, shown in pieces(text, cautious=cautious))


def breakable(text: str) -> str:
    """Let words that are too long for any line break anywhere."""
    if len(text) <= _LONGEST:
        return text
    return "".join(_broken(word) for word in _words(text))


def _words(text: str) -> Iterator[str]:
    at = 0
    for end, character in enumerate(text):
        if character.isspace() or character == "-":
            yield text[at : end + 1]
            at = end + 1
    yield text[at:]


def _broken(word: str) -> str:
    if len(word) <= _LONGEST:
        return word
    return _BREAK.join(word[at : at + _STEP] for at in range(0, len(word), _STEP))
