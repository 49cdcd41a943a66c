"""TEA403: a text asks for a figure in a form that does not exist."""

from collections.abc import Iterator

from tea_assistant.checks.nearest import nearest
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import closed_references
from tea_assistant.figures.forms import FORMS
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.references import ReferenceKind


def _check(application: Application) -> Iterator[Finding]:
    named = [form for form in FORMS if form]
    for text, reference in closed_references(application, ReferenceKind.FIGURE):
        if reference.form in FORMS:
            continue
        meant = nearest(reference.form, named)
        yield RULE.finding(
            text.where,
            text.path,
            f"{reference.raw}: Die Form „{reference.form}“ gibt es nicht.",
            f"Meinten Sie {{{{{reference.target}|{meant}}}}}?"
            if meant
            else f"Möglich sind: {', '.join(f'|{form}' for form in named)}, oder nichts für den Wert allein.",
            text.part,
            place=text.place(reference),
        )


RULE = Rule(
    code="TEA403",
    severity=Severity.ERROR,
    title="Unbekannte Form einer Kennzahl",
    why=(
        "Hinter dem Strich steht, wie die Kennzahl erscheinen soll: mit dem früheren Wert (trend), mit allen "
        "früheren Werten (history), von der ersten Runde an (rounds) oder als Veränderung (delta). Anderes "
        "kann nicht gedruckt werden."
    ),
    wrong="{{leadership.women.share|quatsch}}",
    right="{{leadership.women.share|trend}}    # 43 % (2022: 36 %)",
    check=_check,
)
