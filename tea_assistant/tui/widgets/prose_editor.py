"""The editor for Markdown prose: word count, references while typing, and nothing typed is lost."""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import clamp
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from tea_assistant.model.application import Application
from tea_assistant.patterns import regex
from tea_assistant.prose.merging import merge_texts
from tea_assistant.prose.words import word_count
from tea_assistant.tui.flowing_text import FlowingText
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.completion import Completion
from tea_assistant.tui.widgets.prose_area import ProseArea
from tea_assistant.tui.widgets.reference_completion import unknown
from tea_assistant.tui.widgets.reference_list import ReferenceList
from tea_assistant.tui.widgets.steady import Steady

_FIRST_LINES = regex(r"\A(?:[^\S\n]*\n)+")
"""Empty lines before a text, which no prose begins with."""
_LONGEST_WAIT = 0.5
"""Seconds after which it is reported although typing goes on."""
_LONGEST_SCAN = 100_000
"""Characters up to which references are looked up while typing; the checks look through any text."""


class ProseEditor(Vertical):
    """Edits one prose of the dossier; the owner loads it, stores what is reported, and asks before leaving.

    Typing is reported as `Edited` after a pause. Between two reports `commit()` returns what the owner has
    not stored yet. Only `load()` tells the editor what the dossier says, so nothing counts as stored that
    the dossier has refused.
    """

    DEFAULT_CSS = """
    ProseEditor {
        height: 1fr;
        min-height: 5;
        & > ProseArea { height: 1fr; }
        & > Horizontal { height: 1; padding: 0 1; }
        & .prose-editor--hint { width: 1fr; height: 1; color: $text-warning; text-overflow: ellipsis; }
        & .prose-editor--words { width: auto; color: $text-muted; padding-left: 1; }
    }
    """

    PAUSE: ClassVar[float] = 0.05
    """Seconds without a key after which typing is reported, so that the pages follow at once; 0 reports every
    key."""

    class Edited(Message):
        """Somebody has typed, and paused."""

        def __init__(self, editor: "ProseEditor", text: str) -> None:
            super().__init__()
            self.editor = editor
            self.text = text

        @property
        def control(self) -> "ProseEditor":
            """The editor."""
            return self.editor

    class Left(Message):
        """The focus has left the text; what is typed next is a step of its own."""

        def __init__(self, editor: "ProseEditor") -> None:
            super().__init__()
            self.editor = editor

        @property
        def control(self) -> "ProseEditor":
            """The editor."""
            return self.editor

    def __init__(
        self,
        application: Callable[[], Application] | None = None,
        *,
        target_words: int = 0,
        debounce: float | None = None,
        placeholder: str = "Noch kein Text. {{ setzt eine Kennzahl ein, [[ eine Maßnahme.",
        id: str | None = None,  # noqa: A002 (Textual's name)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._application = application
        self._target_words = target_words
        self._debounce = self.PAUSE if debounce is None else debounce
        self.area = ProseArea(plain(placeholder))
        self._list = ReferenceList()
        self._completion = Completion(self.area, self._list, application)
        self._hint = Steady(classes="prose-editor--hint", markup=False)
        self._words = Steady(classes="prose-editor--words", markup=False)
        self._stored = ""
        """What the dossier says."""
        self._untouched: str | None = ""
        """What the field shows while it says the same as the dossier; None where nothing does."""
        self._flow = FlowingText("")
        self._reports: list[str] = []
        """What the owner was told; it comes back from the dossier while typing goes on."""
        self._changed_elsewhere = False
        self._first_key = self._last_key = 0.0
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the text above its status line."""
        yield self.area
        with Horizontal():
            yield self._hint
            yield self._words
        yield self._list

    def on_mount(self) -> None:
        """Show the count of an empty text too."""
        self._show_status()

    # What the owner uses

    @property
    def text(self) -> str:
        """What stands in the field, as the dossier writes prose: ending with one line break, or empty."""
        typed = self.area.text
        return self._stored if typed == self._untouched else _as_prose(self._flow.written_as(typed.rstrip()))

    @property
    def is_pending(self) -> bool:
        """Whether something is typed that the dossier does not say."""
        return self.text != self._stored

    @property
    def read_only(self) -> bool:
        """Whether the text can only be read."""
        return bool(self.area.read_only)

    @read_only.setter
    def read_only(self, value: bool) -> None:
        self.area.read_only = value

    def load(self, text: str, *, other: bool = False) -> None:
        """Show what the dossier says; typing that is not stored stays, unless this is another text.

        What somebody else wrote meanwhile goes into it. The cursor stays where it is, for another text it
        goes to the beginning.
        """
        typed, before, stored = self.text, self._stored, _as_prose(text)
        if stored == typed == before and self._untouched is not None and not other:
            return
        if stored == typed and not other:
            self._settle(stored)
        elif other or typed == before:
            self._settle(stored)
            self._replace(keep_cursor=not other)
        else:
            self._stored, self._untouched = stored, None
            if stored != before and stored not in self._reports:
                self._join(before, typed, stored)
        self._show_status()

    def commit(self) -> str | None:
        """Return what is typed and not stored yet; None where there is no such thing."""
        self._stop_timer()
        if not self.is_pending:
            return None
        self._reports.append(self.text)
        return self._reports[-1]

    def focus(self, scroll_visible: bool = True) -> "ProseEditor":
        """Put the cursor into the text."""
        self.area.focus(scroll_visible)
        return self

    # Typing

    @on(TextArea.Changed)
    def _text_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._completion.typed()
        self._last_key = time.monotonic()
        if self._timer is None:
            self._first_key = self._last_key
            self._start_timer(self._debounce)

    def _start_timer(self, seconds: float) -> None:
        if seconds > 0:
            self._timer = self.set_timer(seconds, self._typing_paused)
        else:
            self._report()

    def _typing_paused(self) -> None:
        now = time.monotonic()
        rest = self._last_key + self._debounce - now
        if rest > 0 and now - self._first_key < _LONGEST_WAIT:
            self._start_timer(rest)
        else:
            self._report()

    def _report(self) -> None:
        self._show_status()
        if (text := self.commit()) is not None:
            self.post_message(self.Edited(self, text))

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Report at once when the focus leaves."""
        if event.widget is self.area:
            self._list.close()
            self._report()
            self.post_message(self.Left(self))

    def _settle(self, stored: str) -> None:
        """Note that the dossier says what the field shows, or is about to show."""
        self._stored, self._untouched = stored, self.area.text
        self._flow = FlowingText(stored.removesuffix("\n"))
        self._reports.clear()
        self._changed_elsewhere = False

    def _join(self, before: str, typed: str, stored: str) -> None:
        """Put what somebody else wrote into what is being typed; both stay where they are about one place."""
        self._changed_elsewhere = True
        # What was typed may be stored in part, and where the two began is then one of the reports.
        found = [merge_texts(base, typed, stored) for base in (before, *reversed(self._reports))]
        merged = next((one for one in found if one.clean), found[0]).text
        if merged == typed:
            return
        old, (row, column) = self.area.text, self.area.cursor_location
        at = sum(len(line) + 1 for line in old.split("\n")[:row]) + column
        self._flow = FlowingText(merged.removesuffix("\n"))
        self._replace(keep_cursor=True)
        self._untouched = None
        new = self.area.text
        same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
        # What was put in before the cursor moves it.
        before_cursor = new[: at if at <= same else max(same, at + len(new) - len(old))]
        self.area.move_cursor((before_cursor.count("\n"), len(before_cursor.rpartition("\n")[2])))
        self._start_timer(self._debounce)

    def _replace(self, *, keep_cursor: bool) -> None:
        self._stop_timer()
        self._list.close()
        cursor, scroll = self.area.cursor_location, self.area.scroll_offset
        with self.prevent(TextArea.Changed):
            self.area.load_text(self._flow.flowing)
        # The field takes some rare characters for line breaks: that is no typing.
        self._untouched = self.area.text
        if keep_cursor:
            row = clamp(cursor[0], 0, self.area.document.line_count - 1)
            self.area.move_cursor((row, min(cursor[1], len(self.area.document.get_line(row)))))
            self.area.scroll_to(scroll.x, scroll.y, animate=False)

    def _show_status(self) -> None:
        text = self.area.text
        # Line by line, as all but one are known from the last time.
        count = sum(map(_count, text.split("\n")))
        self._words.update(plain(_words(count, self._target_words)))
        self._hint.update(plain(self._hint_for(text)))

    def _hint_for(self, text: str) -> str:
        if self._changed_elsewhere:
            return "Der Text wurde auch außerhalb geändert; beides steht jetzt hier."
        # What is being typed just now is not wrong yet.
        if self._application is None or len(text) > _LONGEST_SCAN or self._list.is_open:
            return ""
        found = unknown(self._application(), text)
        return f"Unbekannt: {'  '.join(found)}" if found else ""

    # References

    @on(TextArea.SelectionChanged)
    def _cursor_moved(self) -> None:
        self._completion.moved()

    @on(ReferenceList.Chosen)
    def _clicked(self, event: ReferenceList.Chosen) -> None:
        event.stop()
        self._completion.put_in(event.suggestion)


@lru_cache(maxsize=4096)
def _count(line: str) -> int:
    return word_count(line)


def _as_prose(text: str) -> str:
    settled = _FIRST_LINES.sub("", text.rstrip())
    return f"{settled}\n" if settled else ""


def _words(count: int, target: int) -> str:
    if target:
        return f"{count} von etwa {target} Wörtern"
    return "1 Wort" if count == 1 else f"{count} Wörter"
