"""Keeps, deletes and puts back states from a page: asks first, and works in the background."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tea_assistant.errors import TeaError
from tea_assistant.model.snapshot import Snapshot
from tea_assistant.services.compare import FileChange
from tea_assistant.services.snapshots import restore as snapshot_restore
from tea_assistant.services.snapshots import snapshots
from tea_assistant.services.snapshots.items import restore_item
from tea_assistant.services.snapshots.known_states import KnownState
from tea_assistant.services.snapshots.states import State
from tea_assistant.services.snapshots.text import contents
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.working import Working
from tea_assistant.tui.wording import refusal

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

Result = TypeVar("Result")
Done = Callable[[], None]
"""Called once the states are others than before."""
_GROUP = "keep"


def keep(page: Page, done: Done) -> None:
    """Ask for a name and keep the present state under it."""
    if _is_busy(page):
        return
    dialog = AskText(
        "Stand festhalten",
        "Wie soll der Stand heißen? Er umfasst alles, was die Mappe jetzt sagt, mit den Anlagen.",
        "Festhalten",
        example="Entwurf an den Personalrat",
        problem=snapshots.name_problem,
    )

    def go_on(name: str | None) -> None:
        if name is not None and (draft := _attempt(page, lambda: snapshots.prepare(page.session, name))):
            _start(page, _keep(page, draft, done))

    page.ask(dialog, go_on)


async def _keep(page: Page, draft: snapshots.Draft, done: Done) -> None:
    app = cast("TeaApp", page.app)
    try:
        made = await asyncio.to_thread(draft.keep)
    except TeaError as error:
        app.tell(refusal(app.session.application, error), "error")
        return
    missing = "".join(f"\nNicht dabei: {skipped.file}: {skipped.reason}" for skipped in made.skipped)
    app.tell(f"Festgehalten: „{made.name}“, {contents(made)}.{missing}", timeout=10 if missing else None)
    done()


def restore(page: Page, snapshot: Snapshot, changes: tuple[FileChange, ...], done: Done) -> None:
    """Say what putting back a state would do, and do it once that is wanted.

    `changes` are those from the state to the present.
    """
    if _is_busy(page):
        return
    gone = sum(change.kind == "added" for change in changes)
    back = sum(change.kind == "removed" for change in changes)
    other = len(changes) - gone - back
    lines = [
        f"Die ganze Mappe sagt danach wieder, was „{snapshot.name}“ festhält:",
        f"- {_items(other)} wie damals, {back} zurückgeholt",
        f"- {gone} in den Papierkorb der Mappe, weil seither dazugekommen",
        "- auch Prüfungen, Anfragen und Anlagen sind dann die von damals",
        "",
        f"Vorher wird „{snapshot_restore.name_before(snapshot)}“ festgehalten; damit geht es auch zurück.",
    ]
    dialog = AskFirst("Ganzen Stand wiederherstellen?", "\n".join(lines), "Wiederherstellen")

    def go_on(wanted: bool | None) -> None:
        if wanted and (todo := _attempt(page, lambda: snapshot_restore.prepare(page.session, snapshot))):
            # The first dialog has to be gone before the next can come.
            page.call_later(_start, page, _restore(page, todo, done))

    page.ask(dialog, go_on)


async def _restore(page: Page, todo: snapshot_restore.Restoration, done: Done) -> None:
    app = cast("TeaApp", page.app)
    box = Working("Der Stand wird wiederhergestellt …")
    await app.push_screen(box)
    try:
        outcome = await asyncio.to_thread(todo.run)
    except TeaError as error:
        app.tell(refusal(app.session.application, error), "error", timeout=30)
        return
    finally:
        app.session.poll()
        box.dismiss(None)
        done()
    app.tell(f"„{todo.snapshot.name}“ ist wiederhergestellt. Vorher: „{outcome.before.name}“.", timeout=15)


def delete(page: Page, snapshot: Snapshot, done: Done) -> None:
    """Move a state to the trash once that is wanted."""
    question = f"„{snapshot.name}“ kommt in den Papierkorb der Mappe. Alles andere bleibt, wie es ist."

    def go_on(wanted: bool | None) -> None:
        if wanted and _attempt(page, lambda: snapshots.delete(page.session, snapshot)):
            done()

    page.ask(AskFirst("Stand löschen?", question, "Löschen"), go_on)


def restore_entry(page: Page, known: KnownState, then: State, change: FileChange) -> None:
    """Give one item what it said in a state, as a step that can be undone."""
    app = cast("TeaApp", page.app)
    if known.snapshot and change.file in {
        kept.file for kept in (*known.snapshot.files, *known.snapshot.attachments)
    }:
        snapshot = known.snapshot
        found = _attempt(page, lambda: restore_item(page.session, snapshot, change.file))
        if found is None:
            return
        notes = [f"{file} kam mit zurück." for file in found.attachments]
        notes += [f"{file} hat heute einen anderen Inhalt und bleibt, wie es ist." for file in found.others]
    elif change.file in then.texts:
        text = then.texts[change.file]
        label = f"Aus „{known.title}“ zurückgeholt"
        if _attempt(page, lambda: (page.session.put_back(change.file, text, label),)) is None:
            return
        notes = []
    else:
        app.tell(f"„{change.title}“ gab es in diesem Stand nicht.", severity="warning")
        return
    app.tell("\n".join([f"„{change.title}“ ist wieder wie damals. Strg+Z nimmt es zurück.", *notes]))


def _items(count: int) -> str:
    return "1 Eintrag" if count == 1 else f"{count} Einträge"


def _attempt(page: Page, do: Callable[[], Result]) -> Result | None:
    try:
        return do()
    except TeaError as error:
        page.tell(error)
        return None


def _is_busy(page: Page) -> bool:
    """Tell whether a state is being kept or put back already, and say so."""
    busy = any(worker.group == _GROUP and not worker.is_finished for worker in page.app.workers)
    if busy:
        cast("TeaApp", page.app).tell("Einen Moment noch: Der vorige Auftrag ist nicht fertig.")
    return busy


def _start(page: Page, work: Coroutine[Any, Any, None]) -> None:
    # The page may be left meanwhile, so it is the app that works.
    page.app.run_worker(work, group=_GROUP)
