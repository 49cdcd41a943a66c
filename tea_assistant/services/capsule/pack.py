"""Makes the capsule of a round: what was handed in, with all that it rests on, in one file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk, EditError, FileError, UsageError
from tea_assistant.model.finding import Severity
from tea_assistant.prose.printable import printable
from tea_assistant.services.build import FOLDER, outputs
from tea_assistant.services.capsule import capsule
from tea_assistant.services.capsule.contents import Contents, gather
from tea_assistant.services.capsule.manifest import manifest_text, state_values
from tea_assistant.services.capsule.readme import readme_text
from tea_assistant.services.inbox.inbox import require_decided
from tea_assistant.services.manuscript import Manuscript, manuscript
from tea_assistant.services.review.final import require_signed
from tea_assistant.services.session import Session
from tea_assistant.store import files

_INTERNAL = "-intern"
_MOST_NAMES = 100


class Draft(Struct, frozen=True):
    """A capsule before its pages are laid out; what becomes of the dossier no longer touches it."""

    root: Path
    manuscript: Manuscript
    contents: Contents
    state: Mapping[str, object]
    """What the manifest says beside the list of files."""
    day: date
    reason: str
    internal: bool


class Packed(Struct, frozen=True):
    """A capsule on disk."""

    path: Path
    sha256: str
    """Of the whole file: written down elsewhere, it proves that nobody has put another in its place."""
    is_new: bool
    """False where the same capsule lay there already."""


def obstacles(session: Session) -> tuple[str, ...]:
    """Return in German what speaks against handing the round in; a reason can overrule it."""
    found = []
    if errors := session.report.counts[Severity.ERROR]:
        found.append(f"Die Prüfung findet {errors} Fehler.")
    for require in (require_decided, require_signed):
        try:
            require(session)
        except UsageError as error:
            found.append(error.message)
    return tuple(found)


def prepare(session: Session, *, day: date | None = None, reason: str = "", internal: bool = False) -> Draft:
    """Gather all that the capsule is made of; raises `UsageError` where something speaks against it.

    A `reason` overrules that, and is recorded where it did. Raises `EditError` while edits are not on disk.
    """
    against = obstacles(session)
    reason = printable(reason).strip() if against else ""
    if against and not reason:
        raise UsageError(
            " ".join(["Kein Abgabepaket.", *against]),
            hint='Was fehlt, zeigt: tea check. Trotzdem packen: tea pack --final --force --reason "…"',
        )
    if session.dirty:
        message = "Es ist noch nicht alles gespeichert."
        raise EditError(message, hint="Bitte speichern und das Paket noch einmal erzeugen.")
    day = day or session.today()
    contents = gather(session, internal=internal)
    state = state_values(session, contents, day=day, reason=reason, internal=internal)
    return Draft(session.root, manuscript(session, final=True), contents, state, day, reason, internal)


def write(draft: Draft, target: Path | None = None) -> Packed:
    """Lay out the pages and write the capsule; raises `FileError` where it does not fit or cannot be written.

    A capsule of other content is never replaced. Without a target it goes beside the documents of the
    dossier, under the first name that is free.
    """
    data = capsule.zip_of(_members(draft), draft.manuscript.facts.dated)
    sha256 = capsule.sum_of(data)
    ending = f"{_INTERNAL if draft.internal else ''}{capsule.ENDING}"
    stem = draft.root / FOLDER / draft.manuscript.name
    names = [target] if target else _names(stem, ending)
    for path in names:
        was_there = path.exists()
        try:
            if target is None:
                files.own_place(draft.root, FOLDER)
            files.write_checked(path, data, None)
        except ChangedOnDisk:
            continue
        except OSError as error:
            raise FileError(
                f"Das Paket lässt sich nicht nach {path} schreiben: {files.explain(error)}",
                hint="An eine andere Stelle: tea pack --final -o DATEI",
            ) from error
        return Packed(path, sha256, is_new=not was_there)
    raise FileError(
        f"{names[0]} gibt es schon, mit anderem Inhalt. Ein Paket wird nie überschrieben.",
        hint="Bitte einen anderen Namen wählen: tea pack --final -o DATEI",
    )


def _names(stem: Path, ending: str) -> list[Path]:
    numbers = ("", *(f"-{number}" for number in range(2, _MOST_NAMES)))
    return [stem.with_name(f"{stem.name}{number}{ending}") for number in numbers]


def _members(draft: Draft) -> Mapping[str, bytes]:
    made = outputs(draft.manuscript)
    members = {
        **{capsule.DOCUMENT + name: content for name, content in made.items()},
        **{capsule.DOSSIER + name: content for name, content in draft.contents.files.items()},
    }
    readme = readme_text(
        organisation=draft.manuscript.facts.organisation or draft.root.name,
        title=draft.manuscript.facts.title,
        day=draft.day,
        documents=[name for name in made if "/" not in name],
        left_out=draft.contents.left_out,
        reason=draft.reason,
        internal=draft.internal,
    )
    members[capsule.README] = readme.encode("utf-8")
    _require_room(members)
    members[capsule.MANIFEST] = manifest_text(draft.state, members).encode("utf-8")
    sums = {name: capsule.sum_of(content) for name, content in members.items()}
    return {**members, capsule.SUMS: capsule.sums_text(sums).encode("utf-8")}


def _require_room(members: Mapping[str, bytes]) -> None:
    size = sum(map(len, members.values()))
    if size > capsule.LARGEST_CAPSULE or len(members) > capsule.MOST_FILES:
        raise FileError(
            f"Das Paket hätte {len(members)} Dateien mit {size // 1_000_000} MB; erlaubt sind "
            f"{capsule.MOST_FILES} mit {capsule.LARGEST_CAPSULE // 1_000_000} MB.",
            hint="Bitte große Nachweise verkleinern oder als Internetadresse angeben.",
        )
