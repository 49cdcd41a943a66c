"""Where a finding stands, in the words of the screens, and the text that stands there."""

from typing import Any

from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import FileRole, Kind, role_of
from tea_assistant.model.source import Path
from tea_assistant.services.file_titles import title_of

_LONGEST = 160
_NO_TEXT = frozenset(("sha256", "fingerprint", "applies", "format"))
"""What stands under these keys says nothing to a reader."""


def place_of(application: Application, file: str, path: Path, value: object) -> str:
    """Name a place of the dossier: „Maßnahme „Mentoring“ › Nachweise: Konzept › Stand“."""
    role = role_of(file)
    if role is None:
        return file
    crumbs = [title_of(role, _name(application, role))]
    known: tuple[str, ...] = (role.kind.value,)
    at: Any = value
    for step in path:
        at = _below(at, step)
        if isinstance(step, int):
            crumbs[-1] += f": {_entry_name(at) or step + 1}"
        elif title := application.labels.keys.get((*known, step)):
            known = (*known, step)
            crumbs.append(title)
        else:
            crumbs[-1] += f": {_free_name(application, role, step)}"
    return " › ".join(crumbs)


def quote_of(application: Application, finding: Finding, value: object, text: str | None) -> str:
    """Return the text that a finding is about, shortened around its place; empty where there is none."""
    lines = (text or "").splitlines()
    line = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    if value is None:
        # The file cannot be read as a whole, but this line of it can.
        return _window(line, finding.column - 1)
    at: Any = value
    for step in finding.path:
        at = _below(at, step)
    if not isinstance(at, str) or (finding.path and finding.path[-1] in _NO_TEXT):
        return ""
    if line.strip() and line.strip() in at:
        return _window(line, finding.column - 1)
    return _named(application, finding, at) or _window(at, 0)


def _below(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step] if isinstance(value, list) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _entry_name(entry: Any) -> str:
    name = entry.get("title") or entry.get("name") if isinstance(entry, dict) else ""
    return " ".join(name.split()) if isinstance(name, str) else ""


def _name(application: Application, role: FileRole) -> str:
    if role.kind is Kind.EVIDENCE:
        evidence = application.dossier.evidence.get(role.id)
        return evidence.title if evidence else ""
    if role.kind is Kind.FIELD:
        round_ = application.dossier.rounds.get(role.group)
        catalogue = application.dossier.catalogues.get(round_.cycle.catalogue) if round_ else None
        field = (catalogue or application.catalogue).fields.get(role.id)
        return field.label if field else ""
    return ""


def _free_name(application: Application, role: FileRole, name: str) -> str:
    """Name what a file calls by an id that is no key of its own."""
    field = application.catalogue.fields.get(role.id) if role.kind is Kind.FIELD else None
    criterion = field.criterion(name) if field else None
    prompts = application.catalogue.understanding if role.kind is Kind.CYCLE else ()
    prompt = next((prompt for prompt in prompts if prompt.id == name), None)
    found = criterion or prompt
    return (found.title if found else "") or name


def _named(application: Application, finding: Finding, value: str) -> str:
    """Return the German name of a value that is one of a list of words; empty for free text."""
    role = role_of(finding.file)
    keys: tuple[str, ...] = (role.kind.value,) if role else ()
    for step in finding.path:
        if isinstance(step, str) and (*keys, step) in application.labels.keys:
            keys = (*keys, step)
    return application.labels.values.get((*keys, value), "")


def _window(text: str, column: int) -> str:
    """Return the words around a column as one line."""
    start = max(0, column - _LONGEST // 2)
    if start:
        start = text.rfind(" ", 0, start) + 1
    end = start + _LONGEST
    if end < len(text) and (space := text.rfind(" ", start + 1, end)) > start:
        end = space
    shown = " ".join(text[start:end].split())
    return ("… " if start and shown else "") + shown + (" …" if text[end:].strip() else "")
