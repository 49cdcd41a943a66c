"""TEA612: a text taken over from an earlier round still speaks of a plan, though the measure runs."""

from collections.abc import Iterator

from tea_assistant.checks.carried import CarriedText, carried_texts
from tea_assistant.checks.measures import in_effect, linked_by
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Place
from tea_assistant.prose.stale_words import plan_words


def _check(application: Application) -> Iterator[Finding]:
    for text in carried_texts(application):
        if not _tells_of_something_running(application, text):
            continue
        # Each word once, where it stands first.
        words = {found.word.lower(): found for found in reversed(plan_words(text.prose))}
        if words:
            first, *_ = in_order = sorted(words.values(), key=lambda found: found.start)
            shown = " und ".join(quoted(found.word) for found in in_order)
            yield RULE.finding(
                text.where,
                text.path,
                f"{text.called} ist aus {text.origin} übernommen und spricht noch von einem Plan: {shown}.",
                "Ist es so gekommen? Dann schreiben Sie, seit wann und mit welchem Ergebnis; wenn nicht, "
                "warum.",
                text.part,
                place=_place(text, first.start),
            )


def _tells_of_something_running(application: Application, text: CarriedText) -> bool:
    measures = linked_by(application, text.evidence)
    return any(in_effect(application, evidence) for evidence in measures)


def _place(text: CarriedText, offset: int) -> Place:
    before = text.prose[:offset]
    return text.where.prose_place(text.path, before.count("\n"), offset - (before.rfind("\n") + 1))


RULE = Rule(
    code="TEA612",
    severity=Severity.HINT,
    title="Alter Plan in übernommenem Text",
    why=(
        "„In Planung“ stand schon in der letzten Bewerbung. Ist die Maßnahme inzwischen da, verschenkt der "
        "alte Satz den Fortschritt; ist sie es nicht, fragt die Jury nach."
    ),
    wrong="statement: Für 2023 ist ein Mentoring in Planung.    # übernommen aus 2022",
    right="statement: Das Mentoring hat 2023 begonnen und bisher zwölf Frauen erreicht.",
    check=_check,
)
