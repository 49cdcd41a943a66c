"""The log says what happened and never what a dossier says, whatever fails."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.store import program_log
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tests.tui.reading import settle

MEASURE = "evidence/mentoring-fuer-frauen.yaml"
_WORD = re.compile(r"[^\W\d_]{6,}")


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    program_log._log.cache_clear()
    yield program_log.log_file()
    program_log._log.cache_clear()


async def test_saving_that_fails_a_conflict_and_a_crash_leave_no_word_of_the_dossier_in_the_log(
    session: Session, folder: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")]

    def fail() -> None:
        raise ValueError(session.text(MEASURE))

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        path = folder / "evidence" / "mentoring-fuer-frauen.yaml"
        path.unlink()
        path.mkdir()
        session.edit(MEASURE, [Change(("title",), "Väter*abende [/x]")], "Titel")
        await settle(pilot)
        app.call_later(fail)
        await pilot.pause()

    with pytest.raises(ValueError, match="Führungskräfte"):
        async with app.run_test(size=(120, 40)) as pilot:
            await run(pilot)
    logged = log.read_text(encoding="utf-8")
    assert "dossier opened" in logged
    assert "not saved errors=1" in logged
    assert "failure ValueError at" in logged
    german = {word.casefold() for text in texts for word in _WORD.findall(text)}
    english = {"format", "dossier", "evidence", "cycles", "action", "fields", "opening", "closing", "public"}
    told = {word.casefold() for word in _WORD.findall(logged)}
    assert (german & told) - english == set()
    assert str(folder) not in logged
    # The user is told in German, without the inner workings.
    assert "Traceback" not in capsys.readouterr().err


def test_a_fact_with_words_of_a_person_is_not_logged_and_the_log_stays_small(log: Path) -> None:
    for _ in range(4000):
        program_log.note("x" * 250)
    files = sorted(log.parent.glob("tea.log*"))
    assert len(files) == 4
    assert sum(path.stat().st_size for path in files) < 1_000_000
    program_log.note("tried", title="Väter*abende [/x]", count=3, kind="evidence", none=None)
    assert "tried title=… count=3 kind=evidence none=None" in log.read_text(encoding="utf-8")
