"""TEA109: an action field, or an activity that expects it, shows nothing voluntary or beyond the law."""

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
    "Verknüpfen Sie eine freiwillige Maßnahme, oder tragen Sie bei einer Maßnahme die Verbindlichkeit "
    "„freiwillig“ oder „über das Gesetz hinaus“ ein, wenn das stimmt."
)


def _check(application: Application) -> Iterator[Finding]:
    for field, answer in answered_fields(application):
        shown = application.evidence_of(field.id)
        if begun(answer) and not _any_beyond_law(application, shown):
            yield RULE.finding(
                answer.where,
                (),
                f"{field.label}: Keine laufende Maßnahme ist freiwillig oder geht über das Gesetz hinaus.",
                _HINT,
                field.id,
            )
        for claim in ticked(field, answer):
            expects = claim.criterion.expects if claim.criterion else ()
            measures = linked_by(application, claim.evidence)
            if Expectation.VOLUNTARY in expects and measures and not _any_beyond_law(application, measures):
                yield RULE.finding(
                    answer.where,
                    (*claim.path, "evidence"),
                    f"{field.label}: Keine laufende Maßnahme zu {quoted(claim.title)} ist freiwillig oder "
                    "geht über das Gesetz hinaus.",
                    _HINT,
                    field.id,
                )


def _any_beyond_law(application: Application, measures: tuple[Evidence, ...]) -> bool:
    return any(measure.goes_beyond_law and in_effect(application, measure) for measure in measures)


RULE = Rule(
    code="TEA109",
    severity=Severity.WARNING,
    title="Nichts Freiwilliges im Aktionsfeld",
    why=(
        "Die Jury bewertet, was freiwillig geschieht oder über das Gesetz hinausgeht. Ein Aktionsfeld, das "
        "nur Pflichten erfüllt, überzeugt nicht. Geplantes und Beendetes zählt nicht mit."
    ),
    wrong="# die einzige Maßnahme im Feld\nlegal_character: statutory",
    right="# mindestens eine Maßnahme im Feld\nlegal_character: voluntary",
    check=_check,
)
