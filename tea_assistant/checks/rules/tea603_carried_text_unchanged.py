"""TEA603: a text stands as it was taken over from an earlier round, and nobody has confirmed it."""

from collections.abc import Iterator

from tea_assistant.checks.carried import CarriedText, carried_texts
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for text in carried_texts(application):
        if said := _said(text):
            yield RULE.finding(
                text.where,
                text.path,
                f"{text.called} {said}.",
                "Lesen Sie den Text, ändern Sie, was nicht mehr stimmt, und bestätigen Sie ihn.",
                text.part,
            )


def _said(text: CarriedText) -> str:
    """Say how the text stands there; empty where somebody has changed it."""
    if text.before is None:
        return f"ist aus {text.origin} übernommen und noch nicht bestätigt"
    # Only words count: a line broken elsewhere is no new text.
    if text.before.split() == text.prose.split():
        return f"lautet noch Wort für Wort wie {text.origin} und ist nicht bestätigt"
    return ""


RULE = Rule(
    code="TEA603",
    severity=Severity.WARNING,
    title="Übernommener Text unverändert",
    why=(
        "Ein Text, der drei Jahre alt ist, erzählt von Plänen, die längst Wirklichkeit oder aufgegeben sind. "
        "Die Jury kennt ihn schon, und sie sucht den Fortschritt."
    ),
    wrong=("opening: |\n  Das Mentoring ist für 2023 geplant.\ncarried: {cycle: 2022, texts: [opening]}"),
    right="opening: |\n  Das Mentoring hat 2023 begonnen und 2024 zwölf Frauen erreicht.",
    check=_check,
)
