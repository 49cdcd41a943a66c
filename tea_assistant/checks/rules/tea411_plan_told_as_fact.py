"""TEA411: a measure is reported as continued, and its text tells a plan."""

from collections.abc import Iterator

from tea_assistant.checks.carried import carried_texts
from tea_assistant.checks.measures import linked_by, state_of
from tea_assistant.checks.plan_sentences import told_plans
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import Text, all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.paragraphs import Paragraph
from tea_assistant.prose.stale_words import StaleWord


def _check(application: Application) -> Iterator[Finding]:
    # TEA612 looks at the words of a plan in what was carried over.
    carried = {(text.where.file, text.path) for text in carried_texts(application)}
    for text in all_texts(application):
        is_told = text.printed and text.path[-1] != "goal" and (text.where.file, text.path) not in carried
        if not is_told or not _is_continued(application, text):
            continue
        # Each word once, where it stands first.
        words: dict[str, tuple[Paragraph, StaleWord]] = {}
        for paragraph in text.paragraphs:
            for found in told_plans(paragraph.own):
                words.setdefault(found.word.lower(), (paragraph, found))
        if words:
            (paragraph, first), *_ = words.values()
            shown = " und ".join(quoted(" ".join(found.word.split())) for _, found in words.values())
            yield RULE.finding(
                text.where,
                text.path,
                f"Die Maßnahme läuft, der Text spricht aber von einem Plan: {shown}.",
                "Schreiben Sie, was davon schon so ist, seit wann und mit welchem Ergebnis. Was wirklich "
                "noch kommt, ist eine eigene Maßnahme mit dem Stand „geplant“ und einem Datum.",
                text.part,
                place=text.where.prose_place(text.path, *paragraph.place(first.start)),
            )


def _is_continued(application: Application, text: Text) -> bool:
    """Tell whether a text is linked to measures that go on unchanged, and to no other."""
    states = {state_of(application, evidence) for evidence in linked_by(application, text.evidence)}
    return states == {EvidenceState.CONTINUED}


RULE = Rule(
    code="TEA411",
    severity=Severity.HINT,
    title="Plan bei laufender Maßnahme",
    why=(
        "Was läuft, überzeugt; was sein soll, muss erst noch kommen. Ein „soll“ bei einer Maßnahme, die seit "
        "Jahren läuft, lässt die Jury zweifeln, ob es sie gibt."
    ),
    wrong="# Stand: fortgeführt\nstatement: Eine zweite Gruppe soll im Herbst beginnen.",
    right="# Stand: fortgeführt\nstatement: Die zweite Gruppe hat im Herbst 2024 mit zwölf Frauen begonnen.",
    check=_check,
)
