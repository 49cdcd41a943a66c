"""TEA410: a text writes gender in another way than the house does."""

from collections.abc import Iterator

from tea_assistant.checks.house_notation import NAMES, Deviation, HouseNotation, house_notation
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.dossier import GenderNotation
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    house = house_notation(application)
    if house is None:
        return
    for deviation in house.deviations:
        text, first = deviation.text, deviation.forms[0]
        yield RULE.finding(
            text.where,
            text.path,
            f"{_shown(deviation)}: {_said(house, deviation.notation)}",
            _hint(house, first.form.written(house.notation)),
            text.part,
            place=text.where.prose_place(text.path, first.line, first.column),
        )


def _shown(deviation: Deviation) -> str:
    first, *more = deviation.forms
    shown = quoted(" ".join(first.form.text.replace("\\", "").split()))
    if not more:
        return shown
    return f"{shown} und {len(more)} weitere {'Stelle' if len(more) == 1 else 'Stellen'} in diesem Text"


def _said(house: HouseNotation, used: GenderNotation) -> str:
    name, holds = NAMES[used].partition(" ")[2], NAMES[house.notation]
    if house.is_set:
        return f"{name}; Hausregel ist {holds}."
    if house.uses[used] < house.uses[house.notation]:
        return f"{name}; in den Texten überwiegt {holds}."
    return f"{name}; genauso oft steht in den Texten {holds}."


def _hint(house: HouseNotation, written: str) -> str:
    if house.notation is GenderNotation.NEUTRAL:
        advice = "Neutral wäre zum Beispiel „Beschäftigte“ oder „das Team“."
    else:
        advice = f"Einheitlich wäre {quoted(written) if written else NAMES[house.notation]}."
    if house.is_set:
        return f"{advice} Ein Eigenname kann mit Begründung so bleiben."
    return f"{advice} Welche Schreibweise gilt, legt die Hausregel bei der Organisation fest."


RULE = Rule(
    code="TEA410",
    severity=Severity.HINT,
    title="Gemischte Gender-Schreibweise",
    why=(
        "Wer über Gleichstellung schreibt, wird auch daran gemessen, wie. Mehrere Schreibweisen "
        "nebeneinander wirken, als hätte niemand darauf geachtet. Was in Anführungszeichen steht, bleibt "
        "außen vor."
    ),
    wrong="gender_notation: star    # und im Text: Das Büro berät Bürger:innen.",
    right="gender_notation: star    # und im Text: Das Büro berät Bürger*innen.",
    check=_check,
)
