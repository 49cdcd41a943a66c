"""The way into the portal: which text stands there, which does not, and which has changed since."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.checks.nearest import suggestion
from tea_assistant.document.portal import PortalText, portal_texts
from tea_assistant.errors import UsageError
from tea_assistant.model.application import Application
from tea_assistant.model.layout import transfer_file
from tea_assistant.model.transfer import TransferMark
from tea_assistant.prose.dates import german_date
from tea_assistant.services.inbox.decisions import signer
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change

_SHORT = 12
"""So much of a hash tells two wordings of one text apart."""
_STEP = "Übertragung abhaken"


class TransferState(StrEnum):
    """Where a text stands on its way into the portal."""

    OPEN = "open"
    DONE = "done"
    CHANGED = "changed"
    GONE = "gone"
    """It stands in the portal, but no longer in the dossier."""


class Transferable(Struct, frozen=True):
    """A text with its state."""

    text: PortalText
    state: TransferState
    mark: TransferMark | None = None

    @property
    def key(self) -> str:
        """The key of the text."""
        return self.text.key

    @property
    def characters(self) -> int:
        """How long the text is, spaces and line breaks counted."""
        return len(self.text.text)

    @property
    def too_long(self) -> bool:
        """Whether the field of the form takes less than this."""
        return self.text.limit is not None and self.characters > self.text.limit


class Tally(Struct, frozen=True):
    """How far the transfer is."""

    total: int
    """Texts that are to stand in the portal."""
    done: int
    changed: int
    gone: int


def transferables(application: Application) -> tuple[Transferable, ...]:
    """Return all texts in the portal's order, with those that the dossier no longer has after their part."""
    marks = application.round.transfer.texts
    found = [_judged(text, marks.get(text.key)) for text in portal_texts(application)]
    gone = [_gone(key, marks[key]) for key in marks.keys() - {each.key for each in found}]
    order = {part.id: at for at, part in enumerate(application.parts)}
    last = len(order)
    # Sorting is stable: within a part the order of the form stays.
    return tuple(
        sorted([*found, *sorted(gone, key=_key)], key=lambda each: order.get(each.text.part, last)),
    )


def tally(texts: Sequence[Transferable]) -> Tally:
    """Count how far the transfer is."""
    states = [each.state for each in texts]
    gone = states.count(TransferState.GONE)
    done, changed = states.count(TransferState.DONE), states.count(TransferState.CHANGED)
    return Tally(len(states) - gone, done, changed, gone)


def standing(each: Transferable) -> str:
    """Say in German where a text stands."""
    on = german_date(each.mark.transferred) if each.mark else ""
    match each.state:
        case TransferState.OPEN:
            return "noch nicht übertragen"
        case TransferState.DONE:
            return f"übertragen am {on}"
        case TransferState.CHANGED:
            return f"geändert seit der Übertragung am {on}"
        case TransferState.GONE:
            return f"nicht mehr in der Mappe, im Portal zu löschen (übertragen am {on})"


def chosen(texts: Sequence[Transferable], keys: Sequence[str]) -> tuple[Transferable, ...]:
    """Return the texts that keys name, or all below them: af03 is the whole field; raises `UsageError`."""
    for key in keys:
        if not any(_is_below(each.key, key) for each in texts):
            known = [each.key for each in texts]
            hint = suggestion(key, known, "Alle Schlüssel zeigt: tea transfer")
            raise UsageError(f"Einen Text „{key}“ gibt es nicht.", hint=hint)
    return tuple(each for each in texts if any(_is_below(each.key, key) for key in keys))


def mark_done(session: Session, texts: Sequence[Transferable]) -> bool:
    """Tick texts as transferred in the wording of now, as one step; what is gone loses its tick for good.

    Returns whether anything changed.
    """
    by, today = signer(session), session.today().isoformat()
    changes = []
    for each in texts:
        value = {
            "title": full_title(session.application, each.text),
            "transferred": today,
            "fingerprint": fingerprint(each.text.text),
            "by": " ".join(by.split()),
        }
        entry = REMOVE if each.state is TransferState.GONE else {k: v for k, v in value.items() if v}
        if each.state is not TransferState.DONE:
            changes.append(Change(("texts", each.key), entry))
    return bool(changes) and session.edit(_file(session), changes, _STEP)


def mark_undone(session: Session, texts: Sequence[Transferable]) -> bool:
    """Take the ticks off again, as one step; return whether anything changed."""
    changes = [Change(("texts", each.key), REMOVE) for each in texts if each.mark]
    return bool(changes) and session.edit(_file(session), changes, f"{_STEP} zurücknehmen")


def fingerprint(text: str) -> str:
    """Return a short hash of a wording."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_SHORT]


def full_title(application: Application, text: PortalText) -> str:
    """Name a field of the form so that it is clear without its place in a list."""
    part = next((part for part in application.parts if part.id == text.part), None)
    field = application.catalogue.fields.get(text.part)
    label = field.label if field else part.title if part else ""
    words = dict.fromkeys(filter(None, (text.group or label, text.title)))
    return ": ".join(" ".join(word.split()) for word in words)


def _judged(text: PortalText, mark: TransferMark | None) -> Transferable:
    if mark is None:
        return Transferable(text, TransferState.OPEN)
    same = mark.fingerprint == fingerprint(text.text)
    return Transferable(text, TransferState.DONE if same else TransferState.CHANGED, mark)


def _gone(key: str, mark: TransferMark) -> Transferable:
    text = PortalText(key, key.partition("/")[0], mark.title or key, "")
    return Transferable(text, TransferState.GONE, mark)


def _key(each: Transferable) -> str:
    return each.key


def _is_below(key: str, name: str) -> bool:
    return key == name or key.startswith(f"{name.rstrip('/')}/")


def _file(session: Session) -> str:
    return session.application.round.transfer.where.file or transfer_file(session.cycle)
