"""Documents of all kinds, as `tea import` takes them in: listed, gone through, or taken over unseen."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import arguments as given
from tea_assistant.cli import terminal
from tea_assistant.cli.waiting import bar
from tea_assistant.errors import DossierError, UsageError

if TYPE_CHECKING:
    from tea_assistant.model.catalogue import Catalogue
    from tea_assistant.services.session import Session
    from tea_assistant.services.triage.reading import Reading
    from tea_assistant.services.triage.triage import Triage

_NOT_YET = (
    "Nichts übernommen. Durchgehen lassen sich die Vorschläge an einem Terminal; "
    "--accept-all übernimmt alles als unbestätigt."
)
_MOST_LEFT = 5


def take_in(paths: Sequence[Path], arguments: Namespace) -> int:
    """Read first, and only then make or change a dossier; a file that cannot be used stops no other."""
    from tea_assistant.importing.documents.genre import Genre
    from tea_assistant.services.triage.proposing import About
    from tea_assistant.services.triage.reading import read_sources

    session = _existing(arguments)
    if arguments.accept_all and session is None and not _can_be_made(arguments):
        # Said before anybody waits for a long document.
        raise DossierError(
            f"Hier liegt keine Mappe: {Path(arguments.folder).resolve()}",
            hint="Mit --into ORDNER und einem Ordner, den es noch nicht gibt, entsteht eine neue.",
        )
    if session and arguments.name:
        terminal.tell("Hinweis: --name gilt nur für eine neue Mappe.")
    organisation = session.dossier.organisation if session else None
    about = About(organisation, Genre(arguments.kind) if arguments.kind else None)
    reading = read_sources(paths, _catalogue(session), _progress, about)
    terminal.tell_progress("")
    for remark in reading.remarks:
        terminal.tell(f"Nicht eingelesen: {remark}")
    if arguments.accept_all:
        _take_over(session or _made(reading, arguments), reading, arguments)
    elif _is_screen_wanted(session, arguments):
        return _go_through(session or _made(reading, arguments), reading, arguments)
    else:
        _list(session, reading, arguments)
    return 0


def _take_over(session: "Session", reading: "Reading", arguments: Namespace) -> None:
    from tea_assistant.services.triage.triage import Triage

    triage = Triage(session)
    triage.add(reading)
    if arguments.format == "json":
        from tea_assistant.services.triage.listing import as_json

        terminal.deliver(as_json(triage.items))
    _accept_all(triage, quiet=arguments.format == "json")


def _is_screen_wanted(session: "Session | None", arguments: Namespace) -> bool:
    if arguments.format != "text" or not terminal.is_interactive():
        return False
    return session is not None or _can_be_made(arguments)


def _go_through(session: "Session", reading: "Reading", arguments: Namespace) -> int:
    """Let a person decide on the screen."""
    from tea_assistant.tui.start import run as run_app

    return run_app(session.root, arguments.cycle, reading=reading)


def _list(session: "Session | None", reading: "Reading", arguments: Namespace) -> None:
    """Show what the documents propose; without a dossier, all of it is new."""
    from tea_assistant.services.triage.listing import as_json, as_text
    from tea_assistant.services.triage.standing import opened, undecided
    from tea_assistant.services.triage.triage import Triage

    if session:
        triage = Triage(session)
        triage.add(reading)
        documents, items = triage.documents, triage.items
    else:
        documents = opened(reading)
        items = tuple(item for document in documents for item in undecided(document))
    if arguments.format == "json":
        terminal.deliver(as_json(items))
        return
    terminal.show(as_text(documents, items, _catalogue(session)))
    if any(item.state.waits for item in items):
        terminal.tell(_NOT_YET)


def _accept_all(triage: "Triage", *, quiet: bool) -> None:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.triage.values import title_of

    taken, left = triage.accept_all()
    saved(triage.session)
    if quiet:
        return
    counts = triage.counts
    told = [f"{taken} übernommen, noch nicht bestätigt."]
    told += [f"{counts.unchanged} waren schon entschieden."] if counts.unchanged else []
    told += [f"{len(left)} nicht übernommen:"] if left else []
    by_reason: dict[str, list[str]] = {}
    for item, reason in left:
        by_reason.setdefault(reason, []).append(title_of(item.proposal))
    for reason, titles in by_reason.items():
        told.append(f"  {reason}" if len(titles) == 1 else f"  {reason} ({len(titles)})")
        told += [f"    {title}" for title in titles[:_MOST_LEFT]]
        told += [f"    … und {len(titles) - _MOST_LEFT} weitere"] if len(titles) > _MOST_LEFT else []
    terminal.show("\n".join(told))


def _existing(arguments: Namespace) -> "Session | None":
    """Open the dossier that is meant; None where there is none yet."""
    from tea_assistant.services.opening import find_dossier

    try:
        find_dossier(Path(arguments.folder))
    except DossierError:
        return None
    return given.open_session(arguments, writes=bool(arguments.accept_all))


def _can_be_made(arguments: Namespace) -> bool:
    """Tell whether a dossier may be made there: only where a folder was named that holds nothing yet."""
    folder = Path(arguments.folder)
    if arguments.folder == ".":
        return False
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _made(reading: "Reading", arguments: Namespace) -> "Session":
    from tea_assistant.services.create import create_dossier, next_cycle
    from tea_assistant.services.opening import open_dossier
    from tea_assistant.services.triage.name import organisation_name

    guess = organisation_name([read.source for read in reading.documents])
    name = arguments.name.strip() or guess
    if not arguments.name.strip() and terminal.can_ask():
        name = terminal.ask(f"Name der Organisation{f' [{guess}]' if guess else ''}: ") or guess
    if not name:
        raise UsageError("Die Mappe braucht den Namen der Organisation.", hint="Bitte angeben: --name NAME")
    year = next_cycle(date.today())  # noqa: DTZ011 (the user's own calendar)
    folder = create_dossier(Path(arguments.folder), name, cycle=arguments.cycle or year)
    terminal.tell(f"Mappe angelegt: {folder} ({name})")
    return open_dossier(folder)


def _catalogue(session: "Session | None") -> "Catalogue":
    from tea_assistant.services.triage.reading import newest_catalogue

    return session.application.catalogue if session else newest_catalogue()


def _progress(name: str, done: int, of: int) -> None:
    """Show in one line how far a document is."""
    if not of:
        terminal.tell_progress(f"{name} wird gelesen …")
        return
    if done >= of:
        terminal.tell_progress(f"{name} wird ausgewertet …")
        return
    terminal.tell_progress(f"{name} {bar(done, of)} Seite {done} von {of}")
