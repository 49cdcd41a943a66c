"""TEA501: a reviewer asks for a change, and nobody says that it was made."""

from collections.abc import Iterator

from tea_assistant.checks.reviews import open_threads, said, source_of
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for thread, item in open_threads(application, for_change=True):
        yield RULE.finding(
            source_of(application, item),
            item.path,
            f"Bitte um Änderung von {said(application, thread, item)}",
            f"Ändern Sie die Stelle und melden Sie es: tea review --resolve {thread.ref}. Was so bleiben "
            f"soll, begründen Sie mit einer Antwort: tea review --answer {thread.ref}",
            item.part,
        )


RULE = Rule(
    code="TEA501",
    severity=Severity.WARNING,
    title="Bitte um Änderung offen",
    why=(
        "Jemand hat diese Stelle geprüft und hält sie so nicht für richtig. Bis das geklärt ist, sollte sie "
        "niemand abgeben."
    ),
    wrong="comments:\n  - {id: a1, item: af03/af03-mentoring, kind: change, text: Bitte die Zahl ergänzen.}",
    right=(
        "# in der Prüfungsdatei des Büros\n"
        "replies:\n  - {to: erika-mustermann/a1, text: Steht im zweiten Satz., state: resolved}"
    ),
    check=_check,
)
