"""Sorting the sentences of a jury's text, one after the other, with a key each."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.jury_text import Pick, Sort
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.key_row import KeyRow
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.progress import bar
from tea_assistant.tui.widgets.prose_area import ProseArea

_BAR = 16
_MOST_FIELDS = 9
_SORTS = {
    "l": (Sort.PRAISE, "Lob"),
    "g": (Sort.ASKED, "gefragt"),
    "b": (Sort.NOTICED, "bemerkt"),
    "k": (Sort.ANNOUNCED, "angekündigt"),
    "n": (Sort.NOTHING, "nichts davon"),
}
_NAMES = dict(_SORTS.values())


class SentenceSorter(Dialog[tuple[Pick, ...]]):
    """Shows one sentence at a time; the result is what a person made of them, or None."""

    DEFAULT_CSS = """
    SentenceSorter {
        & > .dialog--box { width: 96%; max-width: 110; height: auto; }
        & .sorter--progress { height: 1; margin-bottom: 1; }
        & ProseArea { height: 7; }
        & .sorter--heading { height: 1; margin-top: 1; color: $text-muted; }
        & PickList { max-height: 12; background: $background; display: none; }
        &.-finished PickList { display: block; }
        &.-finished .sorter--question { display: none; }
        & .sorter--question { height: auto; }
        & .dialog--buttons { display: none; }
        &.-finished .dialog--buttons { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"sort('{key}')", name, show=False) for key, (_, name) in _SORTS.items()),
        *(Binding(str(number), f"field({number})", show=False) for number in range(_MOST_FIELDS + 1)),
        Binding("ä,u", "edit", "Ändern", show=False),
        Binding("left", "back", "Zurück", show=False),
    ]

    def __init__(self, found: Sequence[str], fields: Sequence[Choice]) -> None:
        super().__init__()
        self._picks = [Pick(Sort.NOTHING, sentence) for sentence in found]
        self._fields = [Choice("", "keins"), *fields[:_MOST_FIELDS]]
        self._at = 0
        self._area = ProseArea(plain(""))
        self.sorts_row = KeyRow()
        self.fields_row = KeyRow()
        self._list = PickList(self._draw, row_height=2)

    def compose(self) -> ComposeResult:
        """Put the sentence above what it can be."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Jurytext"
            yield Static(classes="sorter--progress", markup=False)
            with Vertical(classes="sorter--question"):
                yield self._area
                yield Static("Aktionsfeld: eine Ziffer", classes="sorter--heading", markup=False)
                yield self.fields_row
                yield Static("Was ist dieser Satz?", classes="sorter--heading", markup=False)
                yield self.sorts_row
            yield self._list
            with Horizontal(classes="dialog--buttons"):
                yield Button("Zurück", id="back", compact=True)
                yield Button("Übernehmen", id="done", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin with the first sentence."""
        self._show()

    # What is shown

    def _show(self) -> None:
        finished = self._at >= len(self._picks)
        self.set_class(finished, "-finished")
        self.query_one(".sorter--progress", Static).update(self._progress())
        box = self.query_one(".dialog--box")
        if finished:
            box.border_subtitle = "Enter geht zum Satz zurück · ← letzter Satz · Esc verwirft alles"
            self._list.show([str(at) for at in self._kept])
            self.query_one("#done").focus()
            return
        box.border_subtitle = "ä eigene Worte · ← zurück · Esc verwirft alles"
        pick = self._picks[self._at]
        self._area.load_text(pick.text)
        self._area.read_only = True
        self.fields_row.show(
            [(str(n), field.title, field.value == pick.field) for n, field in enumerate(self._fields)]
        )
        self.sorts_row.show([(key, name, False) for key, (_, name) in _SORTS.items()])
        self.sorts_row.focus()

    def _progress(self) -> Content:
        counts = Counter(pick.sort for pick in self._picks[: self._at])
        said = [
            f"{counts[sort]} {name}"
            for sort, name in _NAMES.items()
            if counts[sort] and sort is not Sort.NOTHING
        ]
        total = len(self._picks)
        where = f" Satz {self._at + 1} von {total}" if self._at < total else f" Alle {total} Sätze sind durch"
        drawn = plain(bar(self._at / total if total else 0, _BAR), "$primary")
        return drawn + plain(where) + plain(f" · {', '.join(said)}" if said else "", "$text-muted")

    @property
    def _kept(self) -> list[int]:
        return [at for at, pick in enumerate(self._picks) if pick.sort is not Sort.NOTHING]

    def _draw(self, key: str, width: int) -> list[Content]:
        del width
        pick = self._picks[int(key)]
        field = next((field.title for field in self._fields if field.value and field.value == pick.field), "")
        about = f"{_NAMES[pick.sort]} · {field}" if field else _NAMES[pick.sort]
        return [plain(about, "$text-accent"), plain(f"  {' '.join(pick.text.split())}")]

    # Sorting

    @on(KeyRow.Pressed)
    def _clicked(self, event: KeyRow.Pressed) -> None:
        event.stop()
        if event.row is self.sorts_row:
            self.action_sort(event.key)
        else:
            self.action_field(int(event.key))

    def action_sort(self, key: str) -> None:
        """Say what the sentence is, and go on."""
        if self._at < len(self._picks):
            self._keep_words()
            self._picks[self._at] = replace(self._picks[self._at], sort=_SORTS[key][0])
            field = self._picks[self._at].field
            self._at += 1
            if self._at < len(self._picks) and self._picks[self._at].sort is Sort.NOTHING:
                # A jury goes through the fields one after the other.
                self._picks[self._at] = replace(self._picks[self._at], field=field)
            self._show()

    def action_field(self, number: int) -> None:
        """Say which action field the sentence is about."""
        if self._at < len(self._picks) and number < len(self._fields):
            self._keep_words()
            self._picks[self._at] = replace(self._picks[self._at], field=self._fields[number].value)
            self._show()

    def action_edit(self) -> None:
        """Let the sentence be put in one's own words."""
        if self._at < len(self._picks):
            self._area.read_only = False
            self._area.focus()
            self.query_one(".dialog--box").border_subtitle = "Esc: fertig"

    def action_back(self) -> None:
        """Go back to the sentence before."""
        self._keep_words()
        self._at = max(self._at - 1, 0)
        self._show()

    def action_leave(self) -> None:
        """Leave the editor, or everything."""
        if self._area.has_focus and not self._area.read_only:
            self._keep_words()
            self._show()
        else:
            self.dismiss(None)

    def _keep_words(self) -> None:
        if self._at < len(self._picks) and (words := self._area.text.strip()):
            self._picks[self._at] = replace(self._picks[self._at], text=words)

    @on(PickList.Chosen)
    def _revisit(self, event: PickList.Chosen) -> None:
        event.stop()
        self._at = int(event.key)
        self._show()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "done":
            self.dismiss(tuple(self._picks))
        else:
            self.action_back()
