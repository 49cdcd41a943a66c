"""TEA412: a paragraph says how much or how often in words alone."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import all_texts
from tea_assistant.checks.vague_words import vague_words
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for text in all_texts(application):
        # A goal names a direction, and its figures stand with the results.
        if not text.printed or text.path[-1] == "goal":
            continue
        for paragraph in text.paragraphs:
            found = () if paragraph.refers or not paragraph.has_sentences else vague_words(paragraph.own)
            if found:
                first = found[0]
                yield RULE.finding(
                    text.where,
                    text.path,
                    f"{quoted(' '.join(first.text.split()))}, und im ganzen Absatz weder Zahl noch Datum.",
                    first.word.asks,
                    text.part,
                    place=text.where.prose_place(text.path, *paragraph.place(first.start)),
                )


RULE = Rule(
    code="TEA412",
    severity=Severity.HINT,
    title="Vage Angabe ohne Zahl und Datum",
    why=(
        "„Regelmäßig“ und „zahlreich“ schreiben alle. Eine Zahl, ein Datum oder der Verweis auf eine "
        "Maßnahme lässt sich prüfen, und daran erinnert sich die Jury."
    ),
    wrong="statement: Es finden regelmäßig Schulungen statt.",
    right="statement: Seit 2022 finden jedes Jahr zwei Schulungen statt.",
    check=_check,
)
