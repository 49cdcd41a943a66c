"""TEA413: a sentence is too long to be understood at first reading."""

from collections.abc import Iterable, Iterator

from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.paragraphs import Paragraph
from tea_assistant.prose.sentences import longest_stretch, sentence_spans, stretches
from tea_assistant.prose.words import word_count

_LONGEST = 40
"""Words; jury texts have about 20 to a sentence."""


def _check(application: Application) -> Iterator[Finding]:
    for text in all_texts(application):
        for words, line, column in _long_sentences(text.paragraphs) if text.printed else ():
            yield RULE.finding(
                text.where,
                text.path,
                f"Dieser Satz hat {words} Wörter.",
                "Zwei oder drei Sätze sagen dasselbe leichter; Aufzählungen sind als Liste klarer.",
                text.part,
                place=text.where.prose_place(text.path, line, column),
            )


def _long_sentences(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int, int]]:
    """Yield how many words each long sentence has, and its line and column in the prose."""
    for paragraph in paragraphs:
        if not paragraph.has_sentences or longest_stretch(paragraph.text) <= _LONGEST:
            continue
        for first, stop in stretches(paragraph.text):
            stretch = paragraph.text[first:stop]
            if len(stretch.split()) > _LONGEST:
                for begin, end in sentence_spans(stretch):
                    if (words := word_count(stretch[begin:end])) > _LONGEST:
                        yield words, *paragraph.place(first + begin)


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
