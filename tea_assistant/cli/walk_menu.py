"""What `tea walk` offers at its start, and how it begins and ends."""

from collections.abc import Callable, Mapping

from tea_assistant.checks.nearest import suggestion
from tea_assistant.cli import terminal
from tea_assistant.cli.walk_figures import Figures
from tea_assistant.cli.walk_findings import Findings
from tea_assistant.cli.walk_form import Form
from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_measures import Measures
from tea_assistant.cli.walk_talk import (
    HELP,
    Ended,
    Word,
    chosen,
    hear,
    is_yes,
    list_choices,
    say,
    word_of,
)
from tea_assistant.cli.walk_way import WholeWay, asked_text
from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.layout import DOSSIER_FILE, Kind, cycle_file
from tea_assistant.services.claim import Claim, State, since, who
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.session import Session
from tea_assistant.store.schema import schema

_ELSEWHERE = ("understanding",)
"""What the settings hold and a part of the application asks for."""
_UNSAVED = 2


def walk(session: Session, part: str, *, everything: bool) -> int:
    """Ask about one part, or about what is chosen from the menu; return the exit code."""
    _require_part(session, part)
    claim = Claim(session.root)
    _take(claim)
    keeper = Keeper(session, claim)
    try:
        say(f"{session.dossier.organisation.name}, Bewerbungsrunde {session.cycle}.")
        say("Jede Antwort ist sofort gespeichert. „?“ erklärt, was Sie immer sagen können.")
        if part:
            WholeWay(keeper, Form(keeper)).go(part, everything=everything)
        else:
            _ask_menu(keeper)
    except Ended:
        pass
    except KeyboardInterrupt:
        say("", "Alles bis hierhin ist gespeichert.")
        raise
    finally:
        is_saved = keeper.save()
        claim.release()
    say("", "Gespeichert." if is_saved else "Nicht alles ist gespeichert.")
    return 0 if is_saved else _UNSAVED


def _ask_menu(keeper: Keeper) -> None:
    tasks = _tasks(keeper)
    titles = list(tasks)
    while True:
        progress = keeper.session.completeness
        say("", f"Erledigt: {100 * progress.overall:.0f} %. Offen: {asked_text(len(progress.gaps()))}.")
        for number, title in enumerate(titles, start=1):
            say(f"  {number}  {title}")
        line = hear("Was möchten Sie tun? Nummer, Enter für 1, „schluss“ beendet:").strip()
        word = word_of(line)
        if word is Word.UNDO:
            keeper.undo()
        elif word:
            say(HELP)
        elif not line or (line.isdecimal() and 0 < int(line) <= len(titles)):
            tasks[titles[int(line or 1) - 1]]()
        else:
            say(f"„{line}“ ist hier nicht möglich.")


def _tasks(keeper: Keeper) -> Mapping[str, Callable[[], object]]:
    form = Form(keeper)
    way = WholeWay(keeper, form)
    settings = keeper.session.application.cycle.where.file or cycle_file(keeper.session.cycle)
    return {
        "Lücken der Reihe nach": way.go,
        "Ein Teil der Bewerbung, von vorn bis hinten": lambda: _ask_part(keeper, way),
        "Maßnahmen": Measures(keeper, form).choose,
        "Kennzahlen": Figures(keeper, form).choose,
        "Befunde": Findings(keeper, form).go,
        "Organisation und Hausregeln": lambda: form.fields(DOSSIER_FILE, schema(Kind.DOSSIER), ()),
        "Bewerbungsrunde": lambda: form.fields(settings, schema(Kind.CYCLE), (), _ELSEWHERE),
    }


def _ask_part(keeper: Keeper, way: WholeWay) -> None:
    found = keeper.session.completeness.parts
    parts = [Choice(p.part, p.title, f"{p.done} von {len(p.items)} erledigt") for p in found]
    list_choices(parts)
    line = hear("Welcher Teil? Nummer oder Wort (Enter: keiner):").strip()
    if line and not word_of(line) and (choice := chosen(line, parts)):
        way.go(choice.value, everything=True)


def _require_part(session: Session, part: str) -> None:
    parts = [progress.part for progress in session.completeness.parts]
    if part and part not in parts:
        hint = suggestion(part, parts, f"Teile: {', '.join(parts)}")
        raise UsageError(f"Den Teil „{part}“ gibt es hier nicht.", hint=hint)


def _take(claim: Claim) -> None:
    """Claim the dossier; where another window has it, only who can be asked may take it over."""
    standing = claim.take()
    if standing.other and standing.state is not State.MINE:
        say(f"Diese Mappe ist gerade geöffnet ({who(standing.other)}, {since(standing.other)}).")
        question = "Trotzdem hier bearbeiten? Das andere Fenster liest dann nur noch."
        if not (terminal.can_ask() and is_yes(question)):
            raise EditError(
                "Die Mappe ist in einem anderen Fenster geöffnet.", hint="Bitte dort zuerst schließen."
            )
        standing = claim.take(over=True)
    if standing.note:
        say(standing.note)
