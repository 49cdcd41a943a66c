"""What the search offers: commands, parts, action fields, activities, measures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.layout import cycle_file, evidence_file, field_file, figures_file
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.tui.keys import EVERYWHERE, Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.theme import TITLES

if TYPE_CHECKING:
    from tea_assistant.tui.remembering_app import RememberingApp

_NOT_OFFERED = frozenset({"palette", "back"})


class Entry(Struct, frozen=True):
    """One thing to find: a command to run, or a place to go to."""

    title: str
    kind: str
    """German: what sort of thing it is."""
    key: str = ""
    """The key that does the same."""
    action: str = ""
    file: str = ""
    path: Path = ()
    also: str = ""
    """Another name by which people look for it."""


_ELSEWHERE = (
    Entry("Kennzahlen und Stichtage", "Befehl", action="app.open('figures')"),
    Entry("Dokumente einlesen: Plan, Jurytext, letzte Bewerbung", "Befehl", action="app.open('triage')"),
    Entry("Kennzahlen aus einer Tabelle einlesen", "Befehl", action="app.open('figures_import')"),
    Entry("Neue Bewerbungsrunde beginnen", "Befehl", action="app.open('renew')"),
    Entry("Jury und Erwartungen", "Befehl", action="app.open('expectations')"),
    Entry("Fortschritt seit der letzten Runde", "Befehl", action="app.open('progress')"),
    Entry("Ins Portal übertragen", "Befehl", action="app.open('transfer')"),
    Entry("Fachstellen fragen: Anfragen", "Befehl", action="app.open('requests')"),
    Entry("Antworten der Fachstellen", "Befehl", action="app.open('answers')"),
    Entry("Stände der Mappe: festhalten, vergleichen", "Befehl", action="app.open('states')"),
    Entry("Papierkorb: Gelöschtes zurückholen", "Befehl", action="app.open('trash')"),
    Entry("Ist alles in Ordnung? Installation, Rechner und Mappe", "Befehl", action="app.open('doctor')"),
    Entry("Anmerkungen der Prüfung", "Befehl", action="app.open('threads')"),
    Entry("Prüfen: anmerken und freigeben", "Befehl", action="app.review"),
    Entry("Rundgang: in zehn Minuten alles einmal tun", "Befehl", action="app.tour"),
)
"""Screens without a key of their own."""
_COLOURS = tuple(
    Entry(f"Farben: {title}", "Befehl", action=f"app.switch_theme({name!r})")
    for name, title in TITLES.items()
)
_NEWS = Entry("Was ist neu", "Befehl", action="app.news")
_KEYS = Entry("Alle Tasten", "Befehl", action="app.keys")
_BORDERS = Entry("Spalten wieder wie am Anfang", "Befehl", action="screen.move_border(0)")
_END_REVIEW = Entry("Prüfung beenden", "Befehl", action="app.end_review")


def entries(page: Page, session: Session) -> Iterator[Entry]:
    """Yield everything that can be found from a page, in the order in which it is offered."""
    chosen = cast("RememberingApp", page.app).key_choices
    for command in (*page.COMMANDS, *EVERYWHERE):
        if command.id not in _NOT_OFFERED:
            key = chosen.keys.get(command.id, command.key) if chosen else command.key
            yield _command(command, key, on_page=command in page.COMMANDS)
    yield from _ELSEWHERE
    yield from _COLOURS
    yield _KEYS
    yield _NEWS
    if page.PANES:
        yield _BORDERS
    if session.review_file:
        yield _END_REVIEW
    yield from _parts(session)
    yield from _criteria(session)
    yield from _measures(session)


def _command(command: Command, key: str, *, on_page: bool) -> Entry:
    # The dialog runs it, so it has to be told whose action is meant.
    known = command.action.startswith(("app.", "screen."))
    owner = "" if known else "screen." if on_page else "app."
    return Entry(command.label, "Befehl", key, f"{owner}{command.action}")


def _parts(session: Session) -> Iterator[Entry]:
    application = session.application
    settings = cycle_file(session.cycle)
    yield Entry(
        "Einstellungen der Runde: Frist, Umfang, eingereicht am",
        "Befehl",
        file=settings,
        path=("deadline",),
    )
    for part in application.parts:
        title = application.part_title(part)
        match part.kind:
            case PartKind.ORGANISATION:
                yield Entry(title, "Teil", file=application.organisation.where.file)
            case PartKind.FIGURES:
                file = figures_file(application.cycle.figures) if application.cycle.figures else settings
                yield Entry(title, "Teil", file=file)
            case PartKind.UNDERSTANDING:
                yield Entry(title, "Teil", file=settings)
            case PartKind.ACTION_FIELD:
                label = application.catalogue.fields[part.id].label
                yield Entry(title, "Aktionsfeld", file=field_file(session.cycle, part.id), also=label)
            case _:
                continue


def _criteria(session: Session) -> Iterator[Entry]:
    for field in session.application.action_fields:
        file = field_file(session.cycle, field.id)
        for criterion in field.criteria:
            yield Entry(criterion.title, field.label, file=file, path=("criteria", criterion.id))
        for index, own in enumerate(session.application.answer(field.id).own_criteria):
            yield Entry(own.title or own.id, field.label, file=file, path=("own_criteria", index))


def _measures(session: Session) -> Iterator[Entry]:
    measures = session.dossier.evidence.values()
    for evidence in sorted(measures, key=lambda evidence: (evidence.title or evidence.id).casefold()):
        yield Entry(evidence.title or evidence.id, "Maßnahme", file=evidence_file(evidence.id))
