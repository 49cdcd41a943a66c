"""Pages are counted in the real layout, and the count is that of the PDF."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tea_assistant.document.typst.pdf import compiler, source
from tea_assistant.errors import NoLayout
from tea_assistant.model.layout import field_file
from tea_assistant.services import status
from tea_assistant.services.build import build, build_counting
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change

if TYPE_CHECKING:
    from typst import Compiler

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


class CountedCompiler:
    """A compiler that notes what it is asked for."""

    def __init__(self, compiler: "Compiler", asked: list[str]) -> None:
        self.compiler, self.asked = compiler, asked

    def query(self, *arguments: Any, **options: Any) -> Any:
        self.asked.append("query")
        return self.compiler.query(*arguments, **options)

    def compile(self, *arguments: Any, **options: Any) -> Any:
        self.asked.append("compile")
        return self.compiler.compile(*arguments, **options)


def test_a_draft_is_laid_out_once_for_its_pdf_and_its_length(
    herne: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = Pages().count(herne).total
    asked: list[str] = []
    monkeypatch.setattr(
        "tea_assistant.services.pages.compiler", lambda *of: CountedCompiler(compiler(*of), asked)
    )
    assert build_counting(herne, tmp_path, formats=("pdf",)).pages == total
    assert asked == ["compile", "query"]


def test_after_an_edit_only_what_it_changed_is_made_anew(
    herne: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "tea_assistant.services.pages.compiler", lambda *of: CountedCompiler(compiler(*of), asked)
    )
    pages = Pages()
    pages.count(herne)
    whole = pages.memory.anew
    assert whole["_program"] == len(pages.count(herne).by_part)
    assert not pages.memory.anew, "nothing has changed"
    herne.edit(field_file("2025", "af04"), [Change(("opening",), LONG)], "Text")
    pages.count(herne)
    assert pages.memory.anew == dict.fromkeys(
        ("_parsed", "_headings", "_written", "_read", "_chapter", "_program"), 1
    )
    held = len(pages.memory.made)
    for number in range(3):
        herne.edit(field_file("2025", "af04"), [Change(("opening",), f"{LONG} {number}")], "Text")
        pages.count(herne)
    assert len(pages.memory.made) == held, "what is no more is forgotten"
    assert asked == ["query", *["compile"] * 9] * 6, "each is laid out once, and an old one forgotten"
    assert not herne.view.is_checked


def test_what_a_section_asks_of_others_reaches_it(herne: Session) -> None:
    """A title and a figure that stand in the text of another file, and a heading that moves the links."""
    pages = Pages()
    changes = [
        (field_file("2025", "af04"), Change(("opening",), "[[agg-schulung]]: {{staff.total}}")),
        ("evidence/agg-schulung.yaml", Change(("title",), "Ein *anderer* Titel")),
        (field_file("2025", "af03"), Change(("opening",), "## Ein anderer Titel\n\nText")),
    ]
    for file, change in changes:
        herne.edit(file, [change], "Text")
        pages.count(herne)
        anew = manuscript(herne, final=True)
        again = manuscript(herne, final=True, before=pages.memory)
        assert again.markdown == anew.markdown
        pictures = anew.pictures(titled=False)
        first, second = (
            source(m.leaf(pictures), pictures, m.theme, m.facts, memory=m.memory) for m in (anew, again)
        )
        assert first == second
    assert "[Ein \\*anderer\\* Titel](#ein-anderer-titel-1): 3.345" in again.markdown


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
