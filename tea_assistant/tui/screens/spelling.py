"""The spelling: each word that no dictionary knows, and what may stand in its place."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.application import Application
from tea_assistant.model.source import Path
from tea_assistant.services.find import Now, Places
from tea_assistant.services.find_texts import Text
from tea_assistant.services.spelling.dictionary import NoDictionary, dictionary, required
from tea_assistant.services.spelling.proofreading import Proofreading, learn, replace_words
from tea_assistant.services.spelling.spelling import Unknown
from tea_assistant.services.spelling.suggestions import Suggestions
from tea_assistant.services.spelling.words import written_as
from tea_assistant.tui.beside import beside
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.spelling_commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.spelling_texts import hit_of, readable, row_at, sentence_of, told_of
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.progress import drawn_bar
from tea_assistant.tui.widgets.prose_area import ProseArea
from tea_assistant.tui.widgets.spelling_detail import OwnWord, SpellingDetail
from tea_assistant.tui.widgets.word_list import WordList
from tea_assistant.tui.wording import short_title

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_MOST = 5
"""Suggestions that are shown; what comes after them is seldom meant."""
_WORD_WIDTH = 26
_BAR = 30
_ON_A_WORD = frozenset(("skip", "learn", "own", "everywhere", "take"))


class SpellingScreen(Page):
    """Goes from one unknown word to the next; replacing is an edit like any other."""

    CSS_PATH = "spelling.tcss"
    HEADING = "Rechtschreibung"
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS
    PANES: ClassVar[Mapping[str, int]] = {"spelling-list": 100}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"take({number})", show=False) for number in range(1, _MOST + 1)
    ]

    def __init__(self) -> None:
        super().__init__()
        self._reading = False
        self._proof: Proofreading | None = None
        self._suggestions: Suggestions | None = None
        self._found: dict[str, Unknown] = {}
        self._begin: tuple[str, Path] | None = None
        """Where the user comes from, until the words are there."""
        self._shown: Unknown | None = None
        self._list = WordList(self._draw, id="spelling-list")
        self._told = Static(id="spelling-told", markup=False)

    def compose(self) -> ComposeResult:
        """Put the words beside what is known about the one at hand."""
        yield self._told
        with Vertical(id="spelling-body"):
            yield self._list
            yield SpellingDetail()

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    def on_screen_suspend(self) -> None:
        """Let the texts on other screens mark what is unknown now."""
        for screen in self.app.screen_stack:
            for area in screen.query(ProseArea):
                area.refresh()

    def on_unmount(self) -> None:
        """Think about no word any more."""
        if self._suggestions:
            self._suggestions.close()

    @property
    def current(self) -> Unknown | None:
        """The word at hand."""
        return self._found.get(self._list.key or "")

    @property
    def place(self) -> tuple[str, Path]:
        """Where the word at hand stands."""
        return (self.current.file, self.current.path) if self.current else ("", ())

    def begin_at(self, file: str, path: Path) -> None:
        """Go to the first word in a text, otherwise in its file."""
        self._begin = file, path
        if self._proof:
            self._show_words()

    def show_session(self) -> None:
        """Show what is unknown now."""
        if self._proof:
            self._show_words()
        elif not self._reading:
            self._reading = True
            self._read()

    # Reading

    @work(exclusive=True, group="spelling")
    async def _read(self) -> None:
        self._detail.display = False
        self.add_class("-empty")
        self._told.update("Die Rechtschreibung wird geprüft …")
        loop, app = asyncio.get_running_loop(), cast("TeaApp", self.app)

        def told(done: int, total: int) -> None:
            # A loop that is closed belongs to a program that has ended.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._show_progress, done, total)

        try:
            begun = partial(_begun, app.spelling, self.session.application, told)
            self._proof, self._suggestions = await beside(begun)
        except NoDictionary as error:
            self._told.update(plain(f"{error.message}\n\n{error.hint}".rstrip(), lines=True))
            return
        finally:
            self._reading = False
        app.spelling = self._proof
        if self.is_attached:
            self._show_words()

    def _show_progress(self, done: int, total: int) -> None:
        if self.is_attached and self._reading:
            bar = drawn_bar(done / total, _BAR)
            self._told.update(
                plain("Die Rechtschreibung wird geprüft …  ") + bar + plain(f"  {done} von {total} Texten")
            )

    # Showing

    @property
    def _detail(self) -> SpellingDetail:
        return self.query_one(SpellingDetail)

    def _show_words(self, row: int | None = None) -> None:
        """Show what is left, from a row on; behind the last one the first comes again."""
        assert self._proof is not None
        found = self._proof.unknown(self.session.application)
        if self._begin and row is None:
            row = row_at(found, *self._begin)
        self._begin = None
        self._found = {str(number): each for number, each in enumerate(found)}
        self._list.show(list(self._found), at=None if row is None else str(row if row < len(found) else 0))
        self._told.update(told_of(found, len(self._proof.skipped)))
        if self._detail.display != bool(found):
            self._detail.display = bool(found)
            self.set_class(not found, "-empty")
            # The list has another height then, and its row may be out of sight.
            self.call_after_refresh(lambda: self._list.show(list(self._found)))
        self.refresh_bindings()
        self._show_word()

    @on(PickList.Highlighted, "#spelling-list")
    def _show_word(self) -> None:
        each = self.current
        if each is None:
            self._shown = None
            return
        if each == self._shown:
            return
        self._shown = each
        text = Text(each.file, each.path, each.text, "")
        about = Places(Now.of(self.session)).about(text)
        self._detail.show(each.written, about, sentence_of(each), len(self._alike(each)))
        self._suggest(each)

    @work(exclusive=True, group="suggestions")
    async def _suggest(self, each: Unknown) -> None:
        suggestions = self._suggestions
        assert suggestions is not None
        found = suggestions.known(each.word)
        if found is None:
            found = await beside(partial(suggestions.of, each.word, lambda: self._shown == each))
        if self._shown == each:
            words = (written_as(each.written, word) for word in found)
            self._detail.suggest(tuple(dict.fromkeys(word for word in words if word))[:_MOST])

    def _draw(self, key: str, width: int) -> list[Content]:
        each = self._found[key]
        word = plain(f" {readable(each.written)}", "bold")
        word = word.truncate(min(_WORD_WIDTH, max(width // 2, 8)), ellipsis=True, pad=True)
        title = short_title(self.session.application, each.file).removeprefix("Aktionsfeld ")
        place = plain(f"  {title}", "$text-muted")
        return [(word + place).truncate(max(width - 1, 8), ellipsis=True)]

    # Doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to do something with a word only where there is one."""
        if action in _ON_A_WORD:
            return bool(self._found)
        return super().check_action(action, parameters)

    def _alike(self, each: Unknown) -> list[Unknown]:
        return [other for other in self._found.values() if other.written == each.written]

    @on(PickList.Chosen, "#spelling-list")
    def _go(self) -> None:
        if self.current:
            self.app.call_later(cast("TeaApp", self.app).go_to, hit_of(self.current))

    @on(OwnWord.Left)
    def _back_to_list(self) -> None:
        self._list.focus()

    @on(SpellingDetail.Replace)
    def _replace(self, event: SpellingDetail.Replace) -> None:
        each = self.current
        self._list.focus()
        # Whoever presses twice in a hurry does not mean the next word.
        if each is None or event.word != each.written or event.by == each.written:
            return
        if not event.by:
            self.notify("Bitte ein Wort eingeben.", severity="warning", markup=False)
            return
        places = self._alike(each) if self._detail.everywhere else [each]
        row = self._row_after(lambda other: other in places)
        if self._try(lambda: replace_words(self.session, places, event.by), row) and len(places) > 1:
            self.notify(f"An {len(places)} Stellen ersetzt.", markup=False)

    def action_take(self, number: int) -> None:
        """Put a suggestion in the place of the word."""
        self._detail.take(number)

    def action_own(self) -> None:
        """Let the user type the word."""
        self._detail.write()

    def action_everywhere(self) -> None:
        """Replace the word in all its places, or only here."""
        self._detail.toggle_everywhere()

    def action_skip(self) -> None:
        """Leave the word as it is, wherever it stands."""
        if (each := self.current) and self._proof:
            row = self._row_after(lambda other: other.word == each.word)
            self._proof.skip(each.word)
            self._show_words(row)

    def action_learn(self) -> None:
        """Take the word as one of the dossier's own."""
        if each := self.current:
            self._try(
                lambda: learn(self.session, each.word), self._row_after(lambda other: other.word == each.word)
            )

    def _try(self, change: Callable[[], None], row: int) -> bool:
        try:
            change()
        except TeaError as error:
            self.tell(error)
            return False
        self._show_words(row)
        return True

    def _row_after(self, goes: Callable[[Unknown], bool]) -> int:
        """Return the row that the next word has when some have gone."""
        at = self._list.highlighted or 0
        return sum(not goes(other) for other in list(self._found.values())[:at])


def _begun(
    known: Proofreading | None, application: Application, told: Callable[[int, int], None]
) -> tuple[Proofreading, Suggestions]:
    suggestions = Suggestions(required())
    proof = known or Proofreading(dictionary())
    proof.read(application, told)
    return proof, suggestions
