"""The list that draws only what is in sight."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.pick_list import PickList
from tests.tui.reading import screen_text

SIZE = (30, 10)


class ListApp(App[None]):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.drawn: list[str] = []
        self.chosen: list[str] = []
        self.keys = [str(number) for number in range(count)]
        self.rows = PickList(self.draw, row_height=2, empty="Nichts [/x] da.")

    def compose(self) -> ComposeResult:
        self.rows.styles.height = "1fr"
        yield self.rows

    def on_mount(self) -> None:
        self.rows.show(self.keys)
        self.rows.focus()

    def draw(self, key: str, width: int) -> list[Content]:
        self.drawn.append(key)
        return [plain(f"Zeile {key} [/x] Bürger*innen, {'sehr ' * width}lang"), plain("darunter")]

    def on_pick_list_chosen(self, event: PickList.Chosen) -> None:
        self.chosen.append(event.key)


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["down"], "1"),
        (["up"], "0"),
        (["end"], "9999"),
        (["end", "down"], "9999"),
        (["end", "home"], "0"),
        (["pagedown"], "5"),
        (["pagedown", "pageup"], "0"),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], at: str) -> None:
    app = ListApp(10_000)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys, "enter")
        await pilot.pause()
        assert app.chosen == [at]
        assert f"Zeile {at} [/x]" in screen_text(app)


async def test_only_what_is_in_sight_is_drawn() -> None:
    app = ListApp(10_000)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert len(set(app.drawn)) <= 2 * SIZE[1]
        assert "…" in screen_text(app)


async def test_the_cursor_stays_on_its_row_when_others_come_and_go() -> None:
    app = ListApp(10)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "down")
        app.rows.show(["9", "2", "0"])
        assert app.rows.key == "2"
        app.rows.show(["9", "0"])
        assert app.rows.key == "0"
        app.rows.show(["4", "5"], at="5")
        assert app.rows.key == "5"


async def test_an_empty_list_says_so_and_does_nothing() -> None:
    app = ListApp(0)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "enter", "end", "pageup")
        await pilot.click(PickList)
        await pilot.pause()
        assert app.chosen == []
        assert app.rows.key is None
        assert "Nichts [/x] da." in screen_text(app)
        app.rows.empty = "Noch hat niemand etwas angemerkt. Wer liest, beginnt mit „Prüfen“."
        app.rows.refresh()
        await pilot.pause()
        # Broken into lines where it is too long for one.
        assert "Noch hat niemand etwas" in screen_text(app)
        assert "mit „Prüfen“." in screen_text(app)


async def test_a_click_chooses_a_row_and_not_the_room_beneath() -> None:
    app = ListApp(2)
    async with app.run_test(size=SIZE) as pilot:
        await click(pilot, 3)
        assert app.chosen == ["1"]
        await click(pilot, 8)
        assert app.chosen == ["1"]


async def click(pilot: Pilot[None], line: int) -> None:
    await pilot.click(PickList, offset=(3, line))
    await pilot.pause()
