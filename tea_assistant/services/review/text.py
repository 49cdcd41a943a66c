"""A review as lines for a terminal: who is how far, all items, or one with all that it rests on."""

import textwrap
from collections.abc import Iterator

from tea_assistant.document.plain import plain_prose
from tea_assistant.document.references import resolver
from tea_assistant.model.review import Review
from tea_assistant.prose.dates import german_moment
from tea_assistant.review.basis import basis
from tea_assistant.review.chain import Level, chain
from tea_assistant.review.fingerprint import canonical
from tea_assistant.review.items import ReviewItem
from tea_assistant.review.people import called
from tea_assistant.review.piece import Piece, PieceKind
from tea_assistant.review.quote import NOT_FOUND, place_of_quote
from tea_assistant.review.requirements import missing_signatures
from tea_assistant.review.standing import Standing, State, gone_standings, print_of, standing, standings
from tea_assistant.review.tally import tally
from tea_assistant.review.threads import Thread, ThreadState, item_title, threads
from tea_assistant.services.progress import heading
from tea_assistant.services.review.reviewers import Reviewer, review_of, reviews
from tea_assistant.services.review.words import (
    SIGNS,
    STATES,
    difference_text,
    state_text,
    tally_text,
    thread_title,
)
from tea_assistant.services.session import Session

SHOWN_PRINT = 12
"""So much of a fingerprint is shown, and is enough to name it."""
_WIDTH = 80
_WIDEST = 44
_KINDS = {
    PieceKind.OWN: "Text",
    PieceKind.MEASURE: "Maßnahmen",
    PieceKind.PROOF: "Nachweise",
    PieceKind.FIGURE: "Kennzahlen",
}
_LEVELS = {
    Level.PROOF: "Nachweis",
    Level.MEASURE: "Maßnahme",
    Level.FIGURE: "Kennzahl",
    Level.STATEMENT: "Aussage",
    Level.FIELD: "Teil",
    Level.APPLICATION: "Gesamt",
}


def overview_text(session: Session) -> str:
    """Tell who has reviewed how much, which signatures are missing, and which comments are not settled."""
    application = session.application
    lines = [heading(session), ""]
    lines += [f"{called(review)}: {_share(session, review)}" for review in reviews(session)]
    if not reviews(session):
        lines.append("In dieser Runde hat noch niemand geprüft.")
    if missing := missing_signatures(application):
        lines += ["", "Es fehlen Freigaben"]
        lines += [f"  {m.role}: {m.part_title}, {len(m.items)} von {m.total} Stellen" for m in missing]
    waiting = [t for t in threads(application) if t.state is not ThreadState.SETTLED]
    if waiting:
        lines += ["", "Anmerkungen"]
        for thread in waiting:
            lines += [f"  {item_title(application, thread.item)}", *_thread(session, thread, "    ")]
    return "\n".join([*lines, "", "Selbst prüfen: tea review --as NAME --role ROLLE"])


def list_text(session: Session, reviewer: Reviewer, part: str = "") -> str:
    """List the items part by part, with where they stand with a reviewer and their keys."""
    application, review = session.application, review_of(session, reviewer)
    who = f"{reviewer.name} ({reviewer.role})" if reviewer.role else reviewer.name
    lines = [heading(session), f"{who}: {tally_text(tally(application, review))}", ""]
    shown = [each for each in _standings(session, reviewer) if part in ("", each.item.part)]
    width = _width(shown)
    for each in shown:
        lines += _row(each, width)
    gone = list(gone_standings(application, review)) if review and not part else []
    if gone:
        lines += ["", "Freigegeben und nicht mehr da"]
        lines += [f"  {SIGNS[s.state]} {s.item.title}  {s.item.key}" for s in gone]
    lines += ["", "   ".join(f"{SIGNS[state]} {STATES[state]}" for state in State)]
    lines.append("Ansehen: tea review --as NAME --show SCHLÜSSEL   Freigeben: --approve SCHLÜSSEL")
    return "\n".join(lines)


def item_text(session: Session, item: ReviewItem, reviewer: Reviewer | None) -> str:
    """Show an item with its measures, proofs, figures, comments and chain, and what has changed in it."""
    application = session.application
    found = standing(application, item, review_of(session, reviewer) if reviewer else None)
    lines = [f"{item_title(application, item.key)}  ({item.key})"]
    lines += [f"Stand: {state_text(found)}"] if reviewer else []
    lines += [f"Datei: {item.file}"] if item.file else []
    if found.state is State.VOID and found.changes:
        lines += ["", "SEIT DER FREIGABE GEÄNDERT   [-weg-] {+neu+}"]
        for change in found.changes:
            lines += [f"  {change.title}", *_wrapped(difference_text(change), "    ")]
    if not item.can_be_signed:
        of_part = [each for each in _standings(session, reviewer) if each.item.part == item.part]
        width = _width(of_part)
        lines += [row for each in of_part if each.item.can_be_signed for row in _row(each, width)]
    pieces = basis(application, item)
    for kind, title in _KINDS.items():
        lines += _pieces(session, [piece for piece in pieces if piece.kind is kind], title)
    lines += ["", "KETTE"]
    for step in chain(application, item):
        sign = "✓" if step.holds else "○"
        lines += _wrapped(f"{sign} {_LEVELS[step.level]}: {step.title} – {step.state}", "  ", "      ")
    if found.threads:
        lines += ["", "ANMERKUNGEN"]
        for thread in found.threads:
            lines += _thread(session, thread, "  ", pieces)
    if item.can_be_signed:
        shown = print_of(application, item)[:SHOWN_PRINT]
        lines += ["", f"Genau diesen Stand freigeben: tea review … --approve {item.key} --seen {shown}"]
    return "\n".join(lines)


def _share(session: Session, review: Review) -> str:
    """Say what somebody has done; who only talks has nothing to sign."""
    if session.value(review.where.file) is None:
        return "Die Datei ist nicht lesbar; was daran nicht stimmt, sagt tea check"
    if review.signoffs:
        return tally_text(tally(session.application, review))
    said = ((len(review.comments), "Anmerkung", "Anmerkungen"), (len(review.replies), "Antwort", "Antworten"))
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in said if n) or "noch nichts"


def _standings(session: Session, reviewer: Reviewer | None) -> list[Standing]:
    found = standings(session.application, review_of(session, reviewer) if reviewer else None)
    return [each for each in found if each.state is not State.GONE]


def _width(shown: list[Standing]) -> int:
    return max((len(s.item.title) for s in shown if len(s.item.title) <= _WIDEST), default=0)


def _row(each: Standing, width: int) -> Iterator[str]:
    notes = []
    if each.threads:
        waiting = sum(thread.state is not ThreadState.SETTLED for thread in each.threads)
        notes = [f"{waiting} offene Anmerkungen" if waiting != 1 else "1 offene Anmerkung"] if waiting else []
    if not each.item.can_be_signed:
        notes.insert(0, state_text(each))
        yield f"{each.item.part_title}  {each.item.key}  ({', '.join(notes)})"
        return
    if each.state is State.VOID:
        notes.insert(0, state_text(each))
    yield f"  {SIGNS[each.state]} {each.item.title:<{width}}  {each.item.key}"
    if notes:
        yield f"      {', '.join(notes)}"


def _pieces(session: Session, pieces: list[Piece], title: str) -> Iterator[str]:
    if pieces:
        yield from ("", title.upper())
    for piece in pieces:
        yield f"  {piece.title}"
        yield from _wrapped(_readable(session, piece), "    ")


def _readable(session: Session, piece: Piece) -> str:
    prose = piece.kind in (PieceKind.OWN, PieceKind.MEASURE) and not piece.meaning
    if not prose:
        return piece.text
    return canonical(plain_prose(piece.text, resolver(session.application, lambda _: "")))


def _thread(session: Session, thread: Thread, indent: str, pieces: tuple[Piece, ...] = ()) -> Iterator[str]:
    comment = thread.comment
    yield from _wrapped(f"{thread.ref}  {thread_title(thread)}", indent)
    inner = f"{indent}  "
    if comment.quote:
        lost = bool(pieces) and place_of_quote(pieces, comment.quote) is None
        yield from _wrapped(f"„{' '.join(comment.quote.split())}“{f' – {NOT_FOUND}' if lost else ''}", inner)
    yield from _wrapped(comment.text, inner)
    for said in thread.replies:
        made = german_moment(said.reply.made)
        state = ""
        if said.reply.state:
            state = session.application.labels.value("review", "replies", "state", said.reply.state.value)
        words = ": ".join(filter(None, (state, said.reply.text)))
        yield from _wrapped(f"→ {called(said.review)}, {made}: {words}", inner, f"{inner}  ")


def _wrapped(text: str, indent: str, following: str | None = None) -> Iterator[str]:
    rest = indent if following is None else following
    for number, line in enumerate(text.strip().splitlines()):
        begin = rest if number else indent
        yield textwrap.fill(
            line,
            _WIDTH,
            initial_indent=begin,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
