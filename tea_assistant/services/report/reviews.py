"""What the report tells of comments and sign-offs."""

from collections.abc import Iterator

from tea_assistant.model.application import Application
from tea_assistant.model.review import ReplyState, Review
from tea_assistant.report.reviews import (
    Answer,
    Difference,
    MissingRole,
    Person,
    Remark,
    Reviews,
    Signature,
    Worth,
)
from tea_assistant.review.items import signable
from tea_assistant.review.people import called
from tea_assistant.review.requirements import missing_signatures
from tea_assistant.review.standing import Standing, State, standings
from tea_assistant.review.threads import Said, Thread, ThreadState, item_title, threads

_STATES = {
    ThreadState.OPEN: "offen",
    ThreadState.CLAIMED: "für erledigt erklärt",
    ThreadState.SETTLED: "erledigt",
}
_REPLIES = {ReplyState.RESOLVED: "erledigt", ReplyState.REOPENED: "wieder offen"}
_WORTH = {State.APPROVED: Worth.APPROVED, State.VOID: Worth.VOID, State.GONE: Worth.GONE}


def reviews(application: Application) -> Reviews:
    """Return what reviewers said and signed."""
    remarks = [_remark(application, thread) for thread in threads(application)]
    people = [_person(application, review) for review in application.round.reviews.values()]
    return Reviews(
        remarks=tuple(sorted(remarks, key=lambda remark: not remark.open)),
        people=tuple(person for person in people if person.signatures),
        missing=tuple(
            MissingRole(each.role, each.part, each.part_title, len(each.items), each.total)
            for each in missing_signatures(application)
        ),
    )


def _remark(application: Application, thread: Thread) -> Remark:
    comment = thread.comment
    title = item_title(application, thread.item)
    return Remark(
        item=thread.item,
        title=title if thread.stands else f"{title} (nicht mehr da)",
        kind="Bitte ändern" if thread.asks_for_change else "Anmerkung",
        by=called(thread.review),
        made=comment.made,
        quote=comment.quote,
        text=comment.text,
        state=_STATES[thread.state],
        open=thread.state is not ThreadState.SETTLED,
        answers=tuple(map(_answer, thread.replies)),
    )


def _answer(said: Said) -> Answer:
    reply = said.reply
    state = _REPLIES[reply.state] if reply.state else ""
    return Answer(called(said.review), reply.made, reply.text, state)


def _person(application: Application, review: Review) -> Person:
    return Person(called(review), tuple(_signatures(application, review)), len(signable(application)))


def _signatures(application: Application, review: Review) -> Iterator[Signature]:
    for each in standings(application, review):
        if each.signoff and each.state in _WORTH:
            yield Signature(
                each.item.key,
                _title(each),
                each.signoff.made,
                _WORTH[each.state],
                tuple(Difference(change.title, change.old, change.new) for change in each.changes),
            )


def _title(standing: Standing) -> str:
    item = standing.item
    return f"{item.part_title}: {item.title}" if item.part_title != item.title else item.title
