"""The one parser for all prose of a dossier: CommonMark and tables, references, gender stars."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tea_assistant.prose.gender_star import gender_star
from tea_assistant.prose.references import reference_rules
from tea_assistant.prose.tables import tables_with_references


def parse(text: str) -> list[Token]:
    """Read prose; HTML in it is text, and so is every star between two letters."""
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False})
        .use(tables_with_references)
        .use(gender_star)
        .use(reference_rules)
    )
