"""Copies a table for a spreadsheet: to the clipboard, and into a file for terminals that have none."""

from collections.abc import Iterable, Sequence

from tea_assistant.services.build import FOLDER
from tea_assistant.store import files
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.figure_blocks import tab_separated


def copy_table(page: Page, name: str, rows: Iterable[Sequence[str]]) -> None:
    """Copy rows and say so; the file lies beside the documents, where one may write there."""
    # What goes on over a line is one cell all the same.
    text = tab_separated([" ".join(cell.split()) for cell in row] for row in rows)
    page.app.copy_to_clipboard(text)
    told = "Die Tabelle ist kopiert; in Excel fügt Strg+V sie ein."
    if not page.session.read_only:
        path = page.session.root / FOLDER / f"{name}.tsv"
        try:
            path.parent.mkdir(exist_ok=True)
            # Excel takes UTF-8 only where it is marked.
            files.write_atomic(path, text.encode("utf-8-sig"))
            told += f" Sie liegt auch in:\n{path}"
        except OSError as error:
            told += f"\nAls Datei ließ sie sich nicht ablegen: {files.explain(error)}"
    page.notify(clean(told, lines=True), markup=False, timeout=10)
