"""What can be done to the rows of a figures file: each is one step that can be undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tea_assistant.model.source import Path
from tea_assistant.services.figures.dates import GROUP, emptied, narrowing
from tea_assistant.services.figures.edits import ROWS, added_rows, cell_changes, moved_row, removed_rows
from tea_assistant.services.forms.choices import Choice, referable
from tea_assistant.services.forms.plan import Control
from tea_assistant.store.schema import Schema
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.figure_blocks import Block, block_of
from tea_assistant.tui.widgets.figure_paste import Placement, place
from tea_assistant.tui.widgets.figure_sheet import NOTE, FigureSheet, Kind
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.record_dialog import RecordDialog
from tea_assistant.tui.widgets.schema_form import SchemaForm

LARGEST = 20_000
"""Cells that can be pasted at once; for more there is the import."""
_TOLD = 4
_SKIP, _BARE = "-skip", "-bare"


class FigureRows:
    """The rows of one reference date, as the table of figures changes them."""

    def __init__(self, page: Page, subject: FormSubject) -> None:
        self.page = page
        self.subject = subject
        self._dialog: RecordDialog | None = None

    @property
    def item(self) -> Schema:
        """What the schema says of a row."""
        node: Mapping[str, Any] = self.subject.schema["properties"]["rows"]["items"]
        return node

    @property
    def sheet(self) -> FigureSheet:
        """The rows as they are now."""
        return FigureSheet(self.subject.application, self.item, self._records)

    @property
    def _records(self) -> list[Any]:
        return self.subject.items(ROWS)

    def show_session(self) -> None:
        """Show what has changed in the box that is open."""
        if self._dialog is not None:
            self._dialog.form.show_session()

    def commit(self) -> None:
        """Store what is being typed in the box that is open."""
        if self._dialog is not None:
            self._dialog.form.commit()

    # Cells

    def enter(self, cells: Mapping[tuple[int, str], object]) -> None:
        """Give cells other values."""
        sheet = self.sheet
        titles = {column.key: column.title for column in sheet.columns}
        counts = {key for _, key in cells}
        rows = {at for at, _ in cells}
        if len(cells) == 1:
            label = f"{titles[counts.pop()]} ändern: {sheet.title(rows.pop())}"
        else:
            label = f"{len(cells)} Zellen leeren"
        self._edit(cell_changes(self._text, self._records, cells), label)

    def paste(self, text: str, row: int, column: int) -> None:
        """Put a block in, from a cell on; where the table is too short for it, ask what is to be done."""
        sheet = self.sheet
        block = block_of(text, labelled=column == 0)
        if sum(map(len, block.cells)) > LARGEST:
            self.page.notify(
                "Das ist zu viel auf einmal. Große Tabellen nimmt „tea figures import“.",
                severity="warning",
                markup=False,
            )
            return
        found = place(block, sheet, row, column)
        if found.new_rows:
            self.page.ask(self._asked(found, block), lambda choice: self._take(found, choice))
        else:
            self._take(found, None)

    def _asked(self, found: Placement, block: Block) -> Chooser:
        count = len(found.new_rows)
        rows = "1 Zeile" if count == 1 else f"{count} Zeilen"
        choices = [
            Choice(_SKIP, f"{rows} weglassen", "Nur einfügen, wofür es schon Zeilen gibt."),
            Choice(
                _BARE, f"{rows} anlegen", "Gruppe wie in der letzten Zeile; die Merkmale tragen Sie nach."
            ),
        ]
        if any(block.labels):
            choices += [
                Choice(str(p.path[0]), f"{rows} anlegen, Beschriftung als {p.title}", p.help)
                for p in narrowing(self.item)
                if p.control is Control.LINE
            ]
        return Chooser("Der Block ist länger als die Tabelle", choices)

    def _take(self, found: Placement, choice: Choice | None) -> None:
        if found.new_rows and choice is None:
            return
        key = choice.value if choice else _SKIP
        new: list[dict[str, Any]] = []
        if found.new_rows and key == _SKIP:
            count = len(found.new_rows)
            found.left_out.append("1 Zeile unten" if count == 1 else f"{count} Zeilen unten")
        elif found.new_rows:
            last = self._records[-1] if self._records else {}
            group = {GROUP: last[GROUP]} if isinstance(last, Mapping) and GROUP in last else {}
            for label, counts in found.new_rows:
                split = {key: label} if key != _BARE and label else {}
                new.append({**group, **split, **counts})
        filled = len(found.cells) + sum(len(counts) for _, counts in found.new_rows if new)
        label = "1 Zelle einfügen" if filled == 1 else f"{filled} Zellen einfügen"
        self._edit(cell_changes(self._text, self._records, found.cells, new), label)
        self._tell(found, filled)

    def _tell(self, found: Placement, filled: int) -> None:
        lines = ["1 Zelle eingefügt." if filled == 1 else f"{filled} Zellen eingefügt."]
        if found.left_out:
            lines.append(f"Weggelassen: {', '.join(found.left_out)}.")
        lines += found.refused[:_TOLD]
        if (more := len(found.refused) - _TOLD) > 0:
            lines.append("und noch eine Zelle" if more == 1 else f"und noch {more} Zellen")
        self.page.notify(
            clean("\n".join(lines), lines=True),
            severity="warning" if found.refused or found.left_out else "information",
            timeout=20 if found.refused else 8,
            markup=False,
        )

    # Rows

    def add(self, at: int, then: Callable[[int], None]) -> None:
        """Ask for the group of a new row, put it in before the row `at`, and go on with it."""
        groups = referable(self.subject.application, "figure_group")

        def take(choice: Choice | None) -> None:
            if choice is None:
                return
            known = any(
                row.group == choice.value and not self.sheet.splits(n)
                for n, row in enumerate(self.sheet.rows)
            )
            if self._edit(added_rows(self._records, at, [{GROUP: choice.value}]), "Zeile anlegen"):
                then(at)
                if known:
                    # The group as a whole is there already: this row is for a part of it.
                    self.open(at)

        self.page.ask(Chooser("Wer wurde gezählt?", groups), take)

    def copy(self, at: int) -> None:
        """Put the row in again below itself, without its counts, and ask what tells it from the first."""
        row = emptied(self._records[at], self.item)
        if self._edit(added_rows(self._records, at + 1, [row]), "Zeile verdoppeln"):
            self.open(at + 1)

    def remove(self, rows: range) -> None:
        """Take rows out; undo brings them back."""
        label = "Zeile entfernen" if len(rows) == 1 else f"{len(rows)} Zeilen entfernen"
        self._edit(removed_rows(self._records, rows.start, rows.stop - 1), label)

    def move(self, at: int, to: int) -> bool:
        """Let a row change places with its neighbour."""
        if not 0 <= to < len(self._records):
            return False
        return self._edit(moved_row(self._records, at, to), "Zeilen ordnen")

    def open(self, at: int, rest: Path = ()) -> None:
        """Edit who is counted in a row, and the note on it."""
        counts = {column.key for column in self.sheet.columns if column.kind is Kind.COUNT}
        path = (*ROWS, at)
        form = SchemaForm(self.subject, node=self.item, path=path, leave_out=counts)
        dialog = RecordDialog(f"Zeile {at + 1}", form, (*path, *rest))

        def closed(remove: bool | None) -> None:
            self._dialog = None
            if remove:
                self.remove(range(at, at + 1))

        self._dialog = dialog
        self.page.ask(dialog, closed)

    def note(self, at: int) -> None:
        """Edit the note on a row."""
        self.open(at, (NOTE,))

    @property
    def _text(self) -> str:
        return self.page.session.text(self.subject.file) or ""

    def _edit(self, changes: Sequence[Any], label: str) -> bool:
        return bool(changes) and self.page.edit(self.subject.file, changes, clean(label))
