"""TEA508: two reviews bear the same name."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.review.people import namesakes
from tea_assistant.review.requirements import is_under_way


def _check(application: Application) -> Iterator[Finding]:
    if not is_under_way(application):
        return
    for review, earlier in namesakes(application):
        yield RULE.finding(
            review.where,
            ("name",),
            f"{quoted(review.name)} heißt auch die Prüfung in {earlier.where.file}; niemand sieht, ob es "
            "dieselbe Person ist.",
            "Sind es zwei Personen, unterscheiden Sie die Namen, zum Beispiel durch das Amt. Ist es eine, "
            "führen Sie die beiden Dateien zusammen.",
        )


RULE = Rule(
    code="TEA508",
    severity=Severity.WARNING,
    title="Zwei Prüfende gleichen Namens",
    why="Eine Freigabe soll sagen, wer sie gegeben hat.",
    wrong="# reviews/erika-mustermann.yaml und reviews/erika-mustermann-2.yaml\nname: Erika Mustermann",
    right="name: Erika Mustermann (Personalamt)",
    check=_check,
)
