"""TEA441: a text has a character that the PDF's fonts do not have."""

from collections.abc import Iterator

from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.glyphs import is_shown, pieces, stand_in


def _check(application: Application) -> Iterator[Finding]:
    for text in all_texts(application):
        if not text.printed or is_shown(text.prose):
            continue
        for number, line in enumerate(text.prose.split("\n")):
            at = 0
            for piece, shown in pieces(line):
                if not shown:
                    yield RULE.finding(
                        text.where,
                        text.path,
                        f"Im PDF steht hier {stand_in(piece)}: Die Schrift hat das nicht.",
                        "Schreiben Sie in Worten, was das Zeichen sagt, oder lassen Sie es weg.",
                        text.part,
                        place=text.where.prose_place(text.path, number, at),
                    )
                at += len(piece)


RULE = Rule(
    code="TEA441",
    severity=Severity.WARNING,
    title="Zeichen, das die Schrift nicht hat",
    why=(
        "Emoji und manche fremde Schrift kann das PDF nicht drucken, und Vorleseprogramme lesen sie anders "
        "vor als gemeint. Damit nichts still verschwindet, steht dort, welches Zeichen es war."
    ),
    wrong="Unser Aktionstag war ein Erfolg 🎉",
    right="Unser Aktionstag war ein Erfolg.",
    check=_check,
)
