"""A newcomer's walk: the keys that the documentation names lead from an empty folder to a PDF."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from textual.pilot import Pilot

from tea_assistant.tui.app import TeaApp
from tests.tui.reading import settle
from tests.tui.waiting import wait_by_the_event_loop

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def walking() -> ModuleType:
    """Return the script that makes the page of the walk."""
    spec = importlib.util.spec_from_file_location("make_walk", DOCS / "make_walk.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    # msgspec looks up the module of a struct by its name.
    sys.modules["make_walk"] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_tells_the_way_as_it_is(walking: ModuleType) -> None:
    stops = walking.way()
    assert (DOCS / "rundgang" / "README.md").read_text(encoding="utf-8") == walking.page(stops)
    shown = {f"{stop.picture}.svg" for stop in stops if stop.picture}
    assert {path.name for path in (DOCS / "rundgang").glob("*.svg")} == shown


async def test_the_keys_lead_from_nothing_to_a_pdf(
    walking: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_by_the_event_loop(monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    # Where git can be used, one more field stands on the way.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "leer"
    folder.mkdir()
    app = TeaApp(None, folder=folder, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=walking.SIZE) as pilot:
        await settle(pilot)
        for stop in walking.way():
            await walking.walk(pilot, stop, lambda pilot=pilot: _rest(pilot))
        application = app.session.application
        assert application.organisation.state == "NW"
        assert application.organisation.about
        answer = application.answer("af03").criteria["af03-mentoring"]
        assert "{{staff.women.share}}" in answer.statement
        assert [application.dossier.evidence[id_].title for id_ in answer.evidence] == [
            "Mentoring im Rathaus"
        ]
        assert "TEA412" not in {finding.code for finding in app.session.report.findings}
    (pdf,) = (folder / "build").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")


async def _rest(pilot: Pilot[None]) -> None:
    await settle(pilot)
