"""Writes what reviewers said and signed as Markdown."""

from collections.abc import Iterator

from tea_assistant.prose.difference import Piece
from tea_assistant.prose.escape import escape_line
from tea_assistant.prose.printable import printable
from tea_assistant.report import words
from tea_assistant.report.differences import shown_pieces
from tea_assistant.report.reviews import Difference, Person, Remark, Reviews, Signature, Worth

_MARKS = {"same": "", "removed": "~~", "added": "**"}


def review_lines(reviews: Reviews) -> Iterator[str]:
    """Yield the lines of the section, without its heading."""
    if reviews.remarks:
        yield from (f"### {words.remarks(reviews)}", "")
        for remark in reviews.remarks:
            yield from _remark(remark)
    for person in reviews.people:
        yield from (f"### {_safe(person.name)}", "", f"{words.signed(person)}.", "")
        yield from _signatures(person)
    if reviews.missing:
        yield from (f"### {words.MISSING}", "")
        yield from (f"- {_safe(words.missing(each))}" for each in reviews.missing)
        yield ""


def _safe(text: str) -> str:
    return escape_line(printable(text))


def _remark(remark: Remark) -> Iterator[str]:
    yield f"- **{remark.kind}** ({remark.state}) · {_safe(remark.title)}"
    if remark.quote:
        yield f"  - Dort stand: „{_safe(remark.quote)}“"
    yield f"  - {_said(remark.by, remark.made)}: {_safe(remark.text)}"
    for answer in remark.answers:
        state = f" ({answer.state})" if answer.state else ""
        yield f"  - {_said(answer.by, answer.made)}{state}: {_safe(answer.text) or '–'}"
    yield ""


def _said(by: str, made: str) -> str:
    return ", ".join(filter(None, (_safe(by), _safe(words.moment(made)))))


def _signatures(person: Person) -> Iterator[str]:
    for worth in (Worth.VOID, Worth.GONE):
        for signature in person.of(worth):
            yield f"- **{words.WORTHS[worth]}:** {_signed(signature)}"
            yield from (f"  - {_difference(difference)}" for difference in signature.differences)
    valid = person.of(Worth.APPROVED)
    yield from (f"- {_signed(signature)}" for signature in valid)
    if person.signatures:
        yield ""


def _signed(signature: Signature) -> str:
    when = words.moment(signature.made)
    return _safe(signature.title) + (f" ({_safe(when)})" if when else "")


def _difference(difference: Difference) -> str:
    if difference.old is None:
        return f"{_safe(difference.title)}: {words.NO_WORDING} Heute: {_safe(difference.new) or '–'}"
    return f"{_safe(difference.title)}: {''.join(map(_piece, shown_pieces(difference))).strip()}"


def _piece(piece: Piece) -> str:
    # A mark holds only where it touches a word, so spaces go outside of it.
    mark, text = _MARKS[piece.kind], _safe(piece.text)
    if not text:
        return " "
    before = " " if piece.text[0].isspace() else ""
    # What was taken out never touches what was put in.
    after = " " if piece.text[-1].isspace() or piece.kind == "removed" else ""
    return f"{before}{mark}{text}{mark}{after}"
