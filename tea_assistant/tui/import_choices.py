"""What can be said of the table, a column or a row of an import, as choices."""

from collections.abc import Iterator
from itertools import product

from tea_assistant.importing.figures.meaning import GROUP, Meaning, Wording
from tea_assistant.model.figures import COUNTS, SPLITS
from tea_assistant.services.forms.choices import Choice

OTHER, GUESS = "?", "!"
"""Values of the choices that are no meaning: type another one, let the program guess again."""
_EMPLOYMENT = ("", "full", "part", "part_above_half", "part_below_half")
_SKIP = Meaning(skip=True)


def column_choices(words: Wording, *, names_rows: bool) -> list[Choice]:
    """Return what a column can count, or what its texts can name."""
    return [*_choices(words, _names() if names_rows else _counts()), *_others()]


def row_choices(words: Wording) -> list[Choice]:
    """Return whom a row can count."""
    return [*_choices(words, (*_groups(words), *_sexes(), _SKIP)), *_others()]


def table_choices(words: Wording, title: str) -> list[Choice]:
    """Return whom a table can count; its title may be the name of a unit."""
    unit = " ".join(title.replace(",", " ").replace("=", " ").split())
    units = (meaning.with_splits([("unit", unit)]) for meaning in _groups(words)) if unit else ()
    return [*_choices(words, (*_groups(words), *units)), *_others()]


def _choices(words: Wording, meanings: Iterator[Meaning] | tuple[Meaning, ...]) -> Iterator[Choice]:
    for meaning in meanings:
        text = words.text(meaning)
        yield Choice(text, text)


def _groups(words: Wording) -> list[Meaning]:
    return [Meaning(group=group) for group in words.groups]


def _counts() -> Iterator[Meaning]:
    for kind, count in product(_EMPLOYMENT, COUNTS):
        yield Meaning(count=count).with_splits([("employment", kind)] if kind else [])
    for count in COUNTS[1:]:
        yield Meaning(count=count, percent=True)
    yield _SKIP


def _names() -> Iterator[Meaning]:
    yield from (Meaning(names=name) for name in (GROUP, *SPLITS))
    yield _SKIP


def _sexes() -> Iterator[Meaning]:
    yield from (Meaning(count=count) for count in COUNTS)


def _others() -> tuple[Choice, Choice]:
    return (Choice(OTHER, "Anderes eintippen …"), Choice(GUESS, "Wieder selbst erkennen lassen"))
