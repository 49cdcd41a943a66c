"""How far an application is and what the check found, as the lines and values that all reports share."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from tea_assistant.checks.completeness import PartProgress
from tea_assistant.model.finding import Severity
from tea_assistant.report import words
from tea_assistant.services.session import Session
from tea_assistant.services.view import View

_LABEL, _BAR = 44, 14
_LAST_ASCII, _LAST_SHORT = 0x7E, 0xFFFF
_FULL, _EMPTY = "█", "░"
percent = words.percent
"""Writes a share in per cent, cut down to whole numbers."""


def heading(session: Session) -> str:
    """Name the organisation and the round."""
    name = session.application.organisation.name or session.root.name
    return f"{name} · Bewerbungsrunde {session.cycle}"


def deadline(session: Session) -> str:
    """Say how much time is left."""
    days = session.days_left
    if days is None:
        return "Frist: nicht eingetragen"
    day = f"Frist: {date.fromisoformat(session.application.cycle.deadline):%d.%m.%Y}"
    if days == 0:
        return f"{day} (heute)"
    if days > 0:
        return f"{day} (noch {days} {'Tag' if days == 1 else 'Tage'})"
    return f"{day} (vor {-days} {'Tag' if days == -1 else 'Tagen'})"


def progress(session: Session) -> Iterator[str]:
    """Yield a line with a bar for each part, and one for the whole."""
    for part in session.completeness.parts:
        state = "vollständig" if not part.open else f"{part.done} von {len(part.items)}"
        yield f"{fitted(part_label(session, part.part))} {bar(part.share)} {percent(part.share):>5}  {state}"
    overall = session.completeness.overall
    yield f"{fitted('Insgesamt')} {bar(overall)} {percent(overall):>5}"


def part_label(session: Session | View, part_id: str) -> str:
    """Return the short name of a part; without an id the dossier as a whole is meant."""
    application = session.application
    field = application.catalogue.fields.get(part_id)
    if field:
        return f"{part_id} {field.label}"
    title = next((application.part_title(p) for p in application.catalogue.parts if p.id == part_id), "")
    return title or part_id or "Mappe als Ganzes"


def bar(share: float, width: int = _BAR) -> str:
    """Draw a share; it looks full only when all is done, and empty only when nothing is."""
    filled = int(share * width)
    if share > 0:
        filled = max(filled, 1)
    if share < 1:
        filled = min(filled, width - 1)
    return _FULL * filled + _EMPTY * (width - filled)


def counts(session: Session) -> str:
    """Say how many findings of each weight stand."""
    numbers = session.report.counts
    return ", ".join(f"{numbers[s]} {words.SEVERITIES[s][numbers[s] != 1]}" for s in Severity)


def severity_name(severity: Severity, count: int = 1) -> str:
    """Return the German name of a weight."""
    return words.SEVERITIES[severity][count != 1]


def completeness_values(session: Session) -> Mapping[str, object]:
    """Return the completeness of the whole and of each part, shares with two digits."""
    parts = session.completeness.parts
    return {
        "overall": round(session.completeness.overall, 2),
        "parts": {part.part: _part_values(part) for part in parts},
    }


def counts_values(session: Session) -> Mapping[str, int]:
    """Return how many findings of each weight stand."""
    return {severity.value: session.report.counts[severity] for severity in Severity}


def as_json_text(values: Mapping[str, object]) -> str:
    """Write values as JSON that no terminal obeys: what is invisible is escaped, the values stay."""
    text = json.dumps(values, ensure_ascii=False, indent=2)
    return "".join(_escaped(c) if ord(c) > _LAST_ASCII else c for c in text) + "\n"


def _escaped(character: str) -> str:
    invisible = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return f"\\u{ord(character):04x}" if invisible and ord(character) <= _LAST_SHORT else character


def _part_values(part: PartProgress) -> Mapping[str, object]:
    return {"done": part.done, "open": part.open, "share": round(part.share, 2)}


def fitted(label: str) -> str:
    """Cut or fill a label to the width that all have in a list of parts."""
    return f"{label[: _LABEL - 1]}…" if len(label) > _LABEL else label.ljust(_LABEL)
