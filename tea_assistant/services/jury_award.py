"""Puts down which award a jury has given: its number, the day of the decision, the years that it holds."""

from collections.abc import Mapping

from tea_assistant.errors import EditError
from tea_assistant.model.evidence import Origin
from tea_assistant.model.layout import Kind, jury_file
from tea_assistant.model.proposal import Proposal
from tea_assistant.prose.dates import german_date, german_period
from tea_assistant.services.session import Session
from tea_assistant.services.triage.values import day_value, line_of
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import Change

Values = Mapping[str, object]
AWARD_KEYS = ("award", "decided", "valid", "source")
"""What the file of a jury's decision says of the award, in its order."""


def award_values(proposal: Proposal, cycle: str) -> dict[str, object]:
    """Return what would be written of an award, by the keys of its file and with its round."""
    valid = {"from": day_value(proposal.since), "to": day_value(proposal.until)}
    said = {
        "award": proposal.award,
        "decided": day_value(proposal.decided),
        "valid": {key: value for key, value in valid.items() if value},
        "source": _source(proposal, cycle),
        "cycle": cycle,
    }
    return {key: value for key, value in said.items() if value not in (None, "", {})}


def standing_award(session: Session, values: Values) -> str:
    """Return in German what the file says otherwise; empty where nothing would be replaced."""
    standing = _standing(session, str(values.get("cycle") or ""))
    return award_text({key: standing[key] for key in _changed(standing, values) if key in standing})


def award_text(values: Values) -> str:
    """Write an award in German, a line for each thing that is known of it."""
    lines = []
    for key in AWARD_KEYS:
        if value := values.get(key):
            said = german_period(_texts(value)) if isinstance(value, Mapping) else str(value)
            said = german_date(said) if key == "decided" else said
            lines.append(f"{schema.labels().key(Kind.JURY.value, key)}: {said}")
    return "\n".join(lines)


def write_award(session: Session, values: Values, label: str, *, replace: bool) -> str:
    """Put an award into the file of its round, and return that; raises `EditError`.

    What stands there already and says otherwise is only replaced with `replace`.
    """
    cycle = str(values.get("cycle") or "")
    if not any(values.get(key) for key in AWARD_KEYS):
        raise EditError("Über die Auszeichnung ist nichts gesagt.")
    standing = _standing(session, cycle)
    changed = _changed(standing, values)
    if not replace and any(key in standing for key in changed):
        raise EditError(
            f"Zur Runde {cycle} steht die Auszeichnung schon anders da.",
            hint="Sie wird nur ersetzt, wenn Sie es ausdrücklich wählen.",
        )
    file = _file(session, cycle)
    if changed:
        session.edit(file, [Change((key,), values[key]) for key in changed], label)
    return file


def _changed(standing: Values, values: Values) -> list[str]:
    """Return the keys whose values would come or change; what is not known takes nothing away."""
    return [key for key in AWARD_KEYS if values.get(key) and not _is_same(standing.get(key), values[key])]


def _is_same(one: object, other: object) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _texts(one) == _texts(other)
    return str(one) == str(other)


def _texts(value: Mapping[str, object]) -> dict[str, str]:
    return {key: str(each) for key, each in value.items()}


def _standing(session: Session, cycle: str) -> Values:
    value = session.value(_file(session, cycle)) if cycle in session.dossier.rounds else None
    return value if isinstance(value, Mapping) else {}


def _file(session: Session, cycle: str) -> str:
    round_ = session.dossier.rounds.get(cycle)
    return round_.jury.where.file if round_ and round_.jury else jury_file(cycle)


def _source(proposal: Proposal, cycle: str) -> str:
    origin = proposal.origin or Origin()
    day = f" vom {german_date(proposal.decided)}" if proposal.decided else ""
    place = f"Seite {origin.page}" if origin.page else f"Zeile {origin.line}" if origin.line else ""
    document = ", ".join(filter(None, (line_of(origin.document), place)))
    return f"Jurybegründung zum TOTAL E-QUALITY Prädikat {cycle}{day}{f' ({document})' if document else ''}"
