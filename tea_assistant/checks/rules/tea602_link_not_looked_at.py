"""TEA602: nobody has looked at a link since the last application."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import printed_proofs
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.dates import is_before
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import reporting_period
from tea_assistant.prose.dates import german_date


def _check(application: Application) -> Iterator[Finding]:
    period = reporting_period(application)
    if period is None:
        return
    for placed in printed_proofs(application):
        retrieved = placed.proof.retrieved
        if placed.proof.url and is_before(retrieved, period.begin):
            yield RULE.finding(
                placed.where,
                (*placed.path, "retrieved"),
                f"{placed.owner}: Den Link {placed.name} hat seit der letzten Bewerbung "
                f"({period.begin:%d.%m.%Y}) niemand angesehen; abgerufen: {german_date(retrieved)}.",
                "Öffnen Sie den Link. Zeigt er noch, was er soll, tragen Sie das heutige Datum ein; sonst "
                "ersetzen Sie ihn.",
                placed.part,
            )


RULE = Rule(
    code="TEA602",
    severity=Severity.WARNING,
    title="Link seit der letzten Runde nicht angesehen",
    why=(
        "In drei Jahren wird fast jeder Internetauftritt einmal umgebaut. Ein toter Link in der Bewerbung "
        "sieht aus, als gäbe es die Sache nicht mehr."
    ),
    wrong=(
        "# letzte Bewerbung: 30. April 2022\n"
        "proofs:\n"
        "  - {title: Mentoring, url: https://www.musterstadt.example/mentoring, retrieved: 2022-01-20}"
    ),
    right=(
        "proofs:\n"
        "  - {title: Mentoring, url: https://www.musterstadt.example/mentoring, retrieved: 2025-02-11}"
    ),
    check=_check,
)
