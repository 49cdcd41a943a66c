"""Writes what reviewers said and signed as Markdown."""

from collections.abc import Iterator

from tea_assistant.prose.difference import Piece
from tea_assistant.report import words
from tea_assistant.report.differences import shown_pieces
from tea_assistant.report.markdown_text import line, safe
from tea_assistant.report.reviews import Difference, Person, Remark, Reviews, Signature, Worth

_MARKS = {"same": "", "removed": "~~", "added": "**"}


def review_lines(reviews: Reviews) -> Iterator[str]:
    """Yield the lines of the section, without its heading."""
    if reviews.remarks:
        yield from (f"### {words.remarks(reviews)}", "")
        for remark in reviews.remarks:
            yield from _remark(remark)
    for person in reviews.people:
        yield from (f"### {line(person.name)}", "", f"{words.signed(person)}.", "")
        yield from _signatures(person)
    if reviews.missing:
        yield from (f"### {words.MISSING}", "")
        yield from (f"- {line(words.missing(each))}" for each in reviews.missing)
        yield ""


def _remark(remark: Remark) -> Iterator[str]:
    yield f"- **{remark.kind}** ({remark.state}) · {safe(remark.title)}"
    if remark.quote:
        yield f"  - Dort stand: „{safe(remark.quote)}“"
    yield f"  - {_said(remark.by, remark.made)}: {safe(remark.text)}"
    for answer in remark.answers:
        state = f" ({answer.state})" if answer.state else ""
        yield f"  - {_said(answer.by, answer.made)}{state}: {safe(answer.text) or '–'}"
    yield ""


def _said(by: str, made: str) -> str:
    return ", ".join(filter(None, (line(by), safe(words.moment(made)))))


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
    return line(signature.title) + (f" ({safe(when)})" if when else "")


def _difference(difference: Difference) -> str:
    if difference.old is None:
        return f"{line(difference.title)}: {words.NO_WORDING} Heute: {safe(difference.new) or '–'}"
    return f"{line(difference.title)}: {''.join(map(_piece, shown_pieces(difference))).strip()}"


def _piece(piece: Piece) -> str:
    # A mark holds only where it touches a word, so spaces go outside of it.
    mark, text = _MARKS[piece.kind], safe(piece.text)
    if not text:
        return " "
    before = " " if piece.text[0].isspace() else ""
    # What was taken out never touches what was put in.
    after = " " if piece.text[-1].isspace() or piece.kind == "removed" else ""
    return f"{before}{mark}{text}{mark}{after}"
