"""Says in German what git refuses in English, and what can be done about it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tea_assistant.errors import GitError
from tea_assistant.patterns import regex


class _Refusal(NamedTuple):
    """What git says, as a pattern, and how to word it; `{place}` is what that group found."""

    pattern: str
    message: str
    hint: str


_RETRY = "Nichts ist verloren: Alles ist auf diesem Rechner festgehalten. Später noch einmal abgleichen."
_REFUSALS = tuple(
    (regex(pattern, re.IGNORECASE), message, hint)
    for pattern, message, hint in (
        _Refusal(
            r"dubious ownership in repository at '(?P<place>[^']*)'",
            "Der Ordner gehört einem anderen Benutzer; Git benutzt ihn deshalb nicht.",
            "Wenn Sie ihm vertrauen, einmal ausführen: git config --global --add safe.directory '{place}'",
        ),
        _Refusal(
            r"unable to create '(?P<place>[^']*\.lock)'",
            "Ein anderes Git arbeitet gerade in diesem Repositorium, oder eines wurde mittendrin beendet.",
            "Bitte einen Augenblick warten. Arbeitet keines mehr, kann diese Datei gelöscht werden: {place}",
        ),
        _Refusal(
            r"authentication failed|permission denied|could not read (username|password)|access denied"
            r"|\b40[13]\b|not authorized|insufficient permission|read-only file system|write access",
            "Der Server lässt Sie nicht: Die Anmeldung fehlt, oder Ihnen fehlen die Rechte.",
            "Bitte die Anmeldung mit „git fetch“ in einem Terminal einrichten, oder fragen, wer das "
            f"Repositorium verwaltet. {_RETRY}",
        ),
        _Refusal(
            r"currently checked out|checked out branch",
            "Das entfernte Repositorium ist selbst ein Arbeitsordner; dorthin lässt sich nichts übertragen.",
            "Zum Teilen gehört eines, in dem niemand arbeitet: git clone --bare. Danach die Adresse ändern: "
            f"git remote set-url origin ADRESSE. {_RETRY}",
        ),
        _Refusal(
            r"protected branch|pre-receive hook declined|\[remote rejected\]",
            "Der Server nimmt die Änderungen nicht an: Ein Zweig ist geschützt, oder eine Regel lehnt ab.",
            f"Bitte fragen, wer das Repositorium verwaltet. {_RETRY}",
        ),
        _Refusal(
            r"host key verification failed",
            "Der Server ist diesem Rechner noch nicht bekannt.",
            f"Bitte einmal „git fetch“ in einem Terminal ausführen und den Server bestätigen. {_RETRY}",
        ),
        _Refusal(
            r"could not resolve|connection (refused|timed out|reset)|network is unreachable|no route to host"
            r"|failed to connect|unable to access|operation timed out|early eof|hung up unexpectedly",
            "Der Server ist nicht zu erreichen.",
            f"Ist der Rechner am Netz? {_RETRY}",
        ),
        _Refusal(
            r"does not appear to be a git repository|repository .*not found|not a git repository"
            r"|could not read from remote",
            "Das entfernte Repositorium gibt es nicht (mehr) an seiner Adresse.",
            f"Die Adresse zeigt: git remote -v. {_RETRY}",
        ),
        _Refusal(
            r"no space left|disk full|quota exceeded",
            "Der Datenträger ist voll.",
            "Bitte Platz schaffen; es ist nichts verloren.",
        ),
        _Refusal(
            r"unable to auto-detect|tell me who you are|empty ident|no (email|name) was given",
            "Git weiß noch nicht, wer Sie sind; jede Änderung trägt den Namen dessen, der sie macht.",
            "Einmal ausführen: git config --global user.name 'Vorname Nachname' und\n"
            "git config --global user.email 'name@stadt.example'",
        ),
    )
)
_LONGEST = 300
"""Characters of git's own words where we have none for it."""


def refused(arguments: Sequence[str], said: bytes) -> GitError:
    """Return the error for a command that failed and what it said."""
    text = said.decode("utf-8", "replace").strip()
    for pattern, message, hint in _REFUSALS:
        if found := pattern.search(text):
            return GitError(message, hint=hint.replace("{place}", found.groupdict().get("place") or ""))
    lines = [line for line in text.splitlines() if not line.startswith("hint:")]
    own = " ".join(lines[-3:])[:_LONGEST] or "ohne Angabe von Gründen"
    return GitError(f"Git hat „git {_command(arguments)}“ abgelehnt.", hint=f"Git sagt dazu: {own}")


def _command(arguments: Sequence[str]) -> str:
    return next((word for word in arguments if not word.startswith("-") and "=" not in word), "")


def unfinished(arguments: Sequence[str], seconds: float) -> GitError:
    """Return the error for a command that takes too long."""
    return GitError(
        f"„git {_command(arguments)}“ wurde nach {seconds:.0f} Sekunden nicht fertig und ist beendet.",
        hint=f"Ist das Netz oder das Laufwerk erreichbar? {_RETRY}",
    )
