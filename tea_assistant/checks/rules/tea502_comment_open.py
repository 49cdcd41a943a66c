"""TEA502: a comment that nobody calls settled."""

from collections.abc import Iterator

from tea_assistant.checks.reviews import open_threads, said, source_of
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for thread, item in open_threads(application, for_change=False):
        yield RULE.finding(
            source_of(application, item),
            item.path,
            f"Anmerkung von {said(application, thread, item)}",
            f"Antworten: tea review --answer {thread.ref}. Als erledigt melden: "
            f"tea review --resolve {thread.ref}",
            item.part,
        )


RULE = Rule(
    code="TEA502",
    severity=Severity.HINT,
    title="Anmerkung offen",
    why="Wer prüft, soll sehen, dass die Anmerkung gelesen wurde, auch wo nichts zu ändern war.",
    wrong="comments:\n  - {id: a2, item: af03, text: Das liest sich gut.}",
    right="# in der Prüfungsdatei des Büros\nreplies:\n  - {to: erika-mustermann/a2, state: resolved}",
    check=_check,
)
