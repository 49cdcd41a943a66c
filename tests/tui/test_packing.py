"""The capsule from the document's page: a reason where one is needed, a look at what enters, the path."""

from pathlib import Path

from tea_assistant.services.capsule.verify import verify
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tests.tui.reading import dialog_text, notices, screen_text, settle

MEASURE = "evidence/mentoring-fuer-frauen.yaml"


async def test_a_capsule_is_asked_about_and_written(app: TeaApp, folder: Path) -> None:
    for name in "abcde":
        (folder / f"{name}.txt").write_text("Streng vertraulich")
    proofs = [{"title": f"Liste {name} [/x]", "file": f"{name}.txt"} for name in "abcde"]
    app.session.edit(MEASURE, [Change(("proofs",), proofs)], "Nachweise")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "Abgabepaket trotz offener Punkte?" in dialog_text(app)
        assert "ein übernommener Punkt" in dialog_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Bitte etwas eingeben." in dialog_text(app)
        await pilot.press(*"Frist", "enter")
        await settle(pilot)
        asked = dialog_text(app)
        assert "die Bewerbung als Markdown" in asked
        assert "Liste a [/x] (a.txt): nicht zur" in asked
        assert "und 2 weitere" in asked
        assert "Abbrechen" in asked
        assert not (folder / "build").exists()
        await pilot.press("enter")
        await settle(pilot)
        (written,) = (folder / "build").iterdir()
        assert str(written) in notices(app)
        verdict = verify(written)
        assert verdict.is_whole
        assert verdict.sha256 in notices(app)
        assert verdict.manifest["forced"] == {"reason": "Frist"}
        assert b"Streng vertraulich" not in written.read_bytes()


async def test_nothing_is_written_where_one_thinks_better_of_it(app: TeaApp, folder: Path) -> None:
    app.session.edit("cycles/2025/cycle.yaml", [Change(("submitted",), "2025-04-28")], "Einreichen")
    app.session.save()
    reviews = folder / "cycles/2025/reviews"
    reviews.mkdir(exist_ok=True)
    (reviews / "erika.yaml").write_text("format: 1\nname: Erika Muster\nrole: Personalrat\n", "utf-8")
    app.session.poll()
    (folder / "build").write_text("im Weg", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "Hinein kommt" in dialog_text(app)
        assert "Prüfung 2025 von Erika Muster: Vermerke der Prüfung" in dialog_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Hinein kommt" not in screen_text(app)
        await pilot.press("a")
        await settle(pilot)
        await pilot.click("#done")
        await settle(pilot)
        assert "lässt sich nicht" in notices(app)
        assert (folder / "build").read_text(encoding="utf-8") == "im Weg"
