"""The one parser for all prose of a dossier: CommonMark and tables, references, gender stars."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tea_assistant.prose.gender_star import gender_star
from tea_assistant.prose.nesting import bounded_nesting
from tea_assistant.prose.plain_text import plain_text
from tea_assistant.prose.references import reference_rules
from tea_assistant.prose.tables import tables_with_references


def parse(text: str, remarks: dict[str, Any] | None = None) -> list[Token]:
    """Read prose; HTML in it is text, and so is every star between two letters.

    What the parser has to remark, as `remarks_in` reads it, goes into `remarks`.
    """
    return _parser().parse(text, {} if remarks is None else remarks)


@lru_cache(maxsize=1024)
def read_once(text: str) -> tuple[Token, ...]:
    """Return the tokens of a prose, which nobody may change; kept for all who look at the same one."""
    return tuple(parse(text))


_ALIKE = frozenset({"text", "softbreak", "hardbreak"})


def own_copy(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens like those that others look at, which may be changed.

    Texts and breaks, which are most of them, stay the same: who wants another one puts it in its place.
    """
    return [token if token.type in _ALIKE else _copy(token) for token in tokens]


def _copy(token: Token) -> Token:
    # Its own way to be made takes three times as long, and a document has hundreds of thousands of them.
    new = Token.__new__(Token)
    new.type, new.tag, new.nesting = token.type, token.tag, token.nesting
    new.attrs, new.map, new.level = dict(token.attrs), token.map, token.level
    new.children = None if token.children is None else own_copy(token.children)
    new.content, new.markup, new.info = token.content, token.markup, token.info
    new.meta, new.block, new.hidden = dict(token.meta), token.block, token.hidden
    return new


@cache
def _parser() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False})
        .use(tables_with_references)
        .use(gender_star)
        .use(reference_rules)
        .use(bounded_nesting)
        .use(plain_text)
    )
