"""The guided tour: every step is done as somebody does it, and the program sees it."""

from pathlib import Path

import pytest

from tea_assistant.services import tour
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.beginning import Then, Way
from tea_assistant.tui.tour_steps import STEPS
from tea_assistant.tui.touring import Touring, open_tour
from tests.tui.reading import screen_text, settle


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of documents, which is empty, like all that is remembered."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "Dokumente"
    folder.mkdir()
    monkeypatch.setattr(tour, "user_documents_path", lambda: folder)
    return folder


def on_tour() -> TeaApp:
    app = TeaApp(None, autosave_delay=0, poll_interval=0)
    app.use(open_tour(app))
    return app


def touring(app: TeaApp) -> Touring:
    assert app.touring
    return app.touring


async def test_the_tour_is_taken_from_its_first_step_to_its_last(documents: Path) -> None:
    app = on_tour()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "1/7 · Willkommen in Musterstadt" in screen_text(app)
        assert not touring(app).is_done
        await pilot.press("f8")
        await settle(pilot)
        assert "Geschafft!" in screen_text(app)
        await pilot.press("alt+w", *"a b c d", "ctrl+s")
        await settle(pilot)
        assert not touring(app).is_done
        await pilot.press(*" e", "ctrl+s")
        await settle(pilot)
        assert touring(app).is_done
        await pilot.press("alt+w", "ctrl+l", "enter")
        await settle(pilot)
        assert touring(app).is_done
        await pilot.press("alt+w", "f4")
        await settle(pilot)
        assert not touring(app).is_done
        file, path = "cycles/2025/fields/af05.yaml", ("criteria", "af05-beschwerdewege", "statement")
        old = app.session.application.answer("af05").criteria["af05-beschwerdewege"].statement
        app.session.edit(file, [Change(path, old.replace("regelmäßig", "viermal im Jahr"))], "Text")
        await settle(pilot)
        assert touring(app).is_done
        await pilot.press("alt+w", "f5")
        await settle(pilot)
        assert touring(app).is_done
        await pilot.press("alt+w", "b", "enter")
        await settle(pilot)
        assert touring(app).is_done
        await pilot.press("alt+w")
        assert "7/7 · Geschafft!" in screen_text(app)
        await pilot.press("alt+w", "enter")
        await settle(pilot)
    assert app.then == Then()
    assert list((documents / "TEA-Rundgang" / "build").glob("*.pdf"))


async def test_the_tour_can_be_left_taken_up_skipped_and_begun_anew(documents: Path) -> None:
    app = on_tour()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("alt+w")
        await pilot.click("#tour-next")
        assert touring(app).step.id == "link"
        await pilot.click("#tour-more")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert touring(app).step.id == "write"
        await pilot.press("alt+r", "down", "down", "enter")
        await settle(pilot)
        assert app.page
        assert app.page.place == (tour.FIELD, (*tour.ACTIVITY, "statement"))
        await pilot.press("alt+r", "end", "enter")
        await settle(pilot)
    assert app.then == Then()

    again = on_tour()
    assert again.session.root == documents / "TEA-Rundgang"
    async with again.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert touring(again).step.id == "write"
        await pilot.press("alt+r", "up", "end", "up", "enter")
        await settle(pilot)
    assert again.then == Then(Way.TOUR)
    assert on_tour().session.root == documents / "TEA-Rundgang-2"


async def test_a_dossier_is_left_for_the_tour_and_comes_back(app: TeaApp, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.run_action("tour")
        await settle(pilot)
        assert "Rundgang beginnen" in screen_text(app)
        await pilot.press("tab", "enter")
        await settle(pilot)
    assert app.then == Then(Way.TOUR, session.root)

    touring_app = TeaApp(None, autosave_delay=0, poll_interval=0)
    touring_app.use(open_tour(touring_app, back=session.root))
    async with touring_app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+r", "end", "enter")
        await settle(pilot)
    assert touring_app.then == Then(Way.OPEN, session.root)


def test_every_step_is_short_enough_for_a_small_screen() -> None:
    for step in STEPS:
        assert len(step.text) <= 3 * 76
        assert len(f"Geschafft! {step.praise} Weiter mit Alt+W.") <= 3 * 76
        assert len(step.title) <= 30


def test_where_nothing_can_be_remembered_the_tour_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("im Weg", encoding="utf-8")
    begun = tour.begin()
    assert (begun.root / "dossier.yaml").is_file()
    assert tour.standing() is None
    monkeypatch.setattr(tour, "user_documents_path", lambda: tmp_path / "fehlt")
    assert tour.begin().root.name == "TEA-Rundgang"
