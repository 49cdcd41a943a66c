"""An unknown word: where it stands, the sentence around it, and what may be put in its place."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, Input, Label, Static

from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.pick_list import PickList

_LOOKING = "Vorschläge werden gesucht …"
_NONE = "Kein Vorschlag. Mit der Taste e schreiben Sie das Wort selbst."


class OwnWord(FormInput):
    """The line for a word of one's own."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Left(Message):
        """Whoever typed here wants back to the list."""

    @property
    def is_search(self) -> bool:
        """Whether nothing of this is worth keeping: a single word is typed again soon."""
        return True

    def action_leave(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left())


class Everywhere(Checkbox):
    """A box to tick whose cross is only there when it is ticked: colour alone tells nobody."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Draw the cross, or take it away."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()


class SpellingDetail(Vertical):
    """Shows one unknown word; its suggestions have numbers, which are the keys to take them."""

    DEFAULT_CSS = """
    SpellingDetail {
        #spelling-place { color: $text-muted; height: auto; }
        #spelling-sentence { height: auto; max-height: 8; margin: 1 0; }
        #spelling-suggestions { height: 5; background: transparent; }
        #spelling-suggestions:blur > .pick-list--highlighted { background: transparent; }
        #spelling-own { height: 1; }
        #spelling-own Label { width: auto; padding-right: 2; color: $text-muted; }
        #spelling-own FormInput { width: 1fr; max-width: 40; background: $panel; }
        #spelling-everywhere { margin-left: 2; }
    }
    """

    class Replace(Message):
        """Another word is to stand there."""

        def __init__(self, word: str, by: str) -> None:
            super().__init__()
            self.word = word
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self._word = ""
        self._suggestions: tuple[str, ...] = ()
        self._own = OwnWord()
        self._list = PickList(self._draw, id="spelling-suggestions")
        self._everywhere = Everywhere(compact=True, id="spelling-everywhere")

    def compose(self) -> ComposeResult:
        """Put the sentence above what can be done with the word."""
        yield Static(id="spelling-place", markup=False)
        yield Static(id="spelling-sentence", markup=False)
        yield self._list
        with Horizontal(id="spelling-own"):
            yield Label(f"Eigenes Wort ({self._key('e')})", markup=False)
            yield self._own
            yield self._everywhere

    @property
    def everywhere(self) -> bool:
        """Whether the word is to be replaced in all its places."""
        return bool(self._everywhere.display and self._everywhere.value)

    def show(self, word: str, about: str, sentence: Content, places: int) -> None:
        """Show a word that stands in so many places; its suggestions come later."""
        self.query_one("#spelling-place", Static).update(plain(about))
        self.query_one("#spelling-sentence", Static).update(sentence)
        self._word = word
        self._own.value = clean(word)
        self._everywhere.display = places > 1
        self._everywhere.value = False
        self._everywhere.label = plain(f"an allen {places} Stellen ({self._key('a')})")
        self._show((), _LOOKING)

    def _key(self, usual: str) -> str:
        """Return the key that is in force where this one is usual."""
        return keyed(self, f"Taste {usual}").removeprefix("Taste ")

    def suggest(self, words: Sequence[str]) -> None:
        """Show what may be meant."""
        self._show(tuple(words), _NONE)

    def _show(self, words: tuple[str, ...], empty: str) -> None:
        self._suggestions = words
        self._list.empty = empty
        self._list.show([str(number) for number in range(1, len(words) + 1)], at="1")

    def _draw(self, key: str, width: int) -> list[Content]:
        word = plain(self._suggestions[int(key) - 1], "bold").truncate(max(width - 4, 8), ellipsis=True)
        return [plain(f"{key}  ", "$text-primary") + word]

    def take(self, number: int) -> None:
        """Take the suggestion with a number, from 1."""
        if number <= len(self._suggestions):
            self.post_message(self.Replace(self._word, self._suggestions[number - 1]))

    def write(self) -> None:
        """Let the user type a word."""
        self._own.focus()
        self._own.cursor_position = len(self._own.value)

    def toggle_everywhere(self) -> None:
        """Replace the word in all its places, or only here."""
        if self._everywhere.display:
            self._everywhere.toggle()

    @on(PickList.Chosen, "#spelling-suggestions")
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self.take(int(event.key))

    @on(PickList.Highlighted, "#spelling-suggestions")
    def _moved(self, event: PickList.Highlighted) -> None:
        event.stop()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Replace(self._word, event.value.strip()))
