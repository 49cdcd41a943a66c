"""Going through a document on screen: each decision, undoing it, leaving and coming back."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.items import Item, ItemState
from tea_assistant.services.triage.reading import ReadingProgress, read_sources
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.triage import TriageScreen
from tea_assistant.tui.widgets import reading_box
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.confirm_list import ConfirmList
from tea_assistant.tui.widgets.merge_dialog import MergeDialog
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.reading_told import ReadingTold
from tea_assistant.tui.widgets.source_picker import MarkedTree, SourcePicker
from tea_assistant.tui.widgets.split_dialog import SplitDialog
from tests.tui.reading import screen_text, settle
from tests.tui.renewed import opened

PLAN = """# Gleichstellungsplan

## 2.1 Handlungsfeld Personalentwicklung

### Ziele:

- Führungskräftenachwuchs wird früh angesprochen

### Maßnahmen:

- Mentoring für Nachwuchsführungskräfte mit Frauen aus vier Nachbarstädten. Es läuft seit 2017.
- Aktive Ansprache durch Vorgesetzte

## 2.2 Handlungsfeld Vereinbarkeit von Beruf und Familie

### Maßnahmen:

- Beratung vor, während und nach der Elternzeit
- Ferienbetreuung der Kinder und Notfallplätze in der Kita
- Telearbeit, mobile Arbeit und Gleitzeit
"""
JURY = """# Begründung der Jury zur Verleihung des TOTAL E-QUALITY Prädikats 2022

Die Jury hat entschieden, der Stadt Musterhausen das Prädikat zu verleihen.

Hervorzuheben ist das Mentoring für Frauen auf dem Weg in die Führung.

Die Jury wünscht sich, dass mehr Männer in Teilzeit arbeiten.
"""
MENTORING = "evidence/mentoring-fuer-frauen.yaml"
HOSTILE = """# Plan

## Handlungsfeld Personalentwicklung

### Maßnahmen:

- Mentoring für Bürger*innen [/x] [@click=app.quit]x[/] \x1b[31m \u202e „Zitat“. Es läuft.
- Mentoring {word}
"""


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


async def reading(pilot: Pilot[None], *paths: Path) -> TriageScreen:
    """Open the screen and read documents."""
    page = await opened(pilot, "triage")
    assert isinstance(page, TriageScreen)
    page.read(paths)
    await settle(pilot)
    await settle(pilot)
    assert isinstance(pilot.app.screen, ReadingTold)
    await press(pilot, "enter")
    return page


def at_hand(page: TriageScreen) -> Item:
    assert page.item is not None
    return page.item


def state(page: TriageScreen, item: Item) -> ItemState | None:
    found = page.triaging.triage.item(item.id)
    return found.state if found else None


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def to(pilot: Pilot[None], page: TriageScreen, words: str) -> Item:
    """Take up the proposal that says this."""
    found = next(i for i in page.walk.items if words in i.proposal.title + i.proposal.text)
    page.walk.go_to(found.id)
    page.show()
    await settle(pilot)
    return found


async def test_a_plan_is_gone_through_with_keys_and_each_decision_can_be_undone(
    app: TeaApp, plan: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await reading(pilot, plan)
        evidence = set(app.session.dossier.evidence)
        assert "0 von 6 entschieden" in screen_text(app)

        first = at_hand(page)
        await press(pilot, "enter", "ü")
        assert state(page, first) is ItemState.OPEN, "neither Enter alone nor a key alone decides"
        await press(pilot, "enter")
        assert state(page, first) is ItemState.ACCEPTED
        assert len(set(app.session.dossier.evidence) - evidence) == 1
        assert "1 von 6 entschieden" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert at_hand(page).id == first.id
        assert set(app.session.dossier.evidence) == evidence

        await press(pilot, "n", *"Gilt [/x] nicht", "enter")
        assert state(page, first) is ItemState.REFUSED
        await press(pilot, "ctrl+z")
        assert at_hand(page).id == first.id
        await press(pilot, "s")
        assert state(page, first) is ItemState.LATER
        assert at_hand(page).id != first.id
        assert "(1 für später)" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert at_hand(page).id == first.id

        await press(pilot, "f6", "down", "down", "enter")
        assert at_hand(page).id == page.walk.items[2].id
        assert "Aktive Ansprache" in screen_text(app)
        await press(pilot, "tab")
        assert "▸ Im Dokument" in screen_text(app)
        assert "Z. 12  • Aktive Ansprache" in screen_text(app)
        await press(pilot, "ctrl+e", "end", "up", "enter")
        assert [item.proposal.kind.value for item in page.walk.shown] == ["measure"] * 5
        assert "(nur: Maßnahmen)" in screen_text(app)
        await press(pilot, "right")
        assert at_hand(page).id == page.walk.shown[1].id


async def test_what_is_changed_merged_or_certain_is_taken_over(app: TeaApp, plan: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        page = await reading(pilot, plan)
        item = await to(pilot, page, "Aktive Ansprache")
        await press(pilot, "ä")
        assert not page.is_changing, "the habitual Enter must not be typed into the form"
        await press(pilot, "enter", "end", *" [/x]")
        assert page.is_changing
        await press(pilot, "escape")
        assert "✎ von Ihnen geändert" in screen_text(app)
        assert state(page, item) is ItemState.OPEN
        await press(pilot, "ä", "enter", "ctrl+down")
        assert state(page, item) is ItemState.ACCEPTED
        assert any(e.title.endswith("[/x]") for e in app.session.dossier.evidence.values())

        item = await to(pilot, page, "Mentoring für Nachwuchs")
        before = app.session.text(MENTORING)
        await press(pilot, "z", "enter")
        assert isinstance(app.screen, Chooser)
        assert "sehr ähnlich" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, MergeDialog)
        assert "Käme dazu" in screen_text(app)
        assert app.session.text(MENTORING) == before
        await press(pilot, "enter")
        assert state(page, item) is ItemState.MERGED
        assert "plan.md" in (app.session.text(MENTORING) or "")
        await press(pilot, "ctrl+z")
        assert app.session.text(MENTORING) == before
        assert at_hand(page).id == item.id

        evidence = set(app.session.dossier.evidence)
        await press(pilot, "a")
        assert isinstance(app.screen, ConfirmList)
        assert "Ferienbetreuung der Kinder" in screen_text(app)
        await press(pilot, "enter")
        assert set(app.session.dossier.evidence) == evidence, "the harmless answer comes first"
        await press(pilot, "a", "tab", "enter")
        assert len(set(app.session.dossier.evidence) - evidence) == 2
        await press(pilot, "ctrl+z")
        assert set(app.session.dossier.evidence) == evidence


async def test_splitting_at_a_sentence_gives_two(app: TeaApp, tmp_path: Path) -> None:
    document = tmp_path / "hostile.md"
    document.write_text(HOSTILE.format(word="x" * 5000), encoding="utf-8")
    # As `tea import` begins at a terminal.
    app.reading = read_sources([document], app.session.application.catalogue)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2 Maßnahmen" in screen_text(app)
        await press(pilot, "enter")
        page = app.page
        assert isinstance(page, TriageScreen)
        text = screen_text(app)
        assert "[/x] [@click=app.quit]x[/]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        total = page.triaging.triage.counts.total
        whole = await to(pilot, page, "Es läuft")
        await press(pilot, "t", "enter")
        assert isinstance(app.screen, SplitDialog)
        await press(pilot, "enter")
        assert page.triaging.triage.counts.total == total + 1
        assert "Es läuft" not in at_hand(page).proposal.text
        assert any(i.proposal.text.startswith("Es läuft") for i in page.walk.items)
        await press(pilot, "ctrl+z")
        assert page.triaging.triage.counts.total == total
        assert at_hand(page).id == whole.id
        await to(pilot, page, "x" * 100)
        await press(pilot, "tab", "tab", "ü", "enter")
        assert page.triaging.triage.counts.accepted == 1
        while page.item is not None:
            await press(pilot, "n", "enter")
        assert "✓ Alles entschieden" in screen_text(app)
        await press(pilot, "ctrl+z")
        assert page.item is not None


async def test_tomorrow_it_goes_on_and_only_what_changed_comes_again(
    folder: Path, plan: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    app = make_app(Session(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        page = await reading(pilot, plan)
        decided = await to(pilot, page, "Aktive Ansprache")
        await press(pilot, "n", "enter")
        await press(pilot, "ctrl+s")
    changed = PLAN.replace("Aktive Ansprache durch", "Eine aktive Ansprache durch")
    plan.write_text(changed, encoding="utf-8")
    app = make_app(Session(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        assert isinstance(await opened(pilot, "triage"), TriageScreen)
        assert "· plan.md, 1 von 6 entschieden" in screen_text(app)
        page = await reading(pilot, plan)
        item = await to(pilot, page, "Eine aktive Ansprache")
        assert item.earlier
        assert item.earlier.key == decided.proposal.key
        assert "damals abgelehnt" in screen_text(app)
        assert "+Eine" in screen_text(app)
        assert "−Aktive−" in screen_text(app)


async def test_documents_are_picked_and_what_cannot_be_read_is_said(app: TeaApp, tmp_path: Path) -> None:
    (tmp_path / "dokumente").mkdir()
    (tmp_path / "dokumente" / "leer.md").write_text("", encoding="utf-8")
    (tmp_path / "dokumente" / "plan.md").write_text(PLAN, encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "triage")
        assert isinstance(page, TriageScreen)
        page.ask(SourcePicker(tmp_path), page.take_paths)
        await pilot.pause()
        # The folders are read by a worker that never ends, so there is nothing to wait for.
        await app.screen.query_one(MarkedTree).reload()
        await pilot.pause()
        app.screen.query_one(Input).value = str(tmp_path / "nicht da [/x]")
        await pilot.press("enter")
        assert "Das gibt es nicht" in screen_text(app)
        app.screen.query_one(Input).value = ""
        await pilot.press("tab", "down", "space", "tab", "tab", "enter")
        await settle(pilot)
        await settle(pilot)
        assert page.triaging.triage.counts.total == 6
        assert "5 Maßnahmen, 1 Ziel" in screen_text(app).replace("  ", " ")
        assert "✗ leer.md" in screen_text(app)


async def test_reading_can_be_broken_off(app: TeaApp, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, free = Event(), Event()

    def slowly(_paths: object, _catalogue: object, progress: ReadingProgress, _about: object) -> None:
        progress("lang [/x].pdf", 3, 500)
        begun.set()
        free.wait(10)
        progress("lang [/x].pdf", 4, 500)
        pytest.fail("it went on reading")

    monkeypatch.setattr(reading_box, "read_sources", slowly)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "triage")
        assert isinstance(page, TriageScreen)
        page.read([plan])
        await pilot.pause()
        await asyncio.to_thread(begun.wait, 10)
        await pilot.press("escape")
        free.set()
        await settle(pilot)
        assert not page.triaging.triage.items
        assert type(app.screen).__name__ == "TriageScreen"


async def test_praise_wishes_and_tables_have_their_own_ways(app: TeaApp, tmp_path: Path) -> None:
    (tmp_path / "jury.md").write_text(JURY, encoding="utf-8")
    (tmp_path / "zahlen.csv").write_text("Gruppe;gesamt;Frauen\nBeschäftigte;3345;1990\n", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        page = await reading(pilot, tmp_path / "jury.md", tmp_path / "zahlen.csv")
        praise = await to(pilot, page, "Hervorzuheben")
        assert praise.proposal.kind is ProposalKind.PRAISE
        assert "Lob der Jury" in screen_text(app)
        await press(pilot, "ä", "enter", "tab", "end", *" [/x]", "ctrl+down")
        assert state(page, praise) is ItemState.ACCEPTED
        texts = [text for jury in juries(app) for text in jury]
        assert any("[/x]" in text for text in texts)
        table = next(i for i in page.walk.items if i.proposal.kind is ProposalKind.FIGURE)
        assert page.walk.items[-1] is table, "what another screen takes over comes last"
        page.walk.go_to(table.id)
        page.show()
        await press(pilot, "ü", "enter")
        await settle(pilot)
        assert type(app.page).__name__ == "FiguresImportScreen"
        assert "zahlen.csv" in screen_text(app)


def juries(app: TeaApp) -> list[list[str]]:
    rounds = app.session.dossier.rounds.values()
    return [[praise.text for praise in round_.jury.praise] for round_ in rounds if round_.jury]
