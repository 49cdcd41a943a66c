"""Decides what a renewed round asks about: every decision is one step that can be undone."""

from collections.abc import Iterator, Sequence

from tea_assistant.errors import EditError
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.review import Answer, Outcome
from tea_assistant.model.source import Path
from tea_assistant.services.carried_texts import confirmation
from tea_assistant.services.expectations import answer_expectation
from tea_assistant.services.inbox.inbox import Item
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change

_WORDS = {
    EvidenceState.CONTINUED: "bestätigen",
    EvidenceState.EXPANDED: "als ausgebaut eintragen",
    EvidenceState.ENDED: "beenden",
    EvidenceState.NEW: "als begonnen eintragen",
    EvidenceState.PLANNED: "weiter planen",
}


def signer(session: Session) -> str:
    """Return who confirms: whoever did so last in this round, or else the office of the organisation."""
    cycle, asked = session.cycle, session.application.round.requests.values()
    # A department that was asked speaks for itself, not for whoever works here.
    others = {request.answerer(answer) for request in asked for answer in request.answers}
    found = (e.in_cycle(cycle) for e in session.dossier.evidence.values())
    signed = [entry for entry in found if entry.by and entry.by not in others]
    newest = max(signed, key=lambda entry: entry.confirmed, default=None)
    return newest.by if newest else session.application.organisation.office


def decide_measure(
    session: Session, item: Item, state: EvidenceState, by: str, *, change: str = "", reason: str = ""
) -> None:
    """Put down what a measure is in this round; raises `EditError` where an end has no reason."""
    if state is EvidenceState.ENDED and not reason.strip():
        raise EditError("Bitte sagen, warum die Maßnahme beendet wurde.")
    session.edit(
        item.file, _entry(session, state, by, change, reason), f"Maßnahme „{item.title}“ {_WORDS[state]}"
    )


def confirm_changed(session: Session, item: Item, by: str) -> None:
    """Confirm a measure whose form was gone through; a state that was chosen there stays."""
    said = session.dossier.evidence[item.id].in_cycle(session.cycle)
    if said.state in (None, EvidenceState.OPEN):
        decide_measure(session, item, EvidenceState.CONTINUED, by)
    elif said.state is EvidenceState.ENDED and not said.reason.strip():
        raise EditError("Bitte sagen, warum die Maßnahme beendet wurde.")
    else:
        changes = [change for change in _signature(session, by) if change.value is not REMOVE]
        session.edit(item.file, changes, f"Maßnahme „{item.title}“ bestätigen")


def replace_measure(session: Session, item: Item, by: str, successor: str) -> None:
    """End a measure because another has taken its place, and let the links of this round lead there."""
    found = session.dossier.evidence.get(successor)
    if found is None or successor == item.id:
        raise EditError("Bitte eine andere Maßnahme wählen, die an ihre Stelle tritt.")
    reason = f"ersetzt durch „{found.title or found.id}“"
    label = f"Maßnahme „{item.title}“ ersetzen"
    with session.together():
        session.edit(item.file, _entry(session, EvidenceState.ENDED, by, "", reason), label)
        for file, changes in _moved_links(session.application, item.id, successor):
            session.edit(file, changes, label)


def confirm_text(session: Session, item: Item) -> None:
    """Say that a text that was carried over still holds as it stands."""
    changes = confirmation(item.file, session.value(item.file), item.id)
    session.edit(item.file, changes, f"Text „{item.title}“ bestätigen")


def empty_text(session: Session, item: Item) -> None:
    """Take a text away that was carried over."""
    session.edit(item.file, [Change(item.path, REMOVE)], f"Text „{item.title}“ leeren")


def write_text(session: Session, item: Item, text: str) -> None:
    """Put another text in the place of one that was carried over; typing in one go is one step."""
    changes = [Change(item.path, text if text.strip() else REMOVE)]
    session.edit(item.file, changes, f"Text „{item.title}“ ändern", merge_key=item.key)


def answer(session: Session, item: Item, outcome: Outcome, text: str, evidence: Sequence[str] = ()) -> None:
    """Put down what became of a wish, in the jury file it comes from; dropping it takes a reason."""
    said = Answer(outcome, text.strip(), tuple(dict.fromkeys(evidence)))
    answer_expectation(session, item.round, item.id, session.cycle, said)


def _entry(session: Session, state: EvidenceState, by: str, change: str, reason: str) -> list[Change]:
    path = ("cycles", session.cycle)
    return [
        Change((*path, "state"), state.value),
        *_signature(session, by),
        Change((*path, "change"), change.strip() or REMOVE),
        Change((*path, "reason"), reason.strip() or REMOVE),
    ]


def _signature(session: Session, by: str) -> list[Change]:
    path = ("cycles", session.cycle)
    return [
        Change((*path, "confirmed"), session.today().isoformat()),
        Change((*path, "by"), by.strip() or REMOVE),
    ]


def _moved_links(application: Application, old: str, new: str) -> Iterator[tuple[str, list[Change]]]:
    for answered in application.round.fields.values():
        linked: dict[Path, Sequence[str]] = {
            **{("criteria", name): said.evidence for name, said in answered.criteria.items()},
            **{("own_criteria", at): own.evidence for at, own in enumerate(answered.own_criteria)},
        }
        changes = [
            Change((*path, "evidence"), list(dict.fromkeys(new if e == old else e for e in evidence)))
            for path, evidence in linked.items()
            if old in evidence
        ]
        if changes:
            yield answered.where.file, changes
