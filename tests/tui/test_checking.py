"""The checks run beside the screens, and what they find is shown when they are done."""

import threading

import pytest

from tea_assistant.checks.run import Report, check
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp


async def test_the_overview_waits_for_no_check(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    may_look, threads = threading.Event(), []

    def looking(*given: object) -> Report:
        assert may_look.wait(30)
        threads.append(threading.current_thread())
        return check(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("tea_assistant.services.view.check", looking)
    app = TeaApp(session, autosave_delay=60, poll_interval=0, checks_beside=True)
    async with app.run_test() as pilot:
        try:
            await pilot.pause()
            counts = app.screen.query_one("#counts")
            assert "wird geprüft" in str(counts.render())
            assert "Als Nächstes" in str(app.screen.query_one("#next-pane .section").render())
            # What is changed meanwhile is looked at too.
            app.session.edit("dossier.yaml", [Change(("organisation", "name"), "Müllers [/x]")], "Name")
        finally:
            may_look.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        found = app.session.report.counts
        assert all(str(number) in str(counts.render()) for number in found.values())
        assert len(threads) == 2
        assert threading.main_thread() not in threads
