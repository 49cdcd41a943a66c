"""The document as PDF: archivable and accessible, with the words of its Markdown, whatever is written."""

import io
import shutil
import unicodedata
from datetime import date

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from tea_assistant import resources
from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import read, words
from tea_assistant.document.theme import PLAIN, Logo, LogoKind
from tea_assistant.document.typst.pdf import pdf
from tea_assistant.document.typst.runs import plain
from tea_assistant.services.manuscript import Manuscript, manuscript
from tea_assistant.services.session import Session
from tests.document.pdf_reading import body_words, read_tags
from tests.document.test_same_words import HOSTILE, rendered_words

FACTS = Facts("Titel", "Stadt Möhringen [/x]", "2025", date(2025, 4, 30), date(2025, 4, 30))
STANDARDS = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
MISREAD = "PDFA2A-STREAM-LENGTH-001"
"""Compressed bytes that end with 0x0D before the line feed are taken for a line end of two characters."""
ROWS = "\n".join(f"| Zeile {row} mit Mitarbeiter\\*innen | {row} | {row} % |" for row in range(300))


@pytest.fixture(scope="module")
def herne(tmp_path_factory: pytest.TempPathFactory) -> Session:
    folder = tmp_path_factory.mktemp("pdf") / "stadt-herne"
    return Session(shutil.copytree(resources.folder("examples") / "stadt-herne", folder), "2025")


@pytest.fixture(scope="module")
def draft(herne: Session) -> bytes:
    return printed(manuscript(herne))


def of(text: str) -> str:
    return f"# Titel\n\n**Stadt**, 1. Bewerbung\n\n## Inhalt\n\n- [Teil](#teil)\n\n## Teil\n\n{text}\n"


def printed(written: Manuscript) -> bytes:
    pictures = written.pictures(titled=False)
    return pdf(written.leaf(pictures), pictures, written.theme, written.facts)


def failures(made: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(made, profile=standard) for standard in STANDARDS]
    assert all(report.rules.total > 100 for report in reports)
    found = [failure for report in reports for failure in report.failures if failure.rule_id != MISREAD]
    return [f"{failure.rule_id}: {failure.message}" for failure in found]


def test_the_example_keeps_both_standards_and_its_words(herne: Session, draft: bytes) -> None:
    assert failures(draft) == []
    final = manuscript(herne, final=True)
    made = printed(final)
    assert failures(made) == []
    expected = rendered_words(final.markdown)
    assert len(expected) > 2000
    assert body_words(made) == body_words(draft) == expected


def test_the_same_dossier_gives_the_same_bytes(herne: Session, draft: bytes) -> None:
    assert printed(manuscript(Session(herne.root, "2025"))) == draft


def test_who_listens_hears_what_others_see(draft: bytes) -> None:
    tags, reader = read_tags(draft), PdfReader(io.BytesIO(draft))
    assert str(reader.root_object["/Lang"]) == "de-DE"
    assert reader.metadata is not None
    assert reader.metadata.title == "TOTAL E-QUALITY Prädikat 2025 – Stadt Herne"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2025, 4, 30)
    figures = tags.all("Figure")
    assert len(figures) >= 4
    assert all("diagramm: " in figure.alt for figure in figures)
    assert any("2019: 34\u00a0%, 2022: 36\u00a0%, 2025: 43\u00a0%" in figure.alt for figure in figures)
    heads = [head.text() for head in tags.all("Table")[0].all("TH")]
    assert heads == ["Kennzahlen", "2025", "Veränderung seit 2022", "2022", "2019"]
    assert [tag.text() for tag in tags.all("Title")] == ["TOTAL E-QUALITY Prädikat 2025"]
    parts = [tag.text() for tag in tags.all("H1")]
    assert parts[:3] == ["Inhalt", "Angaben zur Organisation", "Statistische Daten zur Beschäftigtenstruktur"]
    assert [str(entry.title) for entry in reader.outline if not isinstance(entry, list)] == parts[1:]


def test_addresses_stand_at_the_foot_once() -> None:
    text = (
        "[Quelle](https://example.org/a_b?c=1#d), [noch einmal](https://example.org/a_b?c=1#d) <https://b.de>"
    )
    tags = read_tags(pdf(read(of(text)), {}, PLAIN, FACTS))
    notes = [note.text("Lbl") for note in tags.all("Note", "FENote")]
    assert [note.strip() for note in notes] == ["https://example.org/a_b?c=1#d"]


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    made = pdf(read(of(f"| Kopf | Zahl | Anteil |\n|---|--:|--:|\n{ROWS}")), {}, PLAIN, FACTS)
    assert failures(made) == []
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    assert len(pages) > 5
    assert all("Kopf" in text and "Anteil" in text for text in pages[1:])
    assert "Zeile 299" in pages[-1]
    assert f"Seite {len(pages)} von {len(pages)}" in pages[-1]


def test_what_the_fonts_lack_is_named_in_its_place() -> None:
    told = " ".join(
        body_words(pdf(read(of("Fest 🎉 und 漢字 und `x🎉`\n\n```\nä\n🎉\n```")), {}, PLAIN, FACTS))
    )
    party = "[Zeichen U+1F389]"
    assert told == f"Teil Fest {party} und [2 chinesische Zeichen] und x{party} ä{party}"


def test_a_logo_is_described_and_a_broken_one_left_out() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    logo = Logo(LogoKind.SVG, svg, "Wappen der Stadt")
    made = pdf(read(of("Text")), {}, replace(PLAIN, logo=logo, footer="Büro [/x]"), FACTS)
    assert [figure.alt for figure in read_tags(made).all("Figure")] == ["Wappen der Stadt"]
    assert failures(made) == []
    broken = replace(PLAIN, logo=Logo(LogoKind.PNG, b"\x89PNG\r\n\x1a\nkaputt", "x"))
    assert read_tags(pdf(read(of("Text")), {}, broken, FACTS)).all("Figure") == []


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_text_is_harmless_and_whole(pieces: list[str]) -> None:
    markdown = of(" ".join(pieces))
    made = pdf(read(markdown), {}, PLAIN, FACTS)
    assert failures(made) == []
    told = read(markdown).body
    said = " ".join(words(token) if token.type == "inline" else token.content for token in told)
    # Some characters stand well alone and badly together; then simpler ones must do.
    assert letters(" ".join(body_words(made))) in {letters(plain(said)), letters(plain(said, cautious=True))}
    assert pdf(read(markdown), {}, PLAIN, FACTS) == made


def letters(text: str) -> str:
    """Return what reads from left to right: the rest is drawn the other way round, and so comes out."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isascii() and not c.isspace())
