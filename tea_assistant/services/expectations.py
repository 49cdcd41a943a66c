"""What a jury wished for, put down and answered."""

from collections.abc import Mapping
from typing import Any

from tea_assistant.errors import EditError
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import jury_file
from tea_assistant.model.review import Answer, ExpectationKind, Outcome
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change

_LONGEST_ID = 40


def add_expectation(
    session: Session, cycle: str, text: str, kind: ExpectationKind | None = None, *, field: str = ""
) -> str:
    """Put an expectation into the jury's decision on a round and return its id."""
    text = " ".join(text.split())
    if not text:
        raise EditError("Die Erwartung braucht einen Text.")
    file = _file(session, cycle)
    taken = {str(entry.get("id")) for entry in _entries(session, file) if isinstance(entry, dict)}
    name = slug(text, taken=taken, longest=_LONGEST_ID)
    value = {"id": name, "field": field, "text": text, "kind": kind.value if kind else ""}
    session.edit(file, [_appended(session, file, "expectations", value)], "Erwartung festhalten")
    return name


def add_praise(session: Session, cycle: str, text: str, *, field: str = "") -> None:
    """Put a praise into the jury's decision on a round."""
    text = " ".join(text.split())
    if not text:
        raise EditError("Das Lob braucht einen Text.")
    file = _file(session, cycle)
    change = _appended(session, file, "praise", {"field": field, "text": text})
    session.edit(file, [change], "Lob festhalten")


def answer_expectation(
    session: Session, decided: str, expectation: str, cycle: str, answer: Answer | None
) -> None:
    """Say in a round what became of an expectation of the round `decided`; None takes the answer back.

    Raises `EditError` where it was dropped and nobody says why.
    """
    file = _file(session, decided)
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in _entries(session, file)]
    if expectation not in ids:
        raise EditError(f"Die Erwartung „{expectation}“ gibt es nicht.", file=file)
    path = ("expectations", ids.index(expectation), "answers", cycle)
    session.edit(file, [Change(path, _values(answer))], "Erwartung beantworten")


def _values(answer: Answer | None) -> Any:
    if answer is None:
        return REMOVE
    if answer.state is None:
        raise EditError(
            "Bitte sagen, was aus der Erwartung wurde: umgesetzt, läuft oder nicht weiterverfolgt."
        )
    if answer.state is Outcome.DROPPED and not answer.text.strip():
        raise EditError("Was nicht weiterverfolgt wird, braucht einen Grund.")
    return _filled({"state": answer.state.value, "text": answer.text, "evidence": list(answer.evidence)})


def _file(session: Session, cycle: str) -> str:
    round_ = session.dossier.rounds.get(cycle)
    if round_ is None:
        raise EditError(f"Die Bewerbungsrunde {cycle} gibt es nicht.")
    return round_.jury.where.file if round_.jury else jury_file(cycle)


def _entries(session: Session, file: str, key: str = "expectations") -> list[Any]:
    """Return the entries as they stand in the file: also what the model leaves out has its place."""
    value = session.value(file)
    entries = value.get(key) if isinstance(value, dict) else None
    return entries if isinstance(entries, list) else []


def _appended(session: Session, file: str, key: str, value: Mapping[str, Any]) -> Change:
    at = len(_entries(session, file, key))
    return Change((key, at), _filled(value)) if at else Change((key,), [_filled(value)])


def _filled(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if item not in ("", [])}
