"""Pictures of the forms, to see every change of their looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tests.tui.conftest import TODAY
from tests.tui.forms import DOSSIER, EVENINGS, MENTORING, ROUND, no_pauses
from tests.tui.reading import settle

__all__ = ["no_pauses"]
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
Compare = Callable[..., bool]


def going_to(file: str, *path: str | int, keys: tuple[str, ...] = ()) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, TeaApp)
        await app.show_place(file, path)
        await settle(pilot)
        await pilot.press(*keys)
        # A form finds its heights in several rounds.
        await settle(pilot)
        await settle(pilot)

    return go


@pytest.mark.parametrize("size", SIZES)
def test_the_organisation(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=going_to(DOSSIER, "website"))


@pytest.mark.parametrize("size", SIZES)
def test_a_measure(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=going_to(MENTORING, "title"))


@pytest.mark.parametrize("size", SIZES)
def test_the_lists_of_a_measure(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=going_to(MENTORING, "proofs"))


@pytest.mark.parametrize("size", SIZES)
def test_a_proof(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=going_to(MENTORING, "proofs", 0, "url"))


@pytest.mark.parametrize("size", SIZES)
def test_the_list_of_measures(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=going_to(EVENINGS, "title", keys=("escape",)))


@pytest.mark.parametrize("size", SIZES)
def test_narrowing_the_list(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    run = going_to(EVENINGS, "title", keys=("escape", "ctrl+e"))
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_a_choice(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    run = going_to(MENTORING, "legal_character", keys=("enter",))
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_the_understanding(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    run = going_to(ROUND, "understanding", "verstaendnis")
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_the_figures(
    herne: Path, make_app: Callable[[Session], TeaApp], size: tuple[int, int], snap_compare: Compare
) -> None:
    app = make_app(Session(herne, today=lambda: TODAY))
    run = going_to("figures/2025.yaml", "rows", 0, "women", keys=("4", "0", "0", "0"))
    assert snap_compare(app, terminal_size=size, run_before=run)


def test_a_broken_file(folder: Path, make_app: Callable[[Session], TeaApp], snap_compare: Compare) -> None:
    (folder / DOSSIER).write_text("format: 1\nname: [Herne\nplace: x\n", encoding="utf-8")
    app = make_app(Session(folder, today=lambda: TODAY))
    assert snap_compare(app, terminal_size=(80, 24), run_before=going_to(DOSSIER))
