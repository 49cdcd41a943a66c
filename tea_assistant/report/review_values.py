"""What reviewers said and signed, as values for programs."""

from typing import Any

from tea_assistant.report.reviews import MissingRole, Person, Remark, Reviews

Values = dict[str, Any]


def review_values(reviews: Reviews) -> Values:
    """Return all comments and sign-offs."""
    return {
        "remarks": [_remark(remark) for remark in reviews.remarks],
        "people": [_person(person) for person in reviews.people],
        "missing": [_missing(each) for each in reviews.missing],
    }


def _remark(remark: Remark) -> Values:
    return {
        "item": remark.item,
        "title": remark.title,
        "kind": remark.kind,
        "by": remark.by,
        "made": remark.made,
        "quote": remark.quote,
        "text": remark.text,
        "state": remark.state,
        "open": remark.open,
        "replies": [
            {"by": answer.by, "made": answer.made, "text": answer.text, "state": answer.state}
            for answer in remark.answers
        ],
    }


def _person(person: Person) -> Values:
    return {
        "name": person.name,
        "total": person.total,
        "signoffs": [
            {
                "item": signature.item,
                "title": signature.title,
                "made": signature.made,
                "state": signature.worth.value,
                "changes": [
                    {"title": change.title, "old": change.old, "new": change.new}
                    for change in signature.differences
                ],
            }
            for signature in person.signatures
        ],
    }


def _missing(each: MissingRole) -> Values:
    return {"role": each.role, "part": each.part, "open": each.open, "total": each.total}
