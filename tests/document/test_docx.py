"""The Word file, opened again: real styles, lists, tables and links, and nothing that Word would refuse."""

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tea_assistant.document.docx.directions import directions
from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import NO_PICTURES, Pictures, read
from tea_assistant.document.theme import PLAIN, Logo, LogoKind, Theme
from tea_assistant.services.docx_file import docx
from tests.document.docx_reading import body_words, front_words, heading_words, opened

FACTS = Facts(
    "TOTAL E-QUALITY Prädikat 2025", "Stadt <Herne> & Co", "2025", date(2025, 4, 30), date(2025, 4, 30)
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="100pt"><rect width="9" height="9"/></svg>'
)
FRONT = """# TOTAL E-QUALITY Prädikat 2025

**Stadt \\<Herne>**, 3. Bewerbung

> **Entwurf.** Noch offen sind 2 Punkte:
>
> - **af01** (2): Leitbild; Ziele

## Inhalt

- [Erster Teil](#erster-teil): 3 von 11 erledigt
- [Zweiter Teil](#zweiter-teil)

"""
BODY = """## Erster Teil

Mitarbeiter\\*innen und Bürger\\*innen [/x] „gut“ **fett**, siehe [zweiter](#zweiter-teil), [Netz](https://example.org/a)
und noch einmal [Netz](https://example.org/a), <https://example.org/b>.

### Tabelle

| Kennzahl | 2025 |
| --- | ---: |
| Beschäftigte | 3.345 |
| Frauen | 1.990 |

![Balken: Frauen 59 %](bilder/a.svg "Frauen im Verlauf")

## Zweiter Teil

- oben
  1. innen

7. sieben
8. acht

> Zitat

```
Zeile eins
  Zeile zwei
```
"""
PICTURES: Pictures = {"bilder/a.svg": SVG}


def written(body: str, theme: Theme = PLAIN, front: str = FRONT) -> bytes:
    """Write a small document."""
    return docx(read(front + body, PICTURES), PICTURES, theme, FACTS)


@pytest.fixture(scope="module")
def data() -> bytes:
    return written(BODY)


def xml(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(f"word/{name}").decode("utf-8")


def attributes(data: bytes, tag: str, name: str) -> list[str]:
    return [found.get(qn(name)) for found in opened(data).element.body.iter(qn(tag))]


def test_the_same_document_has_the_same_bytes(data: bytes) -> None:
    assert written(BODY) == data
    with ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.infolist()[0].filename == "[Content_Types].xml"
        assert package.testzip() is None


def test_it_says_what_it_is_and_in_which_language(data: bytes) -> None:
    properties = opened(data).core_properties
    assert properties.title == "TOTAL E-QUALITY Prädikat 2025 – Stadt <Herne> & Co"
    assert properties.author == "Stadt <Herne> & Co"
    assert properties.language == "de-DE"
    assert properties.created is not None
    assert properties.modified is not None
    assert properties.created.date() == properties.modified.date() == date(2025, 4, 30)
    assert 'w:lang w:val="de-DE"' in xml(data, "styles.xml")
    assert "<w:autoHyphenation/>" in xml(data, "settings.xml")


def test_pages_are_a4_with_the_margins_and_letters_of_the_house() -> None:
    made = opened(written(BODY, Theme(font_size=12, margin=3, footer="Stadt & Land")))
    section = made.sections[-1]
    lengths = section.page_width, section.page_height, section.left_margin, section.bottom_margin
    assert [round((each or 0) / Cm(1), 1) for each in lengths] == [21.0, 29.7, 3.0, 3.0]
    assert made.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}").get(qn("w:val")) == "24"


def test_every_page_but_the_first_says_whose_it_is_and_counts() -> None:
    first, _, last = opened(written(BODY, Theme(footer="Stadt & Land"))).sections
    assert last.header.paragraphs[0].text == "Stadt <Herne> & Co\t\tTOTAL E-QUALITY Prädikat 2025"
    footer = last.footer.paragraphs[0]
    assert footer.text.startswith("Stadt & Land\tEntwurf\tSeite ")
    assert footer._p.find(qn("w:fldSimple")).get(qn("w:instr")) == " PAGE "
    assert not first.header.paragraphs[0].text


def test_headings_have_the_styles_of_word_in_their_order(data: bytes) -> None:
    assert heading_words(data) == [(1, "Erster Teil"), (2, "Tabelle"), (1, "Zweiter Teil")]
    used = {paragraph.style.name for paragraph in opened(data).paragraphs if paragraph.style}
    assert {
        "Title",
        "Subtitle",
        "Caption",
        "Quote",
        "List Bullet",
        "List Number",
        "HTML Preformatted",
    } <= used


def test_the_front_tells_who_applies_and_what_is_open(data: bytes) -> None:
    told = """TOTAL E-QUALITY Prädikat 2025 Stadt <Herne>, 3. Bewerbung Abgabe bis 30.04.2025 Entwurf
        Entwurf. Noch offen sind 2 Punkte: af01 (2): Leitbild; Ziele
        Inhalt Erster Teil 3 von 11 erledigt Zweiter Teil"""
    assert front_words(data) == told.split()


def test_a_final_document_has_no_mark_and_counts_its_pages(data: bytes) -> None:
    final = written(BODY, front=FRONT.replace(FRONT[FRONT.index("> **") : FRONT.index("## Inhalt")], ""))
    assert "Entwurf" not in front_words(final)
    assert "Entwurf" not in xml(final, "footer1.xml")
    assert ["NUMPAGES" in xml(each, "footer1.xml") for each in (data, final)] == [False, True]
    assert len(opened(final).sections) == len(opened(data).sections) - 1 == 2


def test_the_contents_are_a_field_that_leads_to_all_parts(data: bytes) -> None:
    assert "TOC \\o" in xml(data, "document.xml")
    marks = attributes(data, "w:bookmarkStart", "w:name")
    anchors = attributes(data, "w:hyperlink", "w:anchor")
    inside = [anchor for anchor in anchors if anchor]
    assert [anchor[:4] for anchor in inside] == ["_Toc", "_Toc", "_Ref"]
    assert set(inside) <= set(marks)
    assert len(set(marks)) == len(marks)


def test_links_lead_where_they_should_and_stand_on_paper_once(data: bytes) -> None:
    relations = opened(data).part.rels.values()
    assert [each.target_ref for each in relations if each.is_external] == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    notes = xml(data, "footnotes.xml")
    assert notes.count("https://example.org/a") == 1
    assert "https://example.org/b" not in notes
    assert attributes(data, "w:footnoteReference", "w:id") == ["1"]


def test_tables_repeat_their_head_and_keep_rows_whole(data: bytes) -> None:
    (table,) = opened(data).tables
    assert table.style is not None
    assert table.style.name == "Bewerbungstabelle"
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False]
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Tabelle"
    assert [cell.text for row in table.rows for cell in row.cells][-2:] == ["Frauen", "1.990"]
    assert table.cell(1, 1).paragraphs[0].alignment is not None


@pytest.mark.parametrize(("rows", "kept"), [(1, ""), (4, "xxx"), (30, "xx" + " " * 26 + "x")])
def test_short_tables_stay_on_one_page_and_no_row_stands_alone(rows: int, kept: str) -> None:
    made = written("## Erster Teil\n\n| a |\n| - |\n" + "| x |\n" * rows)
    paragraphs = [row.cells[0].paragraphs[0] for row in opened(made).tables[0].rows[1:]]
    told = "".join("x" if each.paragraph_format.keep_with_next else " " for each in paragraphs)
    assert told.rstrip() == kept


def test_pictures_come_with_their_description_and_caption(data: bytes) -> None:
    (shape,) = opened(data).inline_shapes
    assert shape._inline.docPr.get("descr") == "Balken: Frauen 59 %"
    assert (round(shape.width / Pt(1)), round(shape.height / Pt(1))) == (300, 100)
    assert "1.990 Frauen im Verlauf Zweiter" in " ".join(body_words(data))
    assert attributes(data, "w:fldSimple", "w:instr") == [" SEQ Abbildung \\* ARABIC "]


def test_lists_are_real_and_numbers_begin_where_they_should(data: bytes) -> None:
    items = [
        each for each in opened(data).paragraphs if each._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    ]
    found = [(each.text, _number(each, "w:ilvl"), _number(each, "w:numId")) for each in items]
    assert found[-4:] == [("oben", "0", "1"), ("innen", "1", "2"), ("sieben", "0", "3"), ("acht", "0", "3")]
    starts = re.findall(
        r'w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d+)"', xml(data, "numbering.xml")
    )
    assert starts == [("1", "1"), ("0", "7")]


def _number(paragraph: Any, name: str) -> str:
    return str(paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn(name)}").get(qn("w:val")))


def test_the_logo_stands_on_the_first_page_no_larger_than_its_place() -> None:
    made = opened(written(BODY, Theme(logo=Logo(LogoKind.SVG, SVG, "Wappen der Stadt"))))
    logo = made.inline_shapes[0]
    assert logo._inline.docPr.get("descr") == "Wappen der Stadt"
    assert logo.width <= Cm(9.01)
    assert round(logo.width / logo.height, 1) == 3.0


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "https://example.org:port/", "https://example.org/" + "x" * 3000, "javascript:alert(1)"],
)
def test_an_address_that_word_would_stumble_over_is_text(address: str) -> None:
    made = written(f"## Erster Teil\n\n[Text](<{address}>)\n")
    assert body_words(made)[-1:] == ["Text"] or address.startswith("javascript")
    assert not [each for each in opened(made).part.rels.values() if each.is_external]


def test_an_address_never_becomes_a_share_in_the_network() -> None:
    made = written(
        "## Erster Teil\n\n[Text](//server/share) [mit Leerzeichen](<https://example.org/a b[c]>)\n"
    )
    found = [each.target_ref for each in opened(made).part.rels.values() if each.is_external]
    assert found == ["https://example.org/a%20b%5Bc%5D"]


def test_large_things_are_written_in_no_time_and_whole() -> None:
    rows = "".join(f"| Zeile {at} | {at} |\n" for at in range(300))
    wide = " | ".join(f"s{at}" for at in range(70))
    word = "Gleichstellung" * 358
    body = f"## Erster Teil\n\n{word}\n\n| a | b |\n| - | - |\n{rows}\n| {wide} |\n|{'-|' * 70}\n| {wide} |\n"
    made = written(body)
    tables = opened(made).tables
    assert [len(table.rows) for table in tables] == [301, 2]
    assert len(tables[1].columns) == 63
    assert word in body_words(made)
    assert body_words(made)[-70:] == wide.replace("|", "").split()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("nur links", [(False, "nur links")]),
        ("für שלום עולם, gut", [(False, "für "), (True, "שלום עולם"), (False, ", gut")]),
        ("العربية", [(True, "العربية")]),
        ("שָׁלוֹם!", [(True, "שָׁלוֹם"), (False, "!")]),
        ("„…“", [(False, "„…“")]),
    ],
)
def test_what_runs_from_right_to_left_is_marked(text: str, pieces: list[tuple[bool, str]]) -> None:
    assert list(directions(text)) == pieces


def test_nothing_that_xml_forbids_gets_in() -> None:
    facts = Facts("Titel\x00\ufffe", "Stadt\x1b\udcff", "2025", date(2025, 1, 1))
    made = docx(read("# \x07\n\n## Teil\n\nText\x0b\n"), NO_PICTURES, Theme(footer="\x01"), facts)
    assert opened(made).core_properties.title == "Titel\ufffd\ufffd – Stadt\ufffd\ufffd"
