"""TEA311: a number is typed where a reference to the figure would stay right by itself."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.typed_figures import Verdict, typed_figures
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for found in typed_figures(application):
        if found.verdict is Verdict.TYPED:
            mention = found.mention
            yield RULE.finding(
                found.text.where,
                found.text.path,
                f"{mention.token.text} ist von Hand geschrieben und der Wert von "
                f"{quoted(mention.indicator.title)}.",
                f"{{{{{mention.indicator.id}}}}} setzt dieselbe Zahl ein und bleibt richtig, wenn sie sich "
                "ändert.",
                found.text.part,
                place=found.place,
            )


RULE = Rule(
    code="TEA311",
    severity=Severity.HINT,
    title="Kennzahl von Hand getippt",
    why=(
        "Eine getippte Zahl stimmt heute und bei der nächsten Änderung nicht mehr. Ein Verweis setzt sie "
        "immer richtig ein und kann den früheren Wert dazuschreiben."
    ),
    wrong="opening: Die Stadt hat 3.345 Beschäftigte.",
    right="opening: Die Stadt hat {{staff.total}} Beschäftigte.",
    check=_check,
)
