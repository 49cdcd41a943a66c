"""The comments on an item as paragraphs, with what was replied to them."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tea_assistant.model.application import Application
from tea_assistant.prose.dates import german_moment
from tea_assistant.review.people import called
from tea_assistant.review.piece import Piece
from tea_assistant.review.quote import NOT_FOUND, place_of_quote
from tea_assistant.review.threads import Said, Thread
from tea_assistant.services.review.words import thread_title
from tea_assistant.tui.plain import plain
from tea_assistant.tui.review.spots import Block, Spot, block
from tea_assistant.tui.review.words import thread_sign


def thread_blocks(
    application: Application, threads: Sequence[Thread], pieces: Sequence[Piece]
) -> Iterator[Block]:
    """Yield a paragraph for each comment; `pieces` is what the item says now."""
    for number, thread in enumerate(threads, 1):
        spot = Spot(f"thread|{thread.ref}", thread.item, "Anmerkung", thread=thread.ref)
        yield block(_thread(application, thread, number, pieces), spot)


def _thread(application: Application, thread: Thread, number: int, pieces: Sequence[Piece]) -> Content:
    sign, style = thread_sign(thread)
    text = plain(f"{sign} {number}  ", style) + plain(thread_title(thread), "bold")
    if quote := " ".join(thread.comment.quote.split()):
        lost = f" – {NOT_FOUND}" if place_of_quote(pieces, quote) is None else ""
        text += plain(f"\n„{quote}“", "italic", lines=True) + plain(lost, "$text-warning")
    text += plain(f"\n{thread.comment.text.strip()}", lines=True)
    for said in thread.replies:
        text += _reply(application, said)
    return text


def _reply(application: Application, said: Said) -> Content:
    made = german_moment(said.reply.made)
    who = ", ".join(filter(None, (called(said.review), made)))
    state = said.reply.state
    done = application.labels.value("review", "replies", "state", state.value) if state else ""
    words = ": ".join(filter(None, (done, said.reply.text.strip())))
    return plain(f"\n→ {who}  ", "$text-muted", lines=True) + plain(words, lines=True)
