"""Comments with their answers, and sign-offs with what has changed since."""

from collections.abc import Iterable

from tea_assistant.prose.difference import Piece
from tea_assistant.report import words
from tea_assistant.report.differences import shown_pieces
from tea_assistant.report.html.elements import paragraph, safe
from tea_assistant.report.reviews import Answer, Difference, Person, Remark, Reviews, Signature, Worth

_TAGS = {"removed": "del", "added": "ins"}


def written(reviews: Reviews) -> str:
    """Write what reviewers said and signed."""
    content = ""
    if reviews.remarks:
        remarks = "".join(map(_remark, reviews.remarks))
        content += f'<h3>{words.remarks(reviews)}</h3>\n<ul class="remarks">\n{remarks}</ul>\n'
    content += "".join(map(_person, reviews.people))
    if reviews.missing:
        told = "".join(f"<li>{safe(words.missing(each))}</li>\n" for each in reviews.missing)
        content += f"<h3>{words.MISSING}</h3>\n<ul>\n{told}</ul>\n"
    return content


def _remark(remark: Remark) -> str:
    state = "still" if remark.open else "settled"
    quote = f"<blockquote>{safe(remark.quote)}</blockquote>\n" if remark.quote else ""
    answers = "".join(map(_answer, remark.answers))
    return (
        f'<li class="finding">\n<p class="message"><span class="{state}">{safe(remark.state)}</span> '
        f"<strong>{safe(remark.kind)}</strong> · {safe(remark.title)}</p>\n{quote}"
        f"{_said(remark.by, remark.made, remark.text)}"
        + (f'<ul class="answers">\n{answers}</ul>\n' if answers else "")
        + "</li>\n"
    )


def _answer(answer: Answer) -> str:
    state = f" ({answer.state})" if answer.state else ""
    return f"<li>{_said(answer.by, answer.made, answer.text, state)}</li>\n"


def _said(by: str, made: str, text: str, state: str = "") -> str:
    when = words.moment(made)
    told = ", ".join(filter(None, (by, when)))
    return f'<p class="by">{safe(told + state)}</p>\n{paragraph(text)}'


def _person(person: Person) -> str:
    changed = [*person.of(Worth.VOID), *person.of(Worth.GONE)]
    valid = person.of(Worth.APPROVED)
    content = f"<h3>{safe(person.name)}</h3>\n{paragraph(words.signed(person) + '.')}"
    if changed:
        content += f'<ul class="remarks">\n{"".join(map(_changed, changed))}</ul>\n'
    if valid:
        signed = "".join(f"<li>{_signed(signature)}</li>\n" for signature in valid)
        content += (
            f"<details>\n<summary>Freigegeben ({len(valid)})</summary>\n<ul>\n{signed}</ul>\n</details>\n"
        )
    return content


def _changed(signature: Signature) -> str:
    worth = words.WORTHS[signature.worth]
    return (
        f'<li class="finding">\n<p class="message"><span class="still">{worth}</span> '
        f"{_signed(signature)}</p>\n{_differences(signature.differences)}</li>\n"
    )


def _signed(signature: Signature) -> str:
    when = words.moment(signature.made)
    return safe(signature.title) + (f' <span class="by">{safe(when)}</span>' if when else "")


def _differences(found: Iterable[Difference]) -> str:
    return "".join(
        f'<p class="by">{safe(each.title)}</p>\n<p class="difference">{_difference(each)}</p>\n'
        for each in found
    )


def _difference(difference: Difference) -> str:
    if difference.old is None:
        return f"{words.NO_WORDING} Heute: {safe(difference.new) or '–'}"
    return "".join(map(_piece, shown_pieces(difference)))


def _piece(piece: Piece) -> str:
    tag, text = _TAGS.get(piece.kind), safe(piece.text)
    if tag and text:
        text = f"<{tag}>{text}</{tag}>"
    before = " " if piece.text[:1].isspace() else ""
    # What was taken out never touches what was put in.
    after = " " if piece.text[-1:].isspace() or piece.kind == "removed" else ""
    return f"{before}{text}{after}"
