"""The document: the application as it reads, jumping between its parts, writing the file."""

import shutil
from pathlib import Path

from tea_assistant import resources
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.markdown_pieces import MarkdownPieces, pieces
from tests.tui.reading import notices, screen_text, settle

FIELD = "cycles/2025/fields/af03.yaml"


async def test_it_opens_at_the_part_one_comes_from_with_its_texts_as_they_are(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD)
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        text = screen_text(app)
        lines = text.splitlines()
        assert "Dokument · Personalarbeit" in lines[0]
        assert "Aktionsfeld 3: Personalarbeit" in lines[2]
        assert "Mitarbeiter*innen und Bürger*innen [/x]" in text
        assert "Mentoring für Frauen [/x]" in text


async def test_hostile_text_is_harmless(folder: Path) -> None:
    session = Session(folder)
    text = "# [@click=app.quit]x[/] {{weg\n\n[/x] \u202e | <b>fett</b> Bürger*innen *und*\n"
    session.edit(FIELD, [Change(("closing",), text)], "Abschluss")
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD)
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        shown = screen_text(app)
        assert "[@click=app.quit]x[/]" in shown
        assert "Bürger*innen und" in shown
        assert "\u202e" not in shown


async def test_all_parts_are_there_and_are_jumped_to(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        shown = [text for text in app.screen.query(MarkdownPieces) if text.display]
        assert len(shown) == len(app.session.application.parts)
        await pilot.press("plus", "plus")
        await settle(pilot)
        assert "Dokument · Grundverständnis" in screen_text(app).splitlines()[0]
        await pilot.press("minus")
        await settle(pilot)
        assert "Dokument · Statistische Daten" in screen_text(app).splitlines()[0]


async def test_the_list_follows_the_reading(app: TeaApp) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("end")
        await pilot.pause(0.5)
        await settle(pilot)
        assert "Dokument · Angaben zur Organisation" not in screen_text(app).splitlines()[0]


async def test_what_changes_is_built_anew(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        app.session.edit("dossier.yaml", [Change(("about",), "Eine Stadt am Fluss.\n")], "Kurzporträt")
        await settle(pilot)
        assert "Eine Stadt am Fluss." in screen_text(app)


async def test_the_draft_is_written_and_its_place_named(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        assert "Entwurf schreiben als" in screen_text(app)
        await pilot.press("escape")
        assert not (folder / "build").exists()
        await pilot.press("b", "enter")
        await settle(pilot)
        (pdf,) = (folder / "build").iterdir()
        assert pdf.suffix == ".pdf"
        assert pdf.read_bytes().startswith(b"%PDF")
        assert f"Seiten):\n{pdf.name}\nim Ordner {pdf.parent}" in notices(app)
        await pilot.press("b", "end", "enter")
        await settle(pilot)
        written = pdf.with_suffix(".md")
        assert written.name in notices(app)
        assert "Entwurf" in written.read_text(encoding="utf-8")
        await pilot.press("e")
        await settle(pilot)
        assert "Keine Endfassung" in notices(app)
        app.session.edit("cycles/2025/cycle.yaml", [Change(("submitted",), "2025-04-28")], "Einreichen")
        await pilot.press("e", "end", "enter")
        await settle(pilot)
        assert "**Entwurf" not in written.read_text(encoding="utf-8")


async def test_writing_where_nothing_can_be_written_says_so(app: TeaApp, folder: Path) -> None:
    (folder / "build").write_text("im Weg", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("b", "enter")
        await settle(pilot)
        assert "lässt sich nicht" in notices(app)


def test_the_pieces_of_a_text_are_the_text() -> None:
    blocks = [
        "## Titel\n\n",
        *(f"Absatz {n}\nzweite Zeile\n\n" for n in range(60)),
        "- a\n- b\n\n| a |\n|---|\n| b |\n",
    ]
    text = "".join(blocks)
    cut = list(pieces(text))
    assert "".join(cut) == text
    assert len(cut) > 2
    assert all(piece.count("\n") < 50 for piece in cut)


async def test_the_chapter_on_what_changed_is_shown(tmp_path: Path) -> None:
    root = tmp_path / "stadt-herne"
    shutil.copytree(resources.folder("examples") / "stadt-herne", root)
    app = TeaApp(Session(root, "2025"), autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("plus", "plus", "plus")
        await settle(pilot)
        assert "Dokument · Seit der letzten Auszeichnung" in screen_text(app)
        assert "Diversity-Maßnahmenkatalog: 2025 erstmals genannt" in screen_text(app)
