"""Writes a request as a workbook: a cover, forms with lists to choose from, and everything else protected."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Color, Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tea_assistant.importing.requests.identity import identity_lines
from tea_assistant.importing.requests.xlsx import COLUMNS, COVER_SHEET, IDENTITY_SHEET, TITLE
from tea_assistant.model.layout import Kind
from tea_assistant.model.request import BOXES, Ask
from tea_assistant.patterns import bytes_regex
from tea_assistant.prose.printable import printable
from tea_assistant.services.requests.cells import (
    ANSWER,
    DARK,
    FONT,
    GREY,
    MIDDLE,
    MIDDLE_LEFT,
    PALE,
    WHOLE,
    fill,
    merge_across,
    put,
    put_answer,
    put_heading,
    put_paragraph,
    set_height,
)
from tea_assistant.services.requests.form import Asked, Form, Section
from tea_assistant.services.requests.values import box_hints, box_labels, state_choices

_SHEETS = {Kind.EVIDENCE: "Maßnahmen", Kind.FIELD: "Aktivitäten", Kind.FIGURES: "Kennzahlen"}
_WIDTHS = {"A": 6, "B": 40, "C": 13, "D": 19, "E": 34, "F": 14, "G": 28}
_COUNT_WIDTHS = {"A": 6, "B": 40, "C": 14, "D": 14, "E": 14, "F": 14, "G": 52}
_MODIFIED = bytes_regex(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_UNIX = 3


def workbook(form: Form) -> bytes:
    """Return the workbook of a form: the same form gives the same bytes."""
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = COVER_SHEET
    _cover(cover, form)
    for kind, title in _SHEETS.items():
        sections = [section for section in form.sections if section.kind is kind]
        if sections:
            _sheet(book.create_sheet(title), form, sections)
    marks = book.create_sheet(IDENTITY_SHEET)
    for at, line in enumerate(identity_lines(form.identity), start=1):
        put(marks, "A", at, line)
    marks.sheet_state = "veryHidden"
    marks.protection.sheet = True
    made = datetime.fromisoformat(form.identity.asked)
    book.properties.title = TITLE
    book.properties.creator = printable(form.identity.organisation)
    book.properties.created = made
    written = BytesIO()
    book.save(written)
    return _same_bytes(written.getvalue(), made)


def _same_bytes(data: bytes, made: datetime) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name)
            entry.create_system = _UNIX
            entry.compress_type = ZIP_DEFLATED
            content = source.read(name)
            if name == "docProps/core.xml":
                # The library puts the time of now there.
                content = _MODIFIED.sub(rb"\g<1>" + f"{made.isoformat()}Z".encode() + rb"\g<2>", content)
            target.writestr(entry, content)
    return packed.getvalue()


_Rules = tuple[DataValidation, DataValidation, dict[str, DataValidation]]
"""What may stand in the boxes of a sheet: states, counts, and what is said beside each of the others."""


def _cover(sheet: Worksheet, form: Form) -> None:
    _page(sheet, form)
    sheet.page_setup.fitToHeight = 1
    title = put(sheet, "B", 1, form.title)
    title.font = Font(name=FONT, size=20, bold=True, color=DARK)
    merge_across(sheet, WHOLE, 1)
    set_height(sheet, 1, [(form.title * 2, WHOLE)], 1.8)
    row = put_paragraph(sheet, 2, form.why, color=GREY) + 1
    for name, value in form.facts:
        put(sheet, "B", row, name).font = Font(name=FONT, size=11, bold=True)
        put(sheet, "C", row, value)
        merge_across(sheet, ANSWER, row)
        for column in "BC":
            sheet[f"{column}{row}"].alignment = MIDDLE_LEFT
        fill(sheet, WHOLE, row, PALE)
        set_height(sheet, row, [(value, ANSWER)], 1)
        row += 1
    row = put_heading(sheet, row + 1, "So füllen Sie die Anfrage aus")
    for line in form.how:
        row = put_paragraph(sheet, row, f"•  {line}")
    named = " und ".join(dict.fromkeys(f"„{_SHEETS[section.kind]}“" for section in form.sections))
    row = put_paragraph(sheet, row, f"•  Die Fragen stehen hier in der Datei unter {named}.", bold=True)
    row = put_heading(sheet, row + 1, "Was mit Ihren Antworten geschieht")
    row = put_paragraph(sheet, row, form.then)
    row = put_heading(sheet, row + 1, "Bitte ausfüllen")
    for label in form.signature:
        cell = put(sheet, "B", row, f"{label}:")
        cell.font = Font(name=FONT, size=11, bold=True)
        cell.alignment = MIDDLE_LEFT
        fill(sheet, "B", row, PALE)
        put_answer(sheet, ANSWER, row).alignment = MIDDLE_LEFT
        sheet.row_dimensions[row].height = 22
        row += 1


def _sheet(sheet: Worksheet, form: Form, sections: Sequence[Section]) -> None:
    _page(sheet, form)
    states, counts = _states(), _counts()
    hints: dict[str, DataValidation] = {}
    row = 1
    for section in sections:
        number = section.asked[0].number.partition(".")[0]
        if row > 1:
            # A measure a page, so that it can be handed on.
            sheet.row_breaks.append(Break(id=row - 1))
        row = put_heading(sheet, row, f"{number}  {section.title}")
        for line in section.about:
            row = put_paragraph(sheet, row, line, color=GREY, italic=True)
        before: Ask | None = None
        for asked in section.asked:
            if len(BOXES[_ask(asked)]) > 1 and _ask(asked) is not before:
                row = _box_heads(sheet, row, _ask(asked), asked.help)
            row = _asked(sheet, row, asked, (states, counts, hints))
            before = _ask(asked)
        row += 1
    for validation in (states, counts, *hints.values()):
        if validation.sqref:
            sheet.add_data_validation(validation)


def _ask(asked: Asked) -> Ask:
    assert asked.question.ask is not None
    return asked.question.ask


def _asked(sheet: Worksheet, row: int, asked: Asked, rules: _Rules) -> int:
    ask = _ask(asked)
    states, counts, hints = rules
    boxes, sent = BOXES[ask], asked.question.sent
    _number(sheet, row, asked.number)
    if len(boxes) == 1:
        text = sent.get(boxes[0], "")
        _question(sheet, row, asked.title, asked.help)
        cell = put_answer(sheet, ANSWER, row, text)
        if ask is Ask.STATE:
            states.add(cell)
        least = {Ask.CHANGE: 4, Ask.PARTNERS: 3, Ask.STATEMENT: 8}.get(ask, 1)
        set_height(sheet, row, [(f"{asked.title}\n{asked.help}", "B"), (text, ANSWER)], least)
        return row + 1
    _question(sheet, row, asked.title, "")
    if ask is Ask.PROOF:
        put(sheet, "C", row, "Datei, die Sie mitschicken  →").font = Font(
            name=FONT, size=10, italic=True, color=GREY
        )
        merge_across(sheet, "CD", row)
    for box in boxes:
        cell = put_answer(sheet, COLUMNS[box], row, sent.get(box, ""))
        if ask is Ask.COUNT and box != "note":
            _as_count(cell, counts)
        elif ask is not Ask.COUNT:
            hints.setdefault(box, _hint(ask, box)).add(cell)
    texts = [(sent.get(box, ""), COLUMNS[box]) for box in boxes]
    set_height(sheet, row, [(asked.title, "B"), *texts], 1.3)
    return row + 1


def _as_count(cell: Any, counts: DataValidation) -> None:
    text = str(cell.value or "")
    cell.number_format = "#,##0"
    cell.alignment = Alignment(horizontal="right", vertical="top", indent=1)
    if text.isdecimal():
        cell.value = int(text)
    counts.add(cell)


def _number(sheet: Worksheet, row: int, number: str) -> None:
    put(sheet, "A", row, number).number_format = "@"


def _question(sheet: Worksheet, row: int, title: str, explanation: str) -> None:
    cell = put(sheet, "B", row, title)
    fill(sheet, "B", row, PALE)
    if not explanation:
        cell.font = Font(name=FONT, size=11, bold=True)
        return
    bold = InlineFont(rFont=FONT, sz=11, b=True)
    grey = InlineFont(rFont=FONT, sz=10, color=Color(GREY))
    cell.value = CellRichText(
        TextBlock(bold, f"{printable(title)}\n"), TextBlock(grey, printable(explanation, lines=True))
    )


def _box_heads(sheet: Worksheet, row: int, ask: Ask, explanation: str) -> int:
    """Name the boxes of the lines that follow, below what is to be said of them all."""
    if explanation:
        row = put_paragraph(sheet, row, explanation, color=GREY)
    fill(sheet, WHOLE, row, MIDDLE)
    for box, label in box_labels(ask).items():
        cell = put(sheet, COLUMNS[box], row, label)
        cell.font = Font(name=FONT, size=10, bold=True)
        cell.alignment = Alignment(
            horizontal="right" if ask is Ask.COUNT and box != "note" else "left",
            vertical="center",
            wrap_text=True,
            indent=1,
        )
    set_height(sheet, row, [(label, COLUMNS[box]) for box, label in box_labels(ask).items()], 1.2)
    return row + 1


def _hint(ask: Ask, box: str) -> DataValidation:
    """Say beside a box what belongs there."""
    meaning, example = box_hints(ask)[box]
    hint = DataValidation(allow_blank=True, showInputMessage=True)
    hint.promptTitle = box_labels(ask)[box][:30]
    hint.prompt = f"{meaning} Zum Beispiel: {example}"[:250]
    return hint


def _states() -> DataValidation:
    titles = [title for title, _ in state_choices().values()]
    listed = DataValidation(type="list", formula1=f'"{",".join(titles)}"', allow_blank=True)
    listed.errorTitle, listed.error = "Bitte auswählen", f"Möglich sind: {', '.join(titles)}."
    listed.promptTitle = "Bitte auswählen"
    listed.prompt = " ".join(f"{title}: {meaning}" for title, meaning in state_choices().values())[:250]
    listed.showErrorMessage = listed.showInputMessage = True
    return listed


def _counts() -> DataValidation:
    whole = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    # A published percentage may stand where a number should: a warning, no prohibition.
    whole.errorStyle = "warning"
    whole.errorTitle, whole.error = "Keine ganze Zahl", "Bitte Köpfe zählen: eine ganze Zahl ohne Zusatz."
    whole.showErrorMessage = True
    return whole


def _page(sheet: Worksheet, form: Form) -> None:
    counts = sheet.title == _SHEETS[Kind.FIGURES]
    for column, width in (_COUNT_WIDTHS if counts else _WIDTHS).items():
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 110
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.75, footer=0.35)
    # An ampersand begins a command there.
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.left is not None
    assert footer.right is not None
    footer.left.text = printable(form.title).replace("&", "und")[:80]
    footer.right.text = "Seite &P von &N"
    sheet.protection.sheet = True
    # Rows may be made higher: long answers need the room.
    sheet.protection.formatRows = False
    sheet.protection.formatColumns = False
