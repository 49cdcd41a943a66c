"""What only one kind of file knows: styles and list numbers in Word, hidden parts of web pages."""

import io
import zipfile

import pytest

from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.line_joining import joined
from tea_assistant.model.source_document import BlockKind, Purpose, Region, SourceDocument
from tests.importing.grid_text import as_text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = f"""<w:styles {W}>
 <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
 <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
  <w:basedOn w:val="berschrift1"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
 <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}>
 <w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 </w:abstractNum>
 <w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
 </w:abstractNum>
 <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
 <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""
PAGE = "<w:lastRenderedPageBreak/>"


def word(body: str) -> SourceDocument:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERING)
    return read_document("plan.docx", buffer.getvalue())


def paragraph(text: str, style: str = "", item: int | None = None, before: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{item}"/><w:numId w:val="2"/></w:numPr>' if item is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r>{before}<w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_word_counts_its_headings_and_notes_its_pages() -> None:
    document = word(
        paragraph("Einleitung", "Verzeichnis1")
        + paragraph("Einleitung", "berschrift1")
        + paragraph("Mitarbeiter*innen und Bürger*innen [/x]")
        + paragraph("Ziele und Wege", "berschrift1", before=PAGE)
        + paragraph("Teilzeit", "berschrift2")
        + paragraph("Maßnahmen:")
        + paragraph("Beratung", item=0)
        + paragraph("in Elternzeit", item=1, before=PAGE)
    )

    assert document.pages == 3
    assert [(b.region, b.kind, b.number, b.text, b.level, b.page) for b in document.blocks] == [
        (Region.CONTENTS, BlockKind.PARAGRAPH, "", "Einleitung", 0, 1),
        (Region.BODY, BlockKind.HEADING, "1", "Einleitung", 1, 1),
        (Region.BODY, BlockKind.PARAGRAPH, "", "Mitarbeiter*innen und Bürger*innen [/x]", 0, 1),
        (Region.BODY, BlockKind.HEADING, "2", "Ziele und Wege", 1, 2),
        (Region.BODY, BlockKind.HEADING, "2.1", "Teilzeit", 2, 2),
        (Region.BODY, BlockKind.PARAGRAPH, "", "Maßnahmen:", 0, 2),
        (Region.BODY, BlockKind.BULLET, "", "Beratung", 1, 2),
        (Region.BODY, BlockKind.BULLET, "", "in Elternzeit", 2, 3),
    ]
    assert document.blocks[-1].purpose is Purpose.MEASURE


def test_word_marks_merged_cells_and_leaves_deleted_text_out() -> None:
    deleted = "<w:p><w:r><w:t>bleibt</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    rows = (
        cell("Gruppe", '<w:vMerge w:val="restart"/>') + cell("Vollzeit", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("Frauen") + cell("Männer"),
        cell("LG 1.2") + cell("3") + cell("4"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    document = word(f"{deleted}<w:tbl>{table}</w:tbl>")

    assert document.blocks[0].text == "bleibt"
    assert as_text(document.grids) == (
        "## bleibt\n1: Gruppe | Vollzeit | ~\n2: ~ | Frauen | Männer\n3: LG 1.2 | 3 | 4"
    )


WEB = """<!DOCTYPE html><html><head><title>Plan &amp; mehr</title><style>p {}</style></head><body>
<nav><ul><li>Startseite</li></ul></nav><div class="cookie-banner">Cookies erlauben?</div>
<h1>1 Ziele</h1><p>Für Mitarbeiter*innen
und Bürger*innen<br>Neue Zeile &lt;b&gt;</p><!-- <p>weg</p> -->
<ul><li>Beratung<ul><li>zur Pflege</li></ul></li></ul>
<table><tr><td rowspan=2>Gruppe<th colspan="2">Frauen<tr><td>2023<td>2024<tr><td>LG 1.2<td>7<td>8</table>
<table><tr><td><p>Nur ein Rahmen</p></td></tr></table>
<p style="display:none">unsichtbar</p><footer>Impressum</footer></body></html>"""


def test_web_pages_are_read_without_navigation_and_hidden_parts() -> None:
    document = read_document("seite.html", WEB.encode())

    assert document.title == "Plan & mehr"
    assert [(b.kind.value, b.level, b.text, b.line) for b in document.blocks if not b.grid] == [
        ("heading", 1, "Ziele", 3),
        ("paragraph", 0, "Für Mitarbeiter*innen und Bürger*innen\nNeue Zeile <b>", 3),
        ("bullet", 1, "Beratung", 5),
        ("bullet", 2, "zur Pflege", 5),
        ("paragraph", 0, "Nur ein Rahmen", 7),
    ]
    assert as_text(document.grids) == ("##\n1: Gruppe | Frauen | ~\n2: ~ | 2023 | 2024\n3: LG 1.2 | 7 | 8")


@pytest.mark.parametrize(
    ("before", "after", "hard", "whole"),
    [
        ("die Füh-", "rungskräfte der Stadt", False, "die Führungskräfte der Stadt"),
        ("die Füh\u00ad", "rungskräfte", False, "die Führungskräfte"),
        ("Büro-", "und Raumausstattung", False, "Büro- und Raumausstattung"),
        ("Gleichstellungs-", "oder Personalstelle", False, "Gleichstellungs- oder Personalstelle"),
        ("das Mentoring-", "Programm", False, "das Mentoring-Programm"),
        ("Mitarbeiterinnen/", "Mitarbeiter", False, "Mitarbeiterinnen/Mitarbeiter"),
        ("2018-", "2023", False, "2018-2023"),
        ("ganze Wörter", "bleiben getrennt", False, "ganze Wörter bleiben getrennt"),
        ("Dr. Musterfrau", "Bürgermeisterin", True, "Dr. Musterfrau\nBürgermeisterin"),
    ],
)
def test_broken_words_become_whole(before: str, after: str, hard: bool, whole: str) -> None:
    assert joined(before, after, hard=hard) == whole


LABELS = """1 Familie und Beruf

Ziel 1: Mehr Väter nehmen Elternzeit.

Maßnahmen zur Umsetzung:

* Elternlotsin benennen
* Beratung für Väter

Hinweis:

Zuständig ist die Personalstelle.

Ziele und Maßnahmen:

Für 1. und 2. Quartal gilt das Gleiche.

3. Oktober ist kein Feiertag der Gleichstellung.

1. Zuerst dies
2. dann das

2 Ausblick

Weiter so.
"""


def test_labels_say_what_stands_below_them_until_the_next_one() -> None:
    document = read_document("plan.txt", LABELS.encode())

    assert [(b.text, b.label, b.purpose) for b in document.blocks if b.purpose] == [
        ("Mehr Väter nehmen Elternzeit.", "Ziel 1", Purpose.GOAL),
        ("Elternlotsin benennen", "Maßnahmen zur Umsetzung", Purpose.MEASURE),
        ("Beratung für Väter", "Maßnahmen zur Umsetzung", Purpose.MEASURE),
    ]
    headings = [block.heading for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["1 Familie und Beruf", "2 Ausblick"]
    assert [b.text for b in document.blocks if b.kind is BlockKind.BULLET][-2:] == ["Zuerst dies", "dann das"]
