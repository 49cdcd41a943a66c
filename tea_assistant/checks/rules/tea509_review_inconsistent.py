"""TEA509: a review file does not fit together, as after an edit by hand."""

from collections.abc import Iterator

from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.review import Review
from tea_assistant.review.people import called
from tea_assistant.review.requirements import is_under_way
from tea_assistant.review.standing import seen_text
from tea_assistant.review.threads import replies_to_nothing

_BY_HAND = "Prüfungsdateien schreibt das Programm. Holen Sie eine Sicherung zurück, oder geben Sie neu frei."


def _check(application: Application) -> Iterator[Finding]:
    if not is_under_way(application):
        return
    for review, index in replies_to_nothing(application):
        yield RULE.finding(
            review.where,
            ("replies", index, "to"),
            f"{called(review)} antwortet auf eine Anmerkung, die es nicht gibt: {review.replies[index].to}",
            "Vielleicht wurde die Datei der prüfenden Person umbenannt oder ihre Anmerkung gelöscht.",
        )
    for review in application.round.reviews.values():
        yield from _same_ids(review)
        yield from _lost_texts(review)


def _same_ids(review: Review) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, comment in enumerate(review.comments):
        if comment.id and comment.id in seen:
            yield RULE.finding(
                review.where,
                ("comments", index, "id"),
                f"Zwei Anmerkungen von {called(review)} haben dieselbe Kennung {quoted(comment.id)}; "
                "Antworten gelten beiden.",
                "Geben Sie der zweiten eine Kennung, die noch frei ist.",
            )
        seen.add(comment.id)


def _lost_texts(review: Review) -> Iterator[Finding]:
    for name in review.seen:
        if seen_text(review.seen, name) is None:
            yield RULE.finding(
                review.where,
                ("seen", name),
                f"Ein Wortlaut, auf dem Freigaben von {called(review)} beruhen, wurde nachträglich geändert.",
                _BY_HAND,
            )
    for index, signoff in enumerate(review.signoffs):
        if any(piece.text not in review.seen for piece in signoff.rests_on):
            yield RULE.finding(
                review.where,
                ("signoffs", index),
                f"Zu einer Freigabe von {called(review)} fehlt der Wortlaut, auf dem sie beruht: "
                f"{quoted(signoff.title or signoff.key)}",
                _BY_HAND,
            )


RULE = Rule(
    code="TEA509",
    severity=Severity.WARNING,
    title="Prüfung passt nicht zusammen",
    why=(
        "Was eine Freigabe wert ist, steht in der Prüfungsdatei. Wurde sie von Hand geändert, lässt sich "
        "nicht mehr zeigen, was freigegeben war."
    ),
    wrong="replies:\n  - {to: niemand/a1, text: Erledigt.}",
    right="replies:\n  - {to: erika-mustermann/a1, text: Erledigt.}",
    check=_check,
)
