"""TEA413: a sentence is too long to be understood at first reading."""

from collections.abc import Iterator
from functools import lru_cache

from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.paragraphs import paragraphs
from tea_assistant.prose.sentences import sentence_spans
from tea_assistant.prose.words import word_count

_LONGEST = 40
"""Words; jury texts have about 20 to a sentence."""


def _check(application: Application) -> Iterator[Finding]:
    for text in all_texts(application):
        for words, line, column in _long_sentences(text.prose) if text.printed else ():
            yield RULE.finding(
                text.where,
                text.path,
                f"Dieser Satz hat {words} Wörter.",
                "Zwei oder drei Sätze sagen dasselbe leichter; Aufzählungen sind als Liste klarer.",
                text.part,
                place=text.where.prose_place(text.path, line, column),
            )


@lru_cache(maxsize=1024)
def _long_sentences(prose: str) -> tuple[tuple[int, int, int], ...]:
    """Return the words of each long sentence, with its line and column; kept for the next check."""
    return tuple(
        (words, *paragraph.place(begin))
        for paragraph in paragraphs(prose)
        if paragraph.has_sentences
        for begin, end in sentence_spans(paragraph.text)
        if (words := word_count(paragraph.text[begin:end])) > _LONGEST
    )


RULE = Rule(
    code="TEA413",
    severity=Severity.HINT,
    title="Sehr langer Satz",
    why=(
        "Die Jury liest viele Bewerbungen. Ein Satz mit mehr als 40 Wörtern muss zweimal gelesen werden, "
        "oder er wird überflogen."
    ),
    wrong="statement: Das Mentoring, das seit 2017, nachdem der Rat es, wie im Plan …, hat …",
    right="statement: Der Rat hat das Mentoring 2017 beschlossen. Es hat … Es wird …",
    check=_check,
)
