"""Writes what becomes no measure: award, praise and wishes of a jury, and texts of an earlier application."""

from collections.abc import Mapping

from tea_assistant.errors import EditError
from tea_assistant.model.layout import cycle_file, field_file, jury_file
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.review import ExpectationKind
from tea_assistant.model.source import Path, dotted
from tea_assistant.services.carried_texts import marked
from tea_assistant.services.expectations import add_expectation, add_praise
from tea_assistant.services.jury_award import award_values, write_award
from tea_assistant.services.requests.present import value_at
from tea_assistant.services.session import Session
from tea_assistant.services.triage.values import prose_of
from tea_assistant.store import catalogue_files, schema
from tea_assistant.store.yaml.writer import Change

Values = Mapping[str, object]
_OF_FIELDS = ("opening", "closing")
_VALID_FOR = 3
"""Years that an award is valid: so long before this round the last application was handed in."""


def target_values(session: Session, proposal: Proposal) -> dict[str, object]:
    """Return what would be written of an award, praise, an expectation or a text, to be looked at."""
    said = {"field": proposal.action_field, "text": proposal.text.strip()}
    match proposal.kind:
        case ProposalKind.AWARD:
            return award_values(proposal, _decided(session, proposal))
        case ProposalKind.PRAISE:
            return {**said, "cycle": _decided(session, proposal)}
        case ProposalKind.EXPECTATION:
            kind = proposal.expectation or ExpectationKind.ASKED
            return {**said, "kind": kind.value, "cycle": _decided(session, proposal)}
        case _:
            return {
                **said,
                "text": prose_of(proposal.text),
                "prompt": proposal.prompt,
                "criterion": proposal.criterion,
                "cycle": proposal.cycle or _last(session),
                "into": session.cycle,
            }


def standing_text(session: Session, values: Values) -> str:
    """Return the text that stands where a statement would go; empty where there is none."""
    file, path = _place(values)
    found = value_at(session, file, path)
    return found.strip() if isinstance(found, str) else ""


def write_target(
    session: Session, proposal: Proposal, values: Values, label: str, *, replace: bool, ticked: bool
) -> str:
    """Write an award, praise, an expectation or a text and return the file; raises `EditError`.

    `replace` lets a text or an award take the place of one that stands there, `ticked` says that its
    activity applies.
    """
    if proposal.kind is ProposalKind.STATEMENT:
        return _write_statement(session, values, label, replace=replace, ticked=ticked)
    cycle, text, field = (str(values.get(key) or "") for key in ("cycle", "text", "field"))
    _make_round(session, cycle, label)
    if proposal.kind is ProposalKind.AWARD:
        return write_award(session, values, label, replace=replace)
    if proposal.kind is ProposalKind.PRAISE:
        add_praise(session, cycle, text, field=field)
    else:
        add_expectation(
            session, cycle, text, ExpectationKind(str(values.get("kind") or "asked")), field=field
        )
    jury = session.dossier.rounds[cycle].jury
    return jury.where.file if jury else jury_file(cycle)


def _write_statement(session: Session, values: Values, label: str, *, replace: bool, ticked: bool) -> str:
    text = str(values.get("text") or "").strip()
    if not text:
        raise EditError("Der Text ist leer.")
    if not replace and (standing := standing_text(session, values)):
        if standing == text:
            raise EditError("Dieser Text steht dort schon.")
        raise EditError(
            "An dieser Stelle steht schon ein Text.",
            hint="Er wird nur ersetzt, wenn Sie es ausdrücklich wählen.",
        )
    into, came = str(values.get("into") or session.cycle), str(values.get("cycle") or "")
    _make_round(session, into, label)
    file, path = _place(values)
    changes = [Change(path, f"{text}\n")]
    if ticked and path[0] == "criteria" and value_at(session, file, (*path[:-1], "applies")) is None:
        changes.insert(0, Change((*path[:-1], "applies"), value=True))
    session.edit(file, changes, label)
    if came != into:
        _mark(session, file, path, came or _last(session), label)
    return file


def _mark(session: Session, file: str, path: Path, cycle: str, label: str) -> None:
    """Say that a text was taken over from an earlier round and waits for somebody to confirm it."""
    value = session.value(file)
    marks = marked(value)
    carried = value.get("carried") if isinstance(value, dict) else None
    if isinstance(carried, dict) and carried.get("cycle"):
        change = Change(("carried", "texts"), [*marks, dotted(path)])
    else:
        change = Change(("carried",), {"cycle": int(cycle), "texts": [dotted(path)]})
    session.edit(file, [change], label)


def _place(values: Values) -> tuple[str, Path]:
    """Return the file and place of a text; raises `EditError` where it is not said."""
    into, field, prompt, criterion = (
        str(values.get(key) or "") for key in ("into", "field", "prompt", "criterion")
    )
    if prompt and prompt not in _OF_FIELDS:
        return cycle_file(into), ("understanding", prompt)
    if field and prompt:
        return field_file(into, field), (prompt,)
    if field and criterion:
        return field_file(into, field), ("criteria", criterion, "statement")
    raise EditError("Bitte sagen, wohin der Text gehört: Aktionsfeld und Stelle.")


def _make_round(session: Session, cycle: str, label: str) -> None:
    """Make an earlier round that the dossier does not have yet, by the catalogue of its time."""
    if cycle in session.rounds:
        return
    if not (len(cycle) == len("2025") and cycle.isdecimal()):
        raise EditError("Bitte sagen, zu welcher Bewerbungsrunde es gehört.")
    value = {"format": schema.FORMAT, "catalogue": _catalogue_of(session, int(cycle))}
    session.write(cycle_file(cycle), value, label)


def _catalogue_of(session: Session, year: int) -> str:
    for name in catalogue_files.shipped_ids():
        reading = catalogue_files.shipped(name)
        valid = reading.catalogue.valid if reading else {}
        if int(valid.get("from") or 0) <= year <= int(valid.get("to") or 9999):
            return name
    return session.application.cycle.catalogue


def _decided(session: Session, proposal: Proposal) -> str:
    """Return the round that a jury speaks of: as it says itself, or else the last one that was decided."""
    return proposal.cycle or _last(session, made=True) or session.cycle


def _last(session: Session, *, made: bool = False) -> str:
    before = [cycle for cycle in session.rounds if cycle < session.cycle]
    if made or before:
        return session.application.cycle.renews or max(before, default="")
    return str(int(session.cycle) - _VALID_FOR)
