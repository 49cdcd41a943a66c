"""What an earlier window had not saved: shown in German, and put into the dossier again."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.unsaved import TypedText, Unsaved
from tea_assistant.services.compare import compare, names_in
from tea_assistant.services.file_titles import title_of
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change

_LABEL = "Nicht gespeicherten Text übernommen"


class TakenBack(Struct, frozen=True):
    """What became of texts that had not been saved."""

    files: tuple[str, ...]
    """The files that have their text again."""
    loose: tuple[TypedText, ...]
    """Texts that no field of the dossier takes."""
    refused: tuple[str, ...]
    """Why files did not take theirs, in German."""


class Lost(Struct, frozen=True):
    """One text that an earlier window had not saved, as a person sees it."""

    title: str
    text: str


def lost_texts(session: Session, unsaved: Unsaved) -> tuple[Lost, ...]:
    """Return what the dossier does not say yet; nothing where all of it was saved after all."""
    return tuple(_lost(session, unsaved))


def _lost(session: Session, unsaved: Unsaved) -> Iterator[Lost]:
    names = names_in(session.dossier)
    for kept in unsaved.files:
        # Against what it began with: what others wrote since is none of these words.
        sides = [{} if text is None else {kept.file: text} for text in (kept.base, kept.mine)]
        if session.text(kept.file) == kept.mine:
            continue
        for change in compare(sides[0], sides[1], names):
            if change.kind == "changed":
                for field in change.fields:
                    yield Lost(f"{change.title} · {field.label}", field.new or "(gelöscht)")
            else:
                yield Lost(change.title, kept.mine or "(gelöscht)")
    for typed in unsaved.typed:
        if not typed.file or _value_at(session, typed) != typed.value:
            yield Lost(_title(session, typed, names), typed.text)


def _title(session: Session, typed: TypedText, names: Mapping[str, str]) -> str:
    role = role_of(typed.file)
    if role is None:
        return typed.title
    if role.kind is Kind.EVIDENCE:
        evidence = session.dossier.evidence.get(role.id)
        return f"{evidence.title if evidence else role.id} · {typed.title}"
    return f"{title_of(role, names.get(role.id, ''))} · {typed.title}"


def take_back(session: Session, unsaved: Unsaved) -> TakenBack:
    """Put all texts where they belong; what others changed since is not overwritten.

    All of it can be undone. Texts are loose where the field says something else by now.
    """
    taken: list[str] = []
    loose: list[TypedText] = []
    refused: list[str] = []
    with session.together():
        for kept in unsaved.files:
            try:
                if session.take_back(kept, _LABEL):
                    taken.append(kept.file)
            except TeaError as error:
                refused.append(str(error))
        for typed in unsaved.typed:
            match _typed_back(session, typed):
                case True:
                    taken.append(typed.file)
                case False:
                    loose.append(typed)
    return TakenBack(tuple(taken), tuple(loose), tuple(refused))


def _typed_back(session: Session, typed: TypedText) -> bool | None:
    """Store what was typed, if its field still says what it said then; None where it says so already."""
    if not typed.file or session.text(typed.file) is None:
        return False
    now = _value_at(session, typed)
    if now == typed.value:
        return None
    if now != typed.before:
        return False
    try:
        session.edit(typed.file, [Change(typed.path, REMOVE if typed.value is None else typed.value)], _LABEL)
    except TeaError:
        return False
    return True


def when(unsaved: Unsaved, today: date) -> str:
    """Say when the texts were written: the time, with the day where that was not today."""
    written = unsaved.written.astimezone()
    return f"von {written:%H:%M}" if written.date() == today else f"vom {written:%d.%m.%Y, %H:%M}"


def _value_at(session: Session, typed: TypedText) -> Any:
    value: Any = session.value(typed.file)
    for step in typed.path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
