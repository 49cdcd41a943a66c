"""A review as values for programs."""

from collections.abc import Sequence

from tea_assistant.review.basis import basis
from tea_assistant.review.chain import chain
from tea_assistant.review.items import ReviewItem, review_items
from tea_assistant.review.requirements import missing_signatures, signed_by
from tea_assistant.review.standing import Standing, gone_standings, print_of, standing
from tea_assistant.review.tally import tally
from tea_assistant.review.threads import Thread
from tea_assistant.services.progress import as_json_text
from tea_assistant.services.review.reviewers import Reviewer, review_of, reviews
from tea_assistant.services.session import Session

Values = dict[str, object]


def review_json(session: Session, reviewer: Reviewer | None, items: Sequence[ReviewItem] = ()) -> str:
    """Return who has signed what; of named items also all that they rest on."""
    application = session.application
    review = review_of(session, reviewer) if reviewer else None
    chosen = items or review_items(application)
    values: Values = {
        "format": 1,
        "dossier": application.organisation.name,
        "cycle": session.cycle,
        "reviewers": [_reviewer(session, each.id, each.name, each.role) for each in reviews(session)],
        "items": [_item(session, item, reviewer, whole=bool(items)) for item in chosen],
        "gone": [_standing(each) for each in gone_standings(application, review)] if review else [],
        "missing": [
            {"role": m.role, "part": m.part, "items": [item.key for item in m.items]}
            for m in missing_signatures(application)
        ],
    }
    return as_json_text(values)


def _reviewer(session: Session, name: str, called: str, role: str) -> Values:
    count = tally(session.application, session.application.round.reviews[name])
    return {
        "id": name,
        "name": called,
        "role": role,
        "total": count.total,
        "approved": count.approved,
        "void": count.void,
        "gone": count.gone,
    }


def _item(session: Session, item: ReviewItem, reviewer: Reviewer | None, *, whole: bool) -> Values:
    application = session.application
    found = standing(application, item, review_of(session, reviewer) if reviewer else None)
    values: Values = {
        "key": item.key,
        "part": item.part,
        "part_title": item.part_title,
        "kind": item.kind.value,
        "title": item.title,
        "file": item.file,
        "path": ".".join(map(str, item.path)),
        "fingerprint": print_of(application, item),
        "signed_by": [review.id for review in signed_by(application, item)],
        "comments": [_thread(thread) for thread in found.threads],
    }
    if reviewer:
        values |= _standing(found)
    if whole:
        values["rests_on"] = [
            {"key": p.key, "kind": p.kind.value, "title": p.title, "text": p.text}
            for p in basis(application, item)
        ]
        values["chain"] = [
            {"level": s.level.value, "title": s.title, "state": s.state, "holds": s.holds, "key": s.key}
            for s in chain(application, item)
        ]
    return values


def _standing(found: Standing) -> Values:
    return {
        "key": found.item.key,
        "state": found.state.value,
        "made": found.signoff.made if found.signoff else None,
        "changes": [{"key": c.key, "title": c.title, "old": c.old, "new": c.new} for c in found.changes],
    }


def _thread(thread: Thread) -> Values:
    comment = thread.comment
    return {
        "ref": thread.ref,
        "by": thread.review.id,
        "kind": comment.kind.value,
        "state": thread.state.value,
        "quote": comment.quote,
        "text": comment.text,
        "made": comment.made,
        "replies": [
            {
                "by": said.review.id,
                "text": said.reply.text,
                "state": said.reply.state.value if said.reply.state else None,
                "made": said.reply.made,
            }
            for said in thread.replies
        ],
    }
