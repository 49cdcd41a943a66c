"""What the dossier says now where the answer to a question belongs."""

from collections.abc import Mapping
from typing import Any

from tea_assistant.model.decoding import decode
from tea_assistant.model.figures import COUNTS, SPLITS, FigureRow, row_key
from tea_assistant.model.request import Ask, Question
from tea_assistant.model.source import Path
from tea_assistant.services.requests.values import percent_text
from tea_assistant.services.session import Session
from tea_assistant.store import schema


def place_of(path: str) -> Path:
    """Return the way into the file that a question's path names."""
    return tuple(int(step) if step.isdecimal() and at else step for at, step in enumerate(path.split("/")))


def value_at(session: Session, file: str, path: Path) -> Any:
    """Return the plain value at a place of the dossier; None where nothing stands there."""
    value: Any = session.value(file)
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def present(session: Session, question: Question) -> dict[str, str]:
    """Return the texts that the form would show now; nothing for what is only added."""
    match question.ask:
        case Ask.RESULT | Ask.PROOF | None:
            return {}
        case Ask.COUNT:
            at = row_number(session, question)
            row = value_at(session, question.file, ("rows", at)) if at is not None else None
            return counts_of(row if isinstance(row, Mapping) else {})
        case Ask.STATE:
            state = value_at(session, question.file, _cycle(question))
            title = schema.labels().value("evidence", "cycles", "state", str(state))
            return {"state": title} if state and state != "open" else {}
        case Ask.CHANGE:
            keys = (_cycle(question), (*_cycle(question)[:-1], "reason"))
            said = next((text for key in keys if (text := value_at(session, question.file, key))), "")
            return {"change": str(said).strip()} if said else {}
        case ask:
            text = _as_text(value_at(session, question.file, place_of(question.path)))
            return {ask.value: text} if text else {}


def _cycle(question: Question) -> Path:
    # A round is named by its year, which is no number in a path.
    return tuple(question.path.split("/"))


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(str(item) for item in value)
    return "" if value is None else str(value).strip()


def row_number(session: Session, question: Question) -> int | None:
    """Return where the row of a question stands now, whatever rows came before it; None where it is gone."""
    rows = value_at(session, question.file, ("rows",))
    wanted = row_key(decode(FigureRow, question.group))
    found = [
        at
        for at, row in enumerate(rows if isinstance(rows, list) else ())
        if isinstance(row, Mapping) and row_key(decode(FigureRow, row)) == wanted
    ]
    asked = place_of(question.path)[-1]
    return asked if isinstance(asked, int) and asked in found else next(iter(found), None)


def counts_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells of a row of figures as the form writes them."""
    cells = {name: _cell(row[name]) for name in COUNTS if name in row}
    return {**cells, **({"note": str(row["note"]).strip()} if row.get("note") else {})}


def _cell(value: Any) -> str:
    if isinstance(value, Mapping):
        return percent_text(float(value.get("percent", 0)), int(value.get("digits", 0)))
    return str(value)


def group_of(row: FigureRow) -> dict[str, str]:
    """Return what tells a row of figures from the others."""
    return {"group": row.group, **{split: value for split in SPLITS if (value := getattr(row, split))}}
