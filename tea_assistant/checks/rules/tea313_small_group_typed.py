"""TEA313: a text says of so few people that they can be recognised."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.checks.sentences import place_in
from tea_assistant.checks.small_groups import few_people
from tea_assistant.checks.texts import all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity


def _check(application: Application) -> Iterator[Finding]:
    for text in all_texts(application):
        if not text.printed:
            continue
        for said, at in few_people(application, text.prose):
            yield RULE.finding(
                text.where,
                text.path,
                f"{quoted(said)}: weniger als {application.organisation.house_rules.small_group} Personen, "
                "die man erkennen könnte.",
                "Sagen Sie es ohne die Zahl, etwa „einzelne“, oder nehmen Sie den Befund mit dem Grund an, "
                "wenn alle damit einverstanden sind.",
                text.part,
                place=text.where.prose_place(text.path, *place_in(text.prose, at)),
            )


RULE = Rule(
    code="TEA313",
    severity=Severity.WARNING,
    title="Kleine Gruppe im Text",
    why=(
        "In Tabellen lässt das Programm kleine Gruppen weg. Steht die Zahl im Text, war das umsonst: Wer "
        "das Haus kennt, weiß, wer gemeint ist."
    ),
    wrong="statement: In Elternzeit waren auch 3 Männer.",
    right="statement: In Elternzeit waren auch einzelne Männer.",
    check=_check,
)
