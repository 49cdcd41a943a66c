"""What a reviewer can say: comment, ask for a change, answer, settle, and open again."""

from collections.abc import Mapping, Sequence

from tea_assistant.checks.nearest import suggestion
from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.application import Application
from tea_assistant.model.review import CommentKind, ReplyState
from tea_assistant.prose.printable import printable
from tea_assistant.review.basis import basis
from tea_assistant.review.items import ReviewItem, item_of, review_items
from tea_assistant.review.quote import place_of_quote
from tea_assistant.review.threads import Thread, ThreadState, item_title, thread_of, threads
from tea_assistant.services.review.reviewers import Reviewer, appended, entries, write
from tea_assistant.services.session import Session

_LABELS: Mapping[ReplyState | None, str] = {
    None: "Antworten",
    ReplyState.RESOLVED: "Anmerkung erledigen",
    ReplyState.REOPENED: "Anmerkung wieder öffnen",
}


def comment(
    session: Session,
    reviewer: Reviewer,
    item: str,
    text: str,
    *,
    kind: CommentKind = CommentKind.COMMENT,
    quote: str = "",
) -> str:
    """Remark something on an item, or on a sentence of it; return the name that replies give."""
    found = require_item(session.application, item)
    said, words = _required(text, "Die Anmerkung ist leer."), _clean(quote)
    if words and place_of_quote(basis(session.application, found), words) is None:
        raise EditError(
            "Dieser Satz steht dort nicht.",
            hint="Er muss lauten wie in der Mappe. Ohne Satz gilt die Anmerkung der ganzen Stelle.",
        )
    name = _next_id(entries(session, reviewer, "comments"))
    entry = {
        "id": name,
        "item": found.key,
        "quote": words,
        "text": said,
        "kind": kind.value if kind is not CommentKind.COMMENT else "",
        "made": reviewer.now,
    }
    asks = kind is CommentKind.CHANGE
    label = f"{'Um Änderung bitten' if asks else 'Anmerken'}: {item_title(session.application, item)}"
    write(session, reviewer, [appended(session, reviewer, "comments", entry)], label)
    return f"{reviewer.id}/{name}"


def ask_for_change(session: Session, reviewer: Reviewer, item: str, text: str, *, quote: str = "") -> str:
    """Ask for a change of an item, or of a sentence of it; return the name that replies give."""
    return comment(session, reviewer, item, text, kind=CommentKind.CHANGE, quote=quote)


def reply(session: Session, reviewer: Reviewer, ref: str, text: str) -> None:
    """Answer a comment, in one's own file."""
    found = require_thread(session.application, ref)
    _say(session, reviewer, found, _required(text, "Die Antwort ist leer."))


def resolve(session: Session, reviewer: Reviewer, ref: str, text: str = "") -> bool:
    """Say that a comment is settled, which is a claim unless one made it; return whether it was new."""
    found = require_thread(session.application, ref)
    own = found.review.id == reviewer.id
    if found.state is ThreadState.SETTLED or (found.state is ThreadState.CLAIMED and not own):
        return False
    _say(session, reviewer, found, _clean(text), ReplyState.RESOLVED)
    return True


def reopen(session: Session, reviewer: Reviewer, ref: str, text: str = "") -> bool:
    """Open a comment again that was called settled; return whether it was."""
    found = require_thread(session.application, ref)
    if found.is_open:
        return False
    _say(session, reviewer, found, _clean(text), ReplyState.REOPENED)
    return True


def require_item(application: Application, key: str) -> ReviewItem:
    """Return the item with this key; raises `UsageError` where there is none."""
    found = item_of(application, key)
    if found is None:
        known = [item.key for item in review_items(application)]
        hint = suggestion(key, known, "Alle Schlüssel zeigt: tea review --as NAME")
        raise UsageError(f"Eine Stelle „{key}“ gibt es nicht.", hint=hint)
    return found


def require_thread(application: Application, ref: str) -> Thread:
    """Return the comment with this name; raises `UsageError` where there is none."""
    found = thread_of(application, ref)
    if found is None:
        hint = suggestion(ref, [t.ref for t in threads(application)], "Alle Anmerkungen zeigt: tea review")
        raise UsageError(f"Eine Anmerkung „{ref}“ gibt es nicht.", hint=hint)
    return found


def _say(
    session: Session, reviewer: Reviewer, thread: Thread, text: str, state: ReplyState | None = None
) -> None:
    entry = {"to": thread.ref, "text": text, "state": state.value if state else "", "made": reviewer.now}
    label = f"{_LABELS[state]}: {item_title(session.application, thread.item)}"
    write(session, reviewer, [appended(session, reviewer, "replies", entry)], label)


def _required(text: str, message: str) -> str:
    said = _clean(text)
    if not said:
        raise EditError(message)
    return said


def _clean(text: str) -> str:
    return printable(text, lines=True).strip()


def _next_id(comments: Sequence[object]) -> str:
    ids = [str(entry.get("id", "")).removeprefix("a") for entry in comments if isinstance(entry, Mapping)]
    return f"a{max([len(comments), *(int(i) for i in ids if i.isdecimal() and i.isascii())]) + 1}"
