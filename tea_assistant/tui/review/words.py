"""How a review reads on the screen: signs and words for where an item stands."""

from tea_assistant.review.standing import Standing, State
from tea_assistant.review.threads import Thread, ThreadState
from tea_assistant.services.review.words import SIGNS

_WORDS = {
    State.UNREVIEWED: "offen",
    State.APPROVED: "freigegeben",
    State.VOID: "geändert seit Freigabe",
    State.GONE: "nicht mehr da",
}
_STYLES = {
    State.UNREVIEWED: "$text-muted",
    State.APPROVED: "$text-success",
    State.VOID: "bold $text-warning",
    State.GONE: "$text-error",
}
_THREAD_SIGNS = {ThreadState.OPEN: "»", ThreadState.CLAIMED: "◇", ThreadState.SETTLED: "✓"}
CHANGE_SIGN = "!"
"""What stands before a wish for a change that is open."""


def sign_of(standing: Standing) -> tuple[str, str]:
    """Return the sign of what a reviewer's sign-off is worth, and its style."""
    return SIGNS[standing.state], _STYLES[standing.state]


def word_of(standing: Standing) -> tuple[str, str]:
    """Return in a word what an item waits for most, and the style of the word."""
    waiting = standing.open_threads
    if standing.state is State.GONE:
        return _WORDS[State.GONE], _STYLES[State.GONE]
    if any(thread.asks_for_change for thread in waiting):
        return f"{CHANGE_SIGN} Änderung erbeten", "bold $text-warning"
    if standing.state is State.VOID:
        return _WORDS[State.VOID], _STYLES[State.VOID]
    if waiting:
        return "» Anmerkung offen", "$text-accent"
    return _WORDS[standing.state], _STYLES[standing.state]


def thread_sign(thread: Thread) -> tuple[str, str]:
    """Return the sign of what has become of a comment, and its style."""
    if not thread.is_open:
        return _THREAD_SIGNS[thread.state], "$text-muted"
    return (CHANGE_SIGN, "bold $text-warning") if thread.asks_for_change else ("»", "bold $text-accent")


def count_text(threads: int) -> str:
    """Say how many comments are open."""
    return "1 Anmerkung offen" if threads == 1 else f"{threads} Anmerkungen offen"
