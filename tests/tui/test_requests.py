"""Asking departments on the screen, and deciding what comes back."""

from pathlib import Path

from textual.pilot import Pilot

from tea_assistant.model.request import Verdict
from tea_assistant.services.requests.questions import Wanted
from tea_assistant.services.requests.requests import FORMATS, Sending, prepare, send
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.answers import AnswersScreen
from tests.services.returned_forms import filled_text
from tests.tui.reading import dialog_text, notices, screen_text, settle

EVIDENCE = "evidence/mentoring-fuer-frauen.yaml"
HOSTILE = "Bürger*innen [/x] [@click=app.quit]x[/] \u202e „Zitat“"


def returned(session: Session, tmp_path: Path) -> Path:
    """Ask about a measure, and return the form as it came back."""
    wanted = Wanted(["mentoring-fuer-frauen"])
    request = prepare(session, Sending(f"Personalamt {HOSTILE}", wanted, until="30.11.2024"))
    sent = send(session, request, FORMATS)
    path = tmp_path / "zurück.md"
    answers = {"1.2": f"Neu: {HOSTILE}", "1.3": "Wert: viele\nEinheit: Personen", "1.6": "Personalamt"}
    path.write_text(filled_text(sent.paths[-1], answers, "Frau [/x]"), encoding="utf-8")
    return path


async def answers_of(pilot: Pilot[None]) -> AnswersScreen:
    assert isinstance(pilot.app, TeaApp)
    page = await pilot.app.open_page(Destination("answers"))
    await settle(pilot)
    assert isinstance(page, AnswersScreen)
    return page


async def test_answers_are_read_decided_and_taken_back(app: TeaApp, tmp_path: Path) -> None:
    session = app.session
    path = returned(session, tmp_path)
    before = session.text(EVIDENCE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "1 Anfrage offen, die nächste bis 30.11.2024" in screen_text(app)
        page = await answers_of(pilot)
        assert "Keine Antwort wartet" in screen_text(app)
        page.read_file(path)
        await settle(pilot)
        assert "neue Antworten von Personalamt Bürger*innen [/x]" in notices(app)
        waiting = len(page._proposals)
        assert page.current is not None
        page._list.move_to(next(k for k, p in page._proposals.items() if p.answer.question == "1.2"))
        await settle(pilot)
        assert "[@click=app.quit]x[/] \ufffd „Zitat“" in screen_text(app)
        assert session.text(EVIDENCE) == before

        await pilot.press("ü")
        await settle(pilot)
        assert len(page._proposals) == waiting - 1
        assert "[@click=app.quit]x[/]" in (session.text(EVIDENCE) or "")
        # What is no number is refused, and goes in once it is one.
        await pilot.press("ü")
        await settle(pilot)
        assert "enthält Text, wo eine Zahl stehen muss" in notices(app)
        await pilot.press("ä")
        await settle(pilot)
        assert "Wert: viele" in dialog_text(app)
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert "enthält Text" in dialog_text(app)
        await pilot.press("ctrl+a", *"Wert: 12", "ctrl+down")
        await settle(pilot)
        assert session.dossier.evidence["mentoring-fuer-frauen"].results[-1].value == 12
        await pilot.press("n")
        await settle(pilot)
        answers = next(iter(session.application.round.requests.values())).answers
        assert [a.verdict for a in answers if a.question != "1.1"] == [
            Verdict.ACCEPTED,
            Verdict.CHANGED,
            Verdict.REFUSED,
        ]
        for _ in range(3):
            await pilot.press("ctrl+z")
            await settle(pilot)
        assert session.text(EVIDENCE) == before
        assert len(page._proposals) == waiting
        # It counts no second time.
        page.read_file(path)
        await settle(pilot)
        assert "schon eingelesen" in notices(app)
        assert len(page._proposals) == waiting
        await pilot.press("f2")
        await settle(pilot)
        assert f"{waiting} Antworten warten auf Sie" in screen_text(app)


async def test_a_department_is_asked_from_a_measure_and_from_the_list(app: TeaApp) -> None:
    session = app.session
    session.edit(EVIDENCE, [Change(("responsible",), "Personalamt [/x]")], "Zuständig")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.open_page(Destination("evidence", "mentoring-fuer-frauen"))
        await settle(pilot)
        await pilot.press("f7")
        await settle(pilot)
        assert "Personalamt [/x]" in dialog_text(app)
        assert "[✓] " in dialog_text(app)
        await pilot.press("tab", *"nie", "ctrl+down")
        await settle(pilot)
        assert "„nie“ ist kein Tag." in dialog_text(app)
        await pilot.press("ctrl+u", *"31.12.2024", "ctrl+down")
        await settle(pilot)
        assert "anfrage-personalamt-x-2025.xlsx und anfrage-personalamt-x-2025.md" in notices(app)
        assert (session.root / "build/anfrage-personalamt-x-2025.xlsx").exists()

        await app.open_page(Destination("requests"))
        await settle(pilot)
        assert "Personalamt [/x]" in screen_text(app)
        assert "· bis 31.12.2024 · 9 Fragen" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        # The department itself chooses what it is responsible for.
        await pilot.press(*"personalamt")
        await settle(pilot)
        assert "1 gewählt" in dialog_text(app)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert "abgeschlossen" in screen_text(app)
        assert next(iter(session.application.round.requests.values())).closed == "2024-11-23"


async def test_what_is_no_answer_is_told(app: TeaApp, tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    async with app.run_test(size=(80, 24)) as pilot:
        page = await answers_of(pilot)
        for text, said in (("", "leer"), (HOSTILE, "nicht erkannt")):
            path.write_text(text, encoding="utf-8")
            page.read_file(path)
            await settle(pilot)
            assert said in notices(app)
        assert "tea " not in notices(app)
