"""Keeps what is typed and not saved yet beside the dossier, and offers it after a crash."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tea_assistant.model.unsaved import TypedText, Unsaved
from tea_assistant.services.session import Session
from tea_assistant.tui import rescue
from tea_assistant.tui.page import Page

if TYPE_CHECKING:
    from tea_assistant.tui.safe_app import SafeApp
    from tea_assistant.tui.widgets.form_field import FormField

_BOXES = frozenset(("TextArea", "FormInput"))
"""What one types texts in, by name: none of it need be loaded for the first screen."""
_AFTER = 0.5
"""Seconds from the first key to the file: with what an editor holds back, less than a second is ever lost."""


class Keeping:
    """Writes what is unsaved into a file of the person's own while there is anything, with a timer of an app.

    Saving may wait, for a pause, for a network drive or for a decision; this does not, and it also takes
    what no field has handed over yet.
    """

    def __init__(self, app: "SafeApp", session: Session) -> None:
        self._app = app
        self._session = session
        self._timer: Timer | None = None
        self._place: Path | None = None
        """The file of this window; None while there is nothing in it."""
        self._kept: tuple[object, ...] = ()
        self._ended = False
        self._failed = False
        self._begun: WeakKeyDictionary[Widget, str] = WeakKeyDictionary()
        """What stood in the boxes outside of forms before the first key."""

    def note(self, event: events.Event) -> None:
        """Remember, before a key does anything, what stood in the box that gets it; and keep what comes."""
        if not isinstance(event, events.Key | events.Paste | events.MouseUp):
            return
        focused = self._app.focused
        if focused and _kinds(focused) & _BOXES and focused not in self._begun:
            self._begun[focused] = _text(focused)
        self.schedule()

    def schedule(self) -> None:
        """Keep what is unsaved in half a second, however fast changes follow one another."""
        if self._timer is None and not self._ended and self._app.is_running:
            self._timer = self._app.set_timer(_AFTER, self._keep_quietly)

    def keep(self) -> None:
        """Write what is unsaved now, or take the file away where everything is saved; raises `OSError`."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        if self._ended:
            return
        kept = self._session.unsaved, tuple(self._typed())
        if kept == self._kept:
            return
        from tea_assistant.store import unsaved_files  # noqa: PLC0415 (the start must not wait for it)

        if any(kept):
            place = self._place or unsaved_files.new_place(self._session.root)
            unsaved_files.write(place, unsaved_files.unsaved_now(self._session.root, *kept))
            self._place = place
        elif self._place:
            unsaved_files.remove(self._place)
            self._place = None
        self._kept = kept

    @property
    def holds(self) -> bool:
        """Whether there is anything in the file."""
        return self._place is not None

    def touch(self) -> None:
        """Say that this window is still there."""
        if self._place:
            from tea_assistant.store import unsaved_files  # noqa: PLC0415 (see above)

            unsaved_files.touch(self._place)

    def forget(self) -> None:
        """Take the file away: the user has decided what becomes of the texts."""
        self._ended = True
        if self._place:
            from tea_assistant.store import unsaved_files  # noqa: PLC0415 (see above)

            unsaved_files.remove(self._place)

    def _keep_quietly(self) -> None:
        self._timer = None
        try:
            self.keep()
        except (OSError, TypeError, ValueError) as error:
            # Saving goes on all the same; who types can do nothing about it.
            if not self._failed:
                from tea_assistant.store import program_log  # noqa: PLC0415 (see above)

                program_log.note("unsaved texts cannot be kept", error=type(error).__name__)
            self._failed = True

    def _typed(self) -> Iterator[TypedText]:
        """Yield what stands in boxes and no file says, not even in memory."""
        for screen in self._app.screen_stack:
            for widget in screen.query("FormField"):
                field: FormField = widget  # type: ignore[assignment] # found by its name: it need not be loaded
                # A page behind another one may not have heard yet that its text was taken.
                if field.pending and field.pending[1] != field.value:
                    text, value = field.pending
                    file, path = field.subject.file, field.plan.path
                    yield TypedText(field.plan.title, text, file, path, value, field.value)
        for box, before in list(self._begun.items()):
            text = _text(box)
            if not box.is_attached or not box.display or text == before or _is_elsewhere(box):
                continue
            file = box.screen.place[0] if isinstance(box.screen, Page) else ""
            if rescue.not_in(self._session.value(file), [text]):
                yield TypedText(_title(box), text)


def offer(app: "SafeApp", session: Session) -> None:
    """Show what an earlier window had not saved; the user decides what becomes of it."""
    from tea_assistant.store import program_log, unsaved_files  # noqa: PLC0415 (the start must not wait)

    program_log.note("dossier opened", files=len(session.dossier.evidence), round=session.cycle)
    for found in unsaved_files.left_behind(session.root):
        meant = {kept.file for kept in found.unsaved.files}
        if session.review_file and not meant <= {session.review_file}:
            continue
        from tea_assistant.services.unsaved import lost_texts  # noqa: PLC0415 (seldom wanted)

        lost = lost_texts(session, found.unsaved)
        if not lost:
            unsaved_files.set_aside(found.path)
            continue
        program_log.note(
            "unsaved texts offered", files=len(found.unsaved.files), typed=len(found.unsaved.typed)
        )
        from tea_assistant.tui.widgets.unsaved_texts import UnsavedTexts, Way  # noqa: PLC0415 (seldom wanted)

        def decided(way: Way | None, found: unsaved_files.LeftBehind = found) -> None:
            if way is Way.TAKE and not _taken(app, session, found.unsaved):
                return
            if way:
                unsaved_files.set_aside(found.path)
                offer(app, session)

        app.push_screen(UnsavedTexts(found.unsaved, lost, session.today()), decided)
        return


def _taken(app: "SafeApp", session: Session, unsaved: Unsaved) -> bool:
    from tea_assistant.services.unsaved import take_back  # noqa: PLC0415 (seldom wanted)

    done = take_back(session, unsaved)
    lines = ["Ihre Texte stehen wieder in der Mappe. Strg+Z nimmt sie heraus."] if done.files else []
    lines += [f"Nicht übernommen: {reason}" for reason in done.refused]
    if done.loose:
        path = rescue.write_texts(session, {typed.title: typed.text for typed in done.loose})
        if path is None:
            app.tell("Die Texte lassen sich nirgends ablegen.", severity="error")
            return False
        lines.append(f"Texte, die zu keinem Feld mehr passen, liegen in: {path}")
    app.tell(
        "\n".join(lines), severity="warning" if done.refused or done.loose else "information", timeout=15
    )
    app.outside.tell_conflicts([conflict.file for conflict in session.conflicts])
    return not done.refused


def _text(box: Widget) -> str:
    return str(getattr(box, "text" if "TextArea" in _kinds(box) else "value"))


def _kinds(widget: object) -> set[str]:
    return {base.__name__ for base in type(widget).__mro__}


def _is_elsewhere(box: Widget) -> bool:
    """Tell whether a box is one of a form, one that has handed its text over, or one to search in."""
    if getattr(box, "is_search", False):
        return True
    for outer in box.ancestors:
        kinds = _kinds(outer)
        if "FormField" in kinds:
            return True
        if "ProseEditor" in kinds:
            return not getattr(outer, "is_pending", True)
    return False


def _title(box: Widget) -> str:
    for outer in box.ancestors:
        if isinstance(outer, Widget) and outer.border_title:
            return Content.from_markup(outer.border_title).plain
    heading = getattr(box.screen, "heading", "")
    return str(heading) or "Text auf dem Bildschirm"
