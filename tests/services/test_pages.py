"""Pages are counted in the real layout, and the count is that of the PDF."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfReader

from tea_assistant.errors import NoLayout
from tea_assistant.model.layout import field_file
from tea_assistant.services import status
from tea_assistant.services.build import build
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.store.yaml_writer import Change

EXAMPLE = Path(__file__).parents[2] / "examples" / "stadt-herne"
LONG = " ".join(["Die Stadt fördert Mitarbeiter*innen und Bürger*innen [/x] seit 2017."] * 60)


@pytest.fixture
def herne(tmp_path: Path) -> Session:
    return Session(shutil.copytree(EXAMPLE, tmp_path / "herne"), "2025")


def pages_of_pdf(session: Session, folder: Path, *, final: bool) -> PdfReader:
    return PdfReader(build(session, folder, final=final, formats=("pdf",))[0])


def test_the_count_is_that_of_the_final_pdf_after_every_edit(herne: Session, tmp_path: Path) -> None:
    pages = Pages()
    before = pages.count(herne)
    assert before.total == len(pages_of_pdf(herne, tmp_path, final=True).pages)
    herne.edit(field_file("2025", "af04"), [Change(("opening",), LONG)], "Text")
    after = pages.count(herne)
    assert after.total == len(pages_of_pdf(herne, tmp_path, final=True).pages)
    assert after.by_part["af04"].pages > before.by_part["af04"].pages + 0.7
    assert after.by_part["af03"] == before.by_part["af03"]
    assert after.by_part["af05"].first_page > before.by_part["af05"].first_page
    with ThreadPoolExecutor(2) as pool:
        assert {found.total for found in pool.map(pages.count, [herne] * 4)} == {after.total}


def test_a_draft_has_the_same_numbers_on_its_pages(herne: Session, tmp_path: Path) -> None:
    count = Pages().count(herne)
    draft = pages_of_pdf(herne, tmp_path, final=False)
    extra = len(draft.pages) - count.total
    assert extra >= 1
    assert "kein Teil der Bewerbung" in draft.pages[1].extract_text()
    assert f"Seite {count.total} von {count.total}" in draft.pages[-1].extract_text()
    assert "Seite 2 von" in draft.pages[1 + extra].extract_text()


def test_parts_and_front_fill_the_document(herne: Session) -> None:
    count = Pages().count(herne)
    assert list(count.by_part) == [p.id for p in herne.application.parts if p.id in count.by_part]
    whole = count.front + sum(extent.pages for extent in count.by_part.values())
    assert count.total - 1 < whole <= count.total
    closing, part = count.by_section["af03/closing"], count.by_part["af03"]
    assert 0 < closing.pages < part.pages
    assert part.first_page <= closing.first_page


def test_an_empty_dossier_has_a_title_page(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("format: 1\nname: Stadt Möhringen\n")
    count = Pages().count(Session(tmp_path))
    assert count.total >= 1
    assert "af03" not in count.by_part


def test_without_the_library_there_is_a_reason_and_no_number(
    herne: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoLayout, match="lassen sich hier nicht zählen"):
        Pages().count(herne)
    assert "Umfang:  nicht gezählt, Vorgabe 25 Seiten." in status.as_text(herne)
