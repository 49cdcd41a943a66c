"""What a jury said, as a form and from its pasted text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from tea_assistant.model.review import ExpectationKind, JuryDecision
from tea_assistant.services.jury_text import sentences
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.edit_text import EditText
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.schema_form import SchemaForm
from tea_assistant.tui.widgets.sentence_sorter import SentenceSorter
from tests.tui.reading import notices, screen_text, settle
from tests.tui.renewed import HOSTILE, SIZES, TODAY, hostile, opened

TEXT = """\
Die Kampagne „Stadt mit Respekt“ geht weiter. Am 6. Juli 2022 nannte Dr. Öz z. B. das Mentoring!
Bei den 30- bis 50-Jährigen sind es 37 %.

Geplant ist ein Re-Boarding [/x]
"""


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)


@pytest.fixture
def session(herne: Path) -> Session:
    """Return Herne as it stands after its last round, without that jury's words."""
    (herne / "cycles/2025/jury.yaml").unlink()
    return Session(herne, today=lambda: TODAY)


def jury(app: TeaApp) -> JuryDecision:
    found = app.session.dossier.rounds["2025"].jury
    assert found
    return found


async def pasted(pilot: Pilot[None], text: str) -> None:
    """Open the rounds' screen at 2025 and paste a text."""
    await opened(pilot, "expectations", "2025")
    await pilot.press("ctrl+n")
    await settle(pilot)
    assert isinstance(pilot.app.screen, EditText)
    pilot.app.screen.query_one(TextArea).text = text
    await pilot.press("ctrl+down")
    await settle(pilot)
    assert isinstance(pilot.app.screen, SentenceSorter)


def test_a_text_falls_into_its_sentences() -> None:
    assert sentences(TEXT) == (
        "Die Kampagne „Stadt mit Respekt“ geht weiter.",
        "Am 6. Juli 2022 nannte Dr. Öz z. B. das Mentoring!",
        "Bei den 30- bis 50-Jährigen sind es 37 %.",
        "Geplant ist ein Re-Boarding [/x]",
    )
    assert sentences(" \n\n ") == ()
    assert sentences("„Gut so.“ Weiter so, e. V. und Co. Ende.") == (
        "„Gut so.“",
        "Weiter so, e. V. und Co.",
        "Ende.",
    )


def test_a_very_long_text_is_no_trap() -> None:
    assert len(sentences("A. " * 100_000)) > 0
    assert len(sentences("Ja! " * 40_000)) == 40_000


async def test_each_sentence_is_sorted_with_a_key(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, TEXT)
        assert "Satz 1 von 4" in screen_text(app)
        await pilot.press("2", "l", "n")
        await settle(pilot)
        assert "Satz 3 von 4" in screen_text(app)
        await pilot.press("3", "b", "k")
        await settle(pilot)
        text = screen_text(app)
        assert "Alle 4 Sätze sind durch" in text
        assert "Lob · Kultur und Bekenntnis" in text
        assert not (app.session.root / "cycles/2025/jury.yaml").exists(), "nothing is written before the end"
        await pilot.press("enter")
        await settle(pilot)
        assert [(p.field, p.text) for p in jury(app).praise] == [
            ("af02", "Die Kampagne „Stadt mit Respekt“ geht weiter.")
        ]
        assert [(e.field, e.kind, e.text) for e in jury(app).expectations] == [
            ("af03", ExpectationKind.NOTICED, "Bei den 30- bis 50-Jährigen sind es 37 %."),
            ("af03", ExpectationKind.ANNOUNCED, "Geplant ist ein Re-Boarding [/x]"),
        ]
        assert "3 Sätze übernommen" in notices(app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.session.dossier.rounds["2025"].jury is None, "one step takes it all back"


async def test_a_sentence_is_put_in_own_words(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, "Alter Satz. Zweiter Satz.")
        await pilot.press("ä", "ctrl+a", *"Neu l g", "escape")
        await settle(pilot)
        assert "Satz 1 von 2" in screen_text(app)
        await pilot.press("g", "n", "enter")
        await settle(pilot)
        assert [e.text for e in jury(app).expectations] == ["Neu l g"]


async def test_one_can_go_back_and_sort_anew(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, "Alter Satz. Zweiter Satz.")
        await pilot.press("l", "left", "n", "l", "left", "g", "enter")
        await settle(pilot)
        assert jury(app).praise == ()
        assert [e.text for e in jury(app).expectations] == ["Zweiter Satz."]


async def test_escape_throws_the_sorting_away(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot, TEXT)
        await pilot.press("l", "escape")
        await settle(pilot)
        assert app.session.dossier.rounds["2025"].jury is None


async def test_the_mouse_sorts_too(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pasted(pilot, "Ein Satz.")
        sorter = app.screen
        assert isinstance(sorter, SentenceSorter)
        await pilot.click(sorter.fields_row, offset=(12, 0))
        await settle(pilot)
        assert "▸1 Verankerung und Steuerung" in screen_text(app)
        await pilot.click(sorter.sorts_row, offset=(2, 0))
        await settle(pilot)
        await pilot.click("#done")
        await settle(pilot)
        assert jury(app).praise[0].field == "af01"


async def test_no_text_is_no_text(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "expectations", "2025")
        await pilot.press("ctrl+n", "ctrl+down")
        await settle(pilot)
        assert isinstance(app.screen, EditText)
        assert "noch kein Text" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_shows_the_jury_of_each_round(app: TeaApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        page = await opened(pilot, "expectations")
        form = page.query_one(SchemaForm)
        assert form.subject.file == "cycles/2022/jury.yaml", "the newest round on which a jury has decided"
        assert "früheren Erwartungen" in screen_text(app)
        await app.show_place("cycles/2019/jury.yaml", ("expectations", 1))
        await settle(pilot)
        assert app.page
        form = app.page.query_one(SchemaForm)
        assert form.subject.file == "cycles/2019/jury.yaml"
        assert form.place == ("expectations",)


async def test_the_first_value_makes_the_file(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "expectations", "2025")
        page.show_place(("award",))
        await settle(pilot)
        await pilot.press(*"3", "tab")
        await settle(pilot)
        assert jury(app).award == 3


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_only_text(
    tmp_path: Path, make_app: Callable[[Session], TeaApp], size: tuple[int, int]
) -> None:
    app = make_app(hostile(tmp_path / "boese"))
    async with app.run_test(size=size) as pilot:
        await pasted(pilot, f"{HOSTILE}. {HOSTILE}.")
        assert "\x1b" not in screen_text(app)
        assert "Bürger*innen [/x] [@click=app.quit]x[/]" in screen_text(app)
        await pilot.press("l", "g", "enter")
        await settle(pilot)
        assert len(jury(app).praise) == 1
        assert len(jury(app).expectations) == 2
