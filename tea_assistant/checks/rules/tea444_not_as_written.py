"""TEA444: something in a text is not printed as it is written."""

from collections.abc import Iterator

from tea_assistant.checks.rule import Rule
from tea_assistant.checks.texts import all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.nesting import DEEPEST
from tea_assistant.prose.remarks import Remark
from tea_assistant.prose.unprinted import unprinted

_WORDS = {
    Remark.TOO_DEEP: (
        f"Mehr als {DEEPEST} Listen oder Zitate ineinander: Von hier an stehen ihre Zeichen im Text.",
        "Machen Sie daraus eine eigene Liste oder einen Absatz.",
    ),
    Remark.PICTURE: (
        "Das Bild wird nicht gedruckt, nur seine Beschreibung.",
        "Beschreiben Sie in Worten, was es zeigt, oder legen Sie es einer Maßnahme als Nachweis bei.",
    ),
    Remark.SURPLUS_CELL: (
        "Die Tabelle hat in dieser Zeile mehr Zellen als im Kopf: Was hier steht, wird nicht gedruckt.",
        "Geben Sie dem Kopf eine Spalte mehr. Einen senkrechten Strich im Text schreiben Sie \\|.",
    ),
    Remark.UNUSED_ADDRESS: (
        "Diese Zeile wird nicht gedruckt: Sie gilt als Adresse für einen Link, den es nicht gibt.",
        "Soll sie im Text stehen, schreiben Sie \\[ statt [.",
    ),
    Remark.EMPTY_LINK: (
        "Ein Link ohne Worte wird nicht gedruckt.",
        "Schreiben Sie in die eckigen Klammern, was zu lesen sein soll.",
    ),
    Remark.DEAD_LINK: (
        "Dieser Link führt aus dem Dokument nirgendwohin: Gedruckt werden nur seine Worte.",
        "Möglich sind Adressen mit https:, mailto: und tel:. Auf eine Maßnahme verweist [[ihre-kennung]].",
    ),
}


def _check(application: Application) -> Iterator[Finding]:
    for text in all_texts(application):
        for found in unprinted(text.prose) if text.printed else ():
            message, hint = _WORDS[found.remark]
            place = text.where.prose_place(text.path, found.line, found.column)
            yield RULE.finding(text.where, text.path, message, hint, text.part, place=place)


RULE = Rule(
    code="TEA444",
    severity=Severity.WARNING,
    title="Anders gedruckt als geschrieben",
    why=(
        "Manches in einem Text versteht das Dokument als Auszeichnung, die es nicht drucken kann: Bilder, "
        "Zellen neben einer Tabelle, Adressen ohne Link, Listen in neun Stufen. Damit nichts still "
        "verschwindet, steht hier, was und wo."
    ),
    wrong="![Gruppenfoto](https://www.musterstadt.example/foto.jpg)",
    right="[Gruppenfoto](https://www.musterstadt.example/foto.jpg)",
    check=_check,
)
