"""Finding, describing, proving and deleting measures."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input, TextArea

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.action_field import ActionFieldScreen
from tea_assistant.tui.screens.evidence import EvidenceScreen
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.evidence_detail import EvidenceDetail
from tea_assistant.tui.widgets.file_picker import FilePicker, FolderTree
from tea_assistant.tui.widgets.filter_dialog import FilterDialog
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.form_notice import FormNotice
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.record_dialog import RecordDialog
from tests.tui.forms import (
    EVENINGS,
    HOSTILE,
    MENTORING,
    at,
    beneath,
    field,
    no_pauses,
    text_of,
    type_in,
    values,
)
from tests.tui.reading import screen_text, settle

__all__ = ["no_pauses"]
LARGE, SMALL = (120, 40), (80, 24)
MakeApp = Callable[[Session], TeaApp]


async def measures(app: TeaApp) -> EvidenceScreen:
    page = await app.open_page(Destination("evidence"))
    assert isinstance(page, EvidenceScreen)
    return page


async def test_typing_filters_the_list_whatever_way_umlauts_are_typed(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await measures(app)
        await settle(pilot)
        assert list(page.rows.keys) == ["mentoring-fuer-frauen", "vaeterabende"]
        for typed in ("Vaeter", "väter", "VATER", "vtrabd"):
            await pilot.press("ctrl+u", *typed)
            await settle(pilot)
            assert list(page.rows.keys) == ["vaeterabende"], typed
        assert "1 von 2" in screen_text(app)
        await pilot.press("ctrl+u", *"gibt es nicht")
        await settle(pilot)
        assert not page.rows.keys
        assert "Keine Maßnahme gefunden." in screen_text(app)


async def test_the_state_is_told_in_words(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await measures(app)
        await settle(pilot)
        text = screen_text(app)
        assert "→ Mentoring für Frauen [/x]" in text
        assert "fortgeführt" in text
        assert "noch nicht angesehen · nicht verknüpft · ohne Nachweis" in text


async def test_the_list_is_narrowed_down(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await measures(app)
        for part, choice, shown in (
            ("field", "af04", "vaeterabende"),
            ("state", "continued", "mentoring-fuer-frauen"),
            ("proof", "without", "vaeterabende"),
            ("linked", "linked", "mentoring-fuer-frauen"),
            ("linked", "unlinked", "vaeterabende"),
        ):
            await pilot.press("ctrl+e")
            await settle(pilot)
            assert isinstance(app.screen, FilterDialog)
            app.screen.dismiss({"field": "", "state": "", "proof": "", "linked": "", part: choice})
            await settle(pilot)
            assert list(page.rows.keys) == [shown], choice


async def test_a_filter_is_chosen_with_the_keyboard(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await measures(app)
        await pilot.press("ctrl+e")
        await settle(pilot)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert "ohne Nachweis" in screen_text(app)
        await pilot.press("tab", "tab", "tab", "enter")
        await settle(pilot)
        assert list(page.rows.keys) == ["vaeterabende"]
        assert "1 von 2 · ohne Nachweis" in screen_text(app)


async def test_the_measure_at_hand_stays_when_it_no_longer_fits_the_filter(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await measures(app)
        await pilot.press("ctrl+e")
        await settle(pilot)
        app.screen.dismiss({"field": "", "state": "", "proof": "without", "linked": ""})
        await settle(pilot)
        app.session.edit(EVENINGS, [Change(("proofs",), [{"title": "Konzept"}])], "Nachweis")
        await settle(pilot)
        assert page.rows.key == "vaeterabende"
        assert page.place[0] == EVENINGS


async def test_side_by_side_the_form_follows_the_list_until_it_is_led_elsewhere(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await measures(app)
        await settle(pilot)
        assert page.place[0] == MENTORING
        await pilot.press("down")
        await settle(pilot)
        assert page.place[0] == EVENINGS
        assert field(page, "title").query_one(Input).value.startswith("Väter*abende")
        led = await at(pilot, MENTORING, "title")
        await pilot.press("escape", "down")
        await settle(pilot)
        assert led.place[0] == EVENINGS
        led = await at(pilot, MENTORING, "title")
        assert led.place == (MENTORING, ("title",))


async def test_on_a_small_screen_list_and_form_take_turns(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await measures(app)
        await settle(pilot)
        assert not page.query_one(EvidenceDetail).display
        await pilot.press("enter")
        await settle(pilot)
        assert page.query_one(EvidenceDetail).display
        assert not page.query_one("#evidence-list").display
        await pilot.press("escape")
        await settle(pilot)
        assert app.page is page
        assert page.rows.has_focus
        await pilot.press("escape")
        await settle(pilot)
        assert app.page is not page


async def test_what_is_typed_ends_up_in_the_file(folder: Path, app: TeaApp) -> None:
    file = folder / EVENINGS
    file.write_text(f"# Idee von 2023\n{text_of(folder, EVENINGS)}", encoding="utf-8")
    app.session.poll()
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, EVENINGS, "since")
        await type_in(pilot, "4/2017")
        await at(pilot, EVENINGS, "summary")
        await pilot.press(*"Abende für Mitarbeiter*innen")
        await at(pilot, EVENINGS, "partners")
        await pilot.press(*"Personalrat", "enter", *"Volkshochschule", "tab")
        await settle(pilot)
        assert field(page, "since").query_one(Input).value == "04/2017"
        await pilot.press("ctrl+s")
        await settle(pilot)
    text = text_of(folder, EVENINGS)
    assert text.startswith("# Idee von 2023\nformat: 1\n")
    assert "since: 2017-04\n" in text
    assert "Abende für Mitarbeiter*innen" in text
    saved = Session(folder).dossier.evidence["vaeterabende"]
    assert saved.partners == ("Personalrat", "Volkshochschule")
    assert saved.title == "Väter*abende \x1b[31m\u202erot"


async def test_typing_in_one_text_is_one_step_of_undo(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, EVENINGS, "goal")
        await pilot.press(*"Mehr Väter", "tab")
        await settle(pilot)
        assert values(app, EVENINGS)["goal"] == "Mehr Väter\n"
        await pilot.press("shift+tab", "tab", "ctrl+z")
        await settle(pilot)
        assert "goal" not in values(app, EVENINGS)
        assert field(page, "goal").query_one(TextArea).text == ""


async def test_the_state_in_this_round_is_edited_and_others_are_read(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, MENTORING, "cycles", "2025", "state")
        assert "Stand in der Runde 2025" in screen_text(app)
        page.query_one(".schema-form--fields").scroll_end(animate=False)
        await settle(pilot)
        assert "2022: neu" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        cycles = values(app, MENTORING)["cycles"]
        assert isinstance(cycles, dict)
        assert cycles["2025"]["state"] == "expanded"
        assert cycles["2022"] == {"state": "new"}


async def test_another_round_brings_its_own_state(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, MENTORING, "cycles", "2025", "state")
        app.session.open_round("2022")
        await settle(pilot)
        assert field(page, "cycles", "2022", "state").value == "new"
        assert "Stand in der Runde 2022" in screen_text(app)


async def test_action_fields_are_added_ordered_and_removed(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, MENTORING, "action_fields")
        await pilot.press("shift+down")
        await settle(pilot)
        assert values(app, MENTORING)["action_fields"] == ["af01", "af03"]
        await pilot.press("delete")
        await settle(pilot)
        assert values(app, MENTORING)["action_fields"] == ["af01"]
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert values(app, MENTORING)["action_fields"] == ["af01", "af05"]
        assert "Respekt und Schutz vor Gewalt" in screen_text(app)


async def test_a_result_is_read_as_a_german_number(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, MENTORING, "results", 0, "value")
        assert isinstance(app.screen, RecordDialog)
        await type_in(pilot, "1.012,5")
        results = values(app, MENTORING)["results"]
        assert isinstance(results, list)
        assert results[0]["value"] == 1012.5
        await pilot.press("escape")
        await settle(pilot)
        assert "1.012,5" in screen_text(app)
        await at(pilot, MENTORING, "results", 0, "value")
        await type_in(pilot, "etwa 12")
        await pilot.press("escape")
        await settle(pilot)
        assert "Ergebnis 1: „Wert“: Hier gehört eine Zahl hin" in beneath(page, "results")


async def test_a_new_measure_is_made_from_its_title(folder: Path, app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await measures(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert isinstance(app.screen, AskText)
        await pilot.press("enter")
        await settle(pilot)
        assert "Bitte etwas eingeben." in screen_text(app)
        await pilot.press(*"Väter [/x] & Söhne", "enter")
        await settle(pilot)
        page = app.page
        assert isinstance(page, EvidenceScreen)
        assert page.place == ("evidence/vaeter-x-soehne.yaml", ("summary",))
        await pilot.press(*"Ein Abend", "ctrl+s")
        await settle(pilot)
    saved = Session(folder).dossier.evidence["vaeter-x-soehne"]
    assert (saved.title, saved.summary) == ("Väter [/x] & Söhne", "Ein Abend\n")


async def test_deleting_asks_and_can_be_undone(folder: Path, app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await measures(app)
        await settle(pilot)
        page.rows.focus()
        await pilot.press("delete")
        await settle(pilot)
        assert isinstance(app.screen, AskFirst)
        assert "mit einer Aktivität verknüpft" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "mentoring-fuer-frauen" in app.session.dossier.evidence
        await pilot.press("delete")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert list(page.rows.keys) == ["vaeterabende"]
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not (folder / MENTORING).exists()
        await pilot.press("ctrl+z", "ctrl+s")
        await settle(pilot)
        assert list(page.rows.keys) == ["mentoring-fuer-frauen", "vaeterabende"]
    assert (folder / MENTORING).exists()


async def test_a_file_is_attached(folder: Path, tmp_path: Path, app: TeaApp) -> None:
    source = tmp_path / "Konzept Väter [x].pdf"
    source.write_bytes(b"%PDF-1.7")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, EVENINGS, "title")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert isinstance(app.screen, FilePicker)
        line = app.screen.query_one(Input)
        line.value = str(tmp_path / "fehlt.pdf")
        await pilot.press("enter")
        await pilot.pause()
        assert "Diese Datei gibt es nicht" in screen_text(app)
        line.value = f'"{source}"'
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RecordDialog)
        await pilot.press("end", "ctrl+u", *"Konzept", "escape", "ctrl+s")
        await settle(pilot)
    proof = Session(folder).dossier.evidence["vaeterabende"].proofs[0]
    assert (proof.title, proof.file) == ("Konzept", "attachments/konzept-vaeter-x.pdf")
    assert (folder / proof.file).read_bytes() == b"%PDF-1.7"
    assert len(proof.sha256) == 64


async def test_the_picker_shows_files_with_any_name(tmp_path: Path, app: TeaApp) -> None:
    name = "Plan [b]x[@click=app.quit] \x1b[31m.pdf"
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / name).write_bytes(b"1")
    (tmp_path / "o" / ".versteckt").write_bytes(b"1")
    async with app.run_test(size=SMALL) as pilot:
        chosen: list[Path | None] = []
        app.push_screen(FilePicker("Datei anhängen", tmp_path / "o"), chosen.append)
        await pilot.pause()
        # The folders are read by a worker that never ends, so there is nothing to wait for.
        await app.screen.query_one(FolderTree).reload()
        await pilot.pause()
        text = screen_text(app)
        assert "Plan [b]x[@click=app.quit]" in text
        assert "\x1b" not in text
        assert "versteckt" not in text
        line = app.screen.query_one(FormInput)
        for no_path in ("x" * 5000, "~niemand/a\0b", "~niemand"):
            line.value = no_path
            await pilot.press("enter")
            assert "Diese Datei gibt es nicht" in screen_text(app)
        await pilot.press("tab", "down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert chosen == [tmp_path / "o" / name]


async def test_a_link_is_added(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, EVENINGS, "title")
        await pilot.press("ctrl+l")
        await settle(pilot)
        await pilot.press(*"https://example.org", "escape")
        await settle(pilot)
        assert values(app, EVENINGS)["proofs"] == [{"url": "https://example.org"}]


async def test_a_link_leads_to_the_place_in_the_application(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, MENTORING, "title")
        assert "Personalarbeit › Mentoring" in screen_text(app)
        page.query_one(EvidenceDetail).query_one(PickList).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.page, ActionFieldScreen)
        assert app.page.field_id == "af03"


async def test_jumping_leads_to_the_measure_meant_and_inside_its_records(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, MENTORING, "title")
        page = await at(pilot, EVENINGS, "audience")
        assert page.place == (EVENINGS, ("audience",))
        page = await at(pilot, MENTORING, "since")
        assert page.place == (MENTORING, ("since",))
        await at(pilot, MENTORING, "proofs", 0, "retrieved")
        assert isinstance(app.screen, RecordDialog)
        assert isinstance(app.focused, Input)
        assert app.focused.value == "20.01.2025"


async def test_the_origin_is_shown(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    origin = {"document": "Jurybegründung [/x]", "heading": "Absatz 3", "page": 14}
    session.edit(EVENINGS, [Change(("origin",), origin)], "Herkunft")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, EVENINGS, "cycles", "2025", "reason")
        await pilot.press("tab")
        await settle(pilot)
        page = app.page
        assert page is not None
        page.query_one(".schema-form--fields").scroll_end(animate=False)
        await settle(pilot)
        assert "Herkunft  Jurybegründung [/x] · Absatz 3 · Seite 14" in screen_text(app)


async def test_hostile_texts_are_shown_as_text(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    lists = ("target_groups", "partners", "action_fields", "criteria")
    texts = ("title", "summary", "goal", "legal_basis", "since", "audience", "responsible")
    changes = [*(Change((key,), HOSTILE) for key in texts), *(Change((key,), [HOSTILE]) for key in lists)]
    records = {"title": HOSTILE, "file": HOSTILE, "release": HOSTILE, "dated": HOSTILE}
    changes += [
        Change(("proofs",), [records]),
        Change(("results",), [{"text": HOSTILE, "value": HOSTILE}]),
        Change(("cycles",), {"2025": {"state": HOSTILE, "change": HOSTILE}, "2022": {"by": HOSTILE}}),
        Change(("origin",), {"document": HOSTILE}),
    ]
    session.edit(EVENINGS, changes, "Feindliches")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        for key in (*texts, *lists, "proofs", "results"):
            await at(pilot, EVENINGS, key)
            assert "[/x] [@click=app.quit]x[/]" in screen_text(app)
        await at(pilot, EVENINGS, "proofs", 0, "title")
        await pilot.press("escape")
        await at(pilot, EVENINGS, "cycles", "2025", "change")
        text = screen_text(app)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert not app.session.undo_label or app.session.undo_label == "Feindliches"


async def test_values_of_the_wrong_kind_are_shown_and_told(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    wrong = {"title": ["a"], "since": {"a": 1}, "proofs": "Konzept", "target_groups": "Väter", "cycles": [1]}
    session.edit(EVENINGS, [Change((key,), item) for key, item in wrong.items()], "Falsches")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, EVENINGS, "title")
        assert field(page, "title").query_one(Input).value == '["a"]'
        assert "Hier gehört Text hin" in beneath(page, "title")
        assert "Hier gehört eine Liste hin" in beneath(page, "proofs")
        for _ in range(30):
            await pilot.press("tab")
        await settle(pilot)
        assert session.undo_label == "Falsches"


async def test_a_broken_measure_says_what_is_wrong(folder: Path, make_app: MakeApp) -> None:
    (folder / EVENINGS).write_text('title: "offen\naudience: both\n', encoding="utf-8")
    app = make_app(Session(folder))
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, EVENINGS)
        error = next(f for f in app.session.report.findings if f.file == EVENINGS)
        notice = page.query_one(FormNotice)
        assert f"{error.file}, Zeile {error.line}: {error.message}" in notice.text
        assert "Beschreibung" not in screen_text(app)
        await pilot.press("escape", "up")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not notice.display
        assert "Beschreibung" in screen_text(app)


async def test_a_measure_deleted_elsewhere_does_not_come_back(folder: Path, app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, EVENINGS, "responsible")
        await pilot.press(*"Büro")
        (folder / EVENINGS).unlink()
        app.session.poll()
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(page, EvidenceScreen)
        assert list(page.rows.keys) == ["mentoring-fuer-frauen"]
    assert not (folder / EVENINGS).exists()


async def test_without_any_measure_the_screen_says_how_to_begin(folder: Path, make_app: MakeApp) -> None:
    for file in (folder / "evidence").iterdir():
        file.unlink()
    app = make_app(Session(folder))
    async with app.run_test(size=SMALL) as pilot:
        await measures(app)
        await pilot.press("enter", "delete", "f6", "ctrl+o")
        await settle(pilot)
        assert "0 Maßnahmen" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press(*"Erste", "enter")
        await settle(pilot)
        assert "erste" in app.session.dossier.evidence


async def test_thousands_of_measures_stay_quick_to_search(folder: Path, make_app: MakeApp) -> None:
    for number in range(2000):
        text = f"format: 1\ntitle: Maßnahme {number} für Väter\n"
        (folder / "evidence" / f"m-{number}.yaml").write_text(text, encoding="utf-8")
    app = make_app(Session(folder))
    async with app.run_test(size=SMALL) as pilot:
        page = await measures(app)
        await pilot.press(*"vaeter 1999")
        await settle(pilot)
        assert list(page.rows.keys) == ["m-1999"]
        await pilot.press("ctrl+u", "down", "end")
        await settle(pilot)
        assert len(page.rows.keys) == 2002
