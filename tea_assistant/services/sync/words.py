"""What a sync says in German: the message of its commit, and what came of it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from tea_assistant.services.compare import FileChange
from tea_assistant.services.sync.outcome import Outcome

FIRST_MESSAGE = "Erster Stand der Mappe"
_LONGEST = 72
"""Characters of the first line of a message, by which lists of commits show it."""
_NAMED = 6
"""So many fields of a file are named."""
_KINDS = {"added": "neu", "removed": "gelöscht"}


def change_line(change: FileChange) -> str:
    """Tell in one line what happened to a file: „Maßnahme „Mentoring“: Ergebnis, Zusammenfassung“."""
    if change.kind != "changed":
        return f"{change.title}: {_KINDS[change.kind]}"
    labels = list(dict.fromkeys(field.label for field in change.fields))
    return f"{change.title}: {_some(labels)}"


def commit_message(changes: Sequence[FileChange], others: Sequence[str]) -> str:
    """Describe a commit by what changed; `others` are files that are no texts of the dossier."""
    lines = [*map(change_line, changes), *(f"Datei {file}" for file in others)]
    if not lines:
        return "Stand der Mappe"
    if len(lines) == 1:
        return _first_line(lines[0])
    titles = chain((change.title for change in changes), others)
    return "\n".join([_first_line(", ".join(titles)), "", *(f"- {line}" for line in lines)])


def outcome_text(outcome: Outcome, title: Callable[[str], str] = str) -> str:
    """Tell what came of a sync, and what is left to do; `title` names a file."""
    return "\n".join(_outcome_lines(outcome, title)) + "\n"


def _outcome_lines(outcome: Outcome, title: Callable[[str], str]) -> Iterator[str]:
    if outcome.sent:
        yield f"Festgehalten: {_some([*map(title, outcome.sent)])}"
    if outcome.received:
        yield f"Von anderen gekommen: {_some([*map(title, outcome.received)])}"
    for file, copy in outcome.copies:
        yield f"Beide haben {file} geändert. Ihre Datei bleibt; die der anderen liegt daneben: {copy}"
    for file in outcome.kept:
        yield f"{file} wurde auf einer Seite gelöscht und auf der anderen geändert. Die Datei bleibt."
    if outcome.ignored:
        yield f"Nicht dabei, weil .gitignore es ausschließt: {_some(outcome.ignored)}"
    if outcome.is_postponed:
        yield "Es ist noch zu entscheiden, was gilt. Bis dahin kommt nichts herein und geht nichts hinaus."
    elif not outcome.remote:
        yield (
            "Nur auf diesem Rechner festgehalten: Das Repositorium hat keine Gegenstelle. "
            "Eine einrichten: git remote add origin ADRESSE"
        )
    elif not (outcome.sent or outcome.received):
        yield f"Alle haben denselben Stand ({outcome.remote})."
    else:
        yield f"Jetzt haben alle denselben Stand ({outcome.remote})."


def _some(words: Sequence[str]) -> str:
    more = f" und {len(words) - _NAMED} weitere" if len(words) > _NAMED else ""
    return ", ".join(words[:_NAMED]) + more


def _first_line(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip(' ,:')}…"
