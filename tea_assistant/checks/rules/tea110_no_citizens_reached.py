"""TEA110: an action field or activity is to reach citizens, but no measure in it does."""

from collections.abc import Iterator

from tea_assistant.checks.answers import answered_fields, begun, ticked
from tea_assistant.checks.measures import in_effect, linked_by
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.action_field import Expectation
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.finding import Finding, Severity

_HINT = (
    "Verknüpfen Sie eine Maßnahme, die in die Stadtgesellschaft wirkt, oder tragen Sie bei einer Maßnahme "
    "die Reichweite „Bürger*innen“ ein, wenn das stimmt."
)


def _check(application: Application) -> Iterator[Finding]:
    for field, answer in answered_fields(application):
        shown = application.evidence_of(field.id)
        if Expectation.CITIZENS in field.expects and begun(answer) and not _any_reaches(application, shown):
            yield RULE.finding(
                answer.where,
                (),
                f"{field.label}: Keine laufende Maßnahme erreicht Bürger*innen.",
                _HINT,
                field.id,
            )
        for claim in ticked(field, answer):
            expects = claim.criterion.expects if claim.criterion else ()
            measures = linked_by(application, claim.evidence)
            if Expectation.CITIZENS in expects and measures and not _any_reaches(application, measures):
                yield RULE.finding(
                    answer.where,
                    (*claim.path, "evidence"),
                    f"{field.label}: Keine laufende Maßnahme zu {quoted(claim.title)} erreicht Bürger*innen.",
                    _HINT,
                    field.id,
                )


def _any_reaches(application: Application, measures: tuple[Evidence, ...]) -> bool:
    return any(measure.reaches_citizens and in_effect(application, measure) for measure in measures)


RULE = Rule(
    code="TEA110",
    severity=Severity.WARNING,
    title="Bürger*innen werden nicht erreicht",
    why=(
        "Von einer Verwaltung erwartet die Jury hier Wirkung über das eigene Haus hinaus. Geplantes und "
        "Beendetes zählt nicht mit."
    ),
    wrong="# die einzige Maßnahme im Feld\naudience: internal",
    right="# mindestens eine Maßnahme im Feld\naudience: both",
    check=_check,
)
