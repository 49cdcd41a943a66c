"""TEA207: nobody knows when a link was last looked at."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import printed_proofs
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for placed in printed_proofs(application):
        if placed.proof.url and not placed.proof.retrieved:
            yield RULE.finding(
                placed.where,
                (*placed.path, "retrieved"),
                f"{placed.owner}: Beim Link {placed.name} fehlt, wann er abgerufen wurde.",
                "Öffnen Sie den Link und tragen Sie das Datum ein, etwa 2025-01-20.",
                placed.part,
            )


RULE = Rule(
    code="TEA207",
    severity=Severity.WARNING,
    title="Link ohne Abrufdatum",
    why=(
        "Seiten im Internet ändern sich und verschwinden. Erst mit dem Abrufdatum ist ein Link ein "
        "Nachweis, und die nächste Bewerbung weiß, welche Links neu anzusehen sind."
    ),
    wrong="proofs:\n  - {title: Pressemitteilung, url: https://www.musterstadt.example/mentoring}",
    right=(
        "proofs:\n"
        "  - {title: Pressemitteilung, url: https://www.musterstadt.example/mentoring, retrieved: 2025-01-20}"
    ),
    check=_check,
)
