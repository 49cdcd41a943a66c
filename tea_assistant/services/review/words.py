"""The German words for a review that screens and commands share."""

from tea_assistant.prose.dates import german_moment
from tea_assistant.prose.difference import word_differences
from tea_assistant.review.people import called
from tea_assistant.review.standing import PieceChange, Standing, State
from tea_assistant.review.tally import Tally
from tea_assistant.review.threads import Thread, ThreadState

SIGNS = {State.UNREVIEWED: "○", State.APPROVED: "✓", State.VOID: "◐", State.GONE: "✗"}
STATES = {
    State.UNREVIEWED: "offen",
    State.APPROVED: "freigegeben",
    State.VOID: "seit der Freigabe geändert",
    State.GONE: "nicht mehr da",
}
THREAD_STATES = {
    ThreadState.OPEN: "offen",
    ThreadState.CLAIMED: "als erledigt gemeldet",
    ThreadState.SETTLED: "erledigt",
}
_LOST = "Der Wortlaut von damals ist nicht mehr lesbar."
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


def state_text(standing: Standing) -> str:
    """Say where an item stands with its reviewer, and since when."""
    if not standing.item.can_be_signed:
        return f"{standing.signed} von {standing.total} freigegeben" if standing.total else "nur zum Anmerken"
    word = STATES[standing.state]
    made = german_moment(standing.signoff.made) if standing.signoff else ""
    if not made:
        return word
    return f"{word} (freigegeben am {made})" if standing.state is not State.APPROVED else f"{word} am {made}"


def tally_text(count: Tally) -> str:
    """Say how far a reviewer is: „12 von 57 freigegeben, 2 seitdem geändert“."""
    words = [f"{count.approved} von {count.total} freigegeben"]
    words += [f"{count.void} seitdem geändert"] if count.void else []
    words += [f"{count.gone} nicht mehr da"] if count.gone else []
    return ", ".join(words)


def kind_text(thread: Thread) -> str:
    """Say what is meant by a comment."""
    return "Bitte ändern" if thread.asks_for_change else "Anmerkung"


def thread_title(thread: Thread) -> str:
    """Name a comment with its author, its time and what has become of it."""
    made = german_moment(thread.comment.made)
    when = f", {made}" if made else ""
    return f"{kind_text(thread)} von {called(thread.review)}{when}: {THREAD_STATES[thread.state]}"


def difference_text(change: PieceChange) -> str:
    """Write what has changed word by word, in one text: [-was weg ist-] and {+was neu ist+}."""
    if change.old is None:
        return f"{_LOST} Jetzt: {change.new}" if change.new else _LOST
    return "".join(_marked(piece.text, piece.kind) for piece in word_differences(change.old, change.new))


def _marked(text: str, kind: str) -> str:
    before, after = _MARKS[kind]
    words = text.rstrip()
    # What stands behind the last word belongs to the text, not to the mark.
    return f"{before}{words}{after}{text[len(words) :]}" if words else text
