"""TEA117: a link to a measure that the dossier does not have."""

from collections.abc import Iterator

from tea_assistant.checks.linked_ids import linked_ids
from tea_assistant.checks.nearest import suggestion
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.layout import evidence_file


def _check(application: Application) -> Iterator[Finding]:
    known = application.dossier.evidence
    for link in linked_ids(application):
        if link.evidence not in known:
            yield RULE.finding(
                link.where,
                link.path,
                f"{link.owner}: Die verknüpfte Maßnahme „{link.evidence}“ gibt es nicht.",
                suggestion(
                    link.evidence,
                    known,
                    f"Legen Sie {evidence_file(link.evidence)} an, oder nehmen Sie die Verknüpfung heraus.",
                ),
                link.part,
            )


RULE = Rule(
    code="TEA117",
    severity=Severity.ERROR,
    title="Verknüpfte Maßnahme gibt es nicht",
    why=(
        "Die Bewerbung verspräche einen Beleg, der im Maßnahmenverzeichnis fehlt. Meist ist es ein "
        "Tippfehler, oder die Maßnahme wurde gelöscht oder umbenannt."
    ),
    wrong="evidence: [mentoring-frauen]",
    right="evidence: [mentoring-fuer-frauen]    # wie die Datei evidence/mentoring-fuer-frauen.yaml",
    check=_check,
)
