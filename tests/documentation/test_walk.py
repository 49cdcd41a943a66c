"""A newcomer's walks: the documented keys lead from an empty folder to a PDF, and on to a renewal."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from textual.pilot import Pilot

from tea_assistant.services.inbox.inbox import inbox
from tea_assistant.services.renew import renew
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.inbox_verdicts import verdict
from tests.tui.reading import settle
from tests.tui.waiting import wait_by_the_event_loop

DOCS = Path(__file__).parents[2] / "docs"
_DECISIONS = frozenset("bäexmul")


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


def test_the_pages_tell_the_ways_as_they_are(walking: ModuleType) -> None:
    ways = (walking.FIRST, walking.RENEWAL)
    for way in ways:
        assert (DOCS / "rundgang" / way.page).read_text(encoding="utf-8") == walking.page(way)
    shown = {f"{stop.picture}.svg" for way in ways for stop in way.stops if stop.picture}
    assert {path.name for path in (DOCS / "rundgang").glob("*.svg")} == shown


def test_with_the_whole_handbook_a_way_takes_less_than_an_hour(walking: ModuleType) -> None:
    handbook = len((DOCS / "handbuch.md").read_text(encoding="utf-8").split())
    for way in (walking.FIRST, walking.RENEWAL):
        words, keys = walking.effort(way)
        assert walking.minutes(handbook + words, keys) < 60


def test_every_decision_on_the_way_through_the_next_round_is_one_that_the_inbox_offers(
    walking: ModuleType, tmp_path: Path
) -> None:
    # The walk itself takes too long for every run; the script that makes its page goes to the capsule.
    session = Session(Path(shutil.copytree(walking.EXAMPLE, tmp_path / "musterstadt")))
    renew(session, "2028", anyway=True)
    session.open_round("2028")
    items = list(inbox(session))
    first = [stop.title for stop in walking.RENEWAL.stops].index("Die Wiedervorlage")
    for stop in walking.RENEWAL.stops[first:]:
        if not items:
            break
        for key in [key for do in stop.do for key in do.press.split() * do.times if key in _DECISIONS]:
            assert verdict(items[0].kind, key), (items[0].title, key)
            # A measure that is added leaves the wish open.
            del items[: key != "m"]
    assert stop.title == "Kennzahlen für 2028"


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
        for stop in walking.FIRST.stops:
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
