"""TEA504: a role that has to sign has not signed."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.reviews import listed
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.review.requirements import is_under_way, missing_signatures


def _check(application: Application) -> Iterator[Finding]:
    if not is_under_way(application):
        return
    for missing in missing_signatures(application):
        names = [item.title for item in missing.items]
        number = f"{len(names)} von {missing.total} Stellen"
        yield RULE.finding(
            application.cycle.where,
            ("sign_off", missing.rule),
            f"{quoted(missing.part_title)}: Es fehlt die Freigabe durch {missing.role} für {number}: "
            f"{listed(names)}.",
            f'Freigeben: tea review --as NAME --role "{missing.role}" --approve {missing.part}',
            missing.part,
        )


RULE = Rule(
    code="TEA504",
    severity=Severity.WARNING,
    title="Vorgesehene Freigabe fehlt",
    why=(
        "Die Regeln dieser Runde sagen, wer freigeben muss. Ohne diese Freigaben gibt es keine Endfassung "
        "und kein Abgabepaket."
    ),
    wrong="# cycle.yaml\nsign_off:\n  - {role: Personalrat, parts: [af03]}    # noch niemand hat freigegeben",
    right="# reviews/erika-mustermann.yaml\nrole: Personalrat\nsignoffs:\n  - {item: af03/opening, …}",
    check=_check,
)
