"""The inbox of a renewed round: what it lists, what is known of each thing, and what a decision writes."""

import shutil
from pathlib import Path

import pytest

from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.review import Outcome
from tea_assistant.services.inbox import decisions
from tea_assistant.services.inbox.facts import facts
from tea_assistant.services.inbox.inbox import Item, Kind, blocking_items, inbox, open_items, require_decided
from tea_assistant.services.inbox.walk import Walk
from tea_assistant.services.renew import renew
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change
from tests.services.renewed import FIELD, MENTORING, STAR, TODAY, opened, write_dossier

HERNE = Path(__file__).parents[2] / "examples" / "stadt-herne"
SETTINGS = "cycles/2028/cycle.yaml"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = opened(write_dossier(tmp_path / "mappe"))
    renew(session, "2028")
    session.open_round("2028")
    return session


@pytest.fixture(scope="module")
def herne(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = Session(
        Path(shutil.copytree(HERNE, tmp_path_factory.mktemp("herne") / "mappe")), today=lambda: TODAY
    )
    renew(session, "2028")
    session.open_round("2028")
    return session


def item(session: Session, id_: str) -> Item:
    return next(item for item in inbox(session) if item.id == id_)


def told(session: Session, id_: str, *, notable: bool | None = None) -> str:
    """Return what is known now, a fact a line."""
    found = facts(session, item(session, id_)).now
    return "\n".join(f"{f.label}: {f.text}" for f in found if notable in (None, f.notable))


# What it lists


def test_it_lists_everything_by_field_and_what_is_not_mentioned_any_more_last(session: Session) -> None:
    listed = [(i.field, i.kind.value, i.id) for i in inbox(session)]
    assert listed == [
        ("af03", "measure", "coaching"),
        ("af03", "measure", "mentoring"),
        ("af03", "text", "opening"),
        ("af03", "text", "criteria.af03-mentoring.statement"),
        ("af03", "text", "own_criteria.0.statement"),
        ("af03", "text", "own_criteria.1.statement"),
        ("af03", "expectation", "fuehrung"),
        ("af04", "plan", "boarding"),
        ("", "text", "understanding.verstaendnis"),
        ("", "expectation", "fortschritte"),
        ("", "unmentioned", "frauentag"),
    ]
    assert not any(i.decided for i in inbox(session))


def test_a_round_that_renews_no_other_has_nothing_to_decide(session: Session) -> None:
    session.open_round("2025")
    assert inbox(session) == ()


def test_herne_2028_has_every_measure_text_and_expectation(herne: Session) -> None:
    items = inbox(herne)
    kinds = [i.kind for i in items]
    assert sum(k in (Kind.MEASURE, Kind.PLAN, Kind.UNMENTIONED) for k in kinds) == len(herne.dossier.evidence)
    assert kinds.count(Kind.TEXT) == 33
    assert kinds.count(Kind.EXPECTATION) == 5
    assert [i.id for i in items if i.kind is Kind.PLAN] == ["on-und-re-boarding"]
    assert len(blocking_items(items)) == len(items) - kinds.count(Kind.UNMENTIONED)
    with pytest.raises(UsageError, match="66 übernommene Punkte sind in der Wiedervorlage nicht entschieden"):
        require_decided(herne)
    herne.edit("cycles/2028/cycle.yaml", [Change(("submitted",), "2028-04-30")], "Einreichen")
    require_decided(herne)


def test_a_catalogue_that_is_gone_hides_nothing(session: Session) -> None:
    session.edit(SETTINGS, [Change(("catalogue",), "gibt-es-nicht")], "Katalog ändern")
    assert {i.kind for i in inbox(session)} == set(Kind)


# What is known


def test_a_measure_tells_what_was_last_time(session: Session) -> None:
    before = facts(session, item(session, "mentoring")).before
    assert [f.label for f in before] == ["Stand 2025", "Beschreibung"]
    assert before[0].text == "neu · bestätigt am 11.02.2025, Büro"


def test_a_measure_tells_old_plans_old_proofs_and_dead_files(session: Session) -> None:
    assert told(session, "mentoring", notable=True).splitlines() == [
        "Damals ein Plan: … Die zweite Gruppe ist für Herbst 2026 geplant.",
        "Datum inzwischen vorbei: Für Frauen*. Die zweite Gruppe ist für Herbst 2026 geplant.",
        "Ergebnis: kein neues seit der letzten Bewerbung",
        "Nachweis: Konzept (Datei fehlt, Stand Mai 2019, 8 Jahre alt)",
        "Nachweis: Presse (Link geprüft 20.01.2025, 2 Jahre alt)",
    ]
    assert "Steht in: Mentoring, Zwei" in told(session, "mentoring", notable=False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Laufzeit endet am 31.12.2026.", True),
        ("Im März 2026 beginnt der zweite Kurs.", True),
        ("Im Mai 2026, am 2026-05-04, ist Tagung.", True),
        ("Ab dem 1. September 2025 mit zwölf Plätzen.", True),
        ("2026 kommt mehr.", True),
        ("Im Dezember 2027 ist der nächste Tag.", False),
        ("Seit 2017 und auch 2025 mit Erfolg.", False),
        ("Am 12.03.2025 war der Auftakt.", False),
        ("In Zimmer 2026a und für 12026 Menschen.", False),
    ],
)
def test_only_dates_that_lay_ahead_and_have_passed_are_named(
    session: Session, text: str, found: bool
) -> None:
    session.edit(MENTORING, [Change(("summary",), text)], "x")
    assert ("Datum inzwischen vorbei" in told(session, "mentoring")) is found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Eine Stelle ist in Planung.", "Damals ein Plan"),
        ("Sie sollen mehr werden.", "Damals ein Plan"),
        ("So sollen Vorurteile gar nicht erst entstehen.", ""),
        ("Derzeit nehmen acht Frauen teil.", "Gilt für damals"),
        ("Im nächsten Jahr geht es weiter.", "Gilt für damals"),
        ("Das Solling-Programm läuft.", ""),
    ],
)
def test_words_that_age_are_named(session: Session, text: str, label: str) -> None:
    session.edit(MENTORING, [Change(("summary",), text), Change(("results",), REMOVE)], "x")
    labels = {f.label for f in facts(session, item(session, "mentoring")).now if f.notable}
    assert labels - {"Ergebnis", "Nachweis"} == ({label} if label else set())


def test_a_text_reads_as_it_did_then_and_tells_what_it_leans_on(session: Session) -> None:
    found = facts(session, item(session, "opening"))
    assert found.before[0].text == (
        f"Für {STAR}: 59\u00a0% sind Frauen. Ab 2026 soll es mehr geben, siehe Mentoring für Frauen."
    )
    assert "Kennzahl: Frauenanteil an den Beschäftigten: 2025: 59\u00a0% → 2028: noch kein Wert" in told(
        session, "opening", notable=True
    )
    assert "Maßnahme: Mentoring für Frauen: noch nicht angesehen" in told(session, "opening", notable=True)


def test_a_text_knows_that_its_measure_was_decided(session: Session) -> None:
    decisions.decide_measure(session, item(session, "mentoring"), EvidenceState.CONTINUED, "Büro")
    decisions.decide_measure(session, item(session, "coaching"), EvidenceState.ENDED, "Büro", reason="Ende")
    statement = "criteria.af03-mentoring.statement"
    assert "Mentoring für Frauen: fortgeführt" in told(session, statement, notable=False)
    assert "Coaching [/x]: beendet" in told(session, statement, notable=True)


def test_a_wish_tells_what_was_answered_before_and_what_may_answer_it(session: Session) -> None:
    jury = "cycles/2025/jury.yaml"
    decisions.decide_measure(
        session, item(session, "mentoring"), EvidenceState.EXPANDED, "Büro", change="Mehr"
    )
    assert "Maßnahme: Mentoring für Frauen: ausgebaut" in told(session, "fuehrung")
    session.edit(
        jury, [Change(("expectations", 0, "answers"), {"2025": {"state": "running", "text": "Bald"}})], "x"
    )
    before = facts(session, item(session, "fuehrung")).before
    assert [(f.label, f.text) for f in before] == [
        ("2025 bemerkt", "Mehr Frauen in der Führung [/x]"),
        ("Antwort 2025", "läuft: Bald"),
    ]


def test_a_wish_of_a_field_tells_the_figures_of_the_field(herne: Session) -> None:
    notable = told(herne, "fuehrung-30-50", notable=True)
    assert "Frauenanteil in Führung, 30 bis 50 Jahre: 2025: 37\u00a0% → 2028: noch kein Wert" in notable


# What a decision writes


def test_confirming_writes_state_day_and_name_and_can_be_undone(session: Session) -> None:
    before = session.text(MENTORING)
    decisions.decide_measure(session, item(session, "mentoring"), EvidenceState.CONTINUED, "Büro X")
    said = session.dossier.evidence["mentoring"].in_cycle("2028")
    assert (said.state, said.confirmed, said.by) == (EvidenceState.CONTINUED, "2027-11-03", "Büro X")
    assert item(session, "mentoring").decided == "fortgeführt"
    assert session.undo_label == "Maßnahme „Mentoring für Frauen“ bestätigen"
    session.undo()
    assert session.text(MENTORING) == before
    assert item(session, "mentoring").decided == ""


def test_deciding_anew_leaves_nothing_of_the_first_decision(session: Session) -> None:
    mentoring = item(session, "mentoring")
    decisions.decide_measure(session, mentoring, EvidenceState.ENDED, "Büro", reason="Aus")
    decisions.decide_measure(session, mentoring, EvidenceState.EXPANDED, "Büro", change="Doch mehr")
    said = session.dossier.evidence["mentoring"].in_cycle("2028")
    assert (said.state, said.change, said.reason) == (EvidenceState.EXPANDED, "Doch mehr", "")


def test_ending_takes_a_reason(session: Session) -> None:
    before = session.text(MENTORING)
    with pytest.raises(EditError, match="warum"):
        decisions.decide_measure(
            session, item(session, "mentoring"), EvidenceState.ENDED, "Büro", reason="  "
        )
    assert session.text(MENTORING) == before


def test_replacing_ends_and_moves_the_links_in_one_step(session: Session) -> None:
    texts = {file: session.text(file) for file in (MENTORING, FIELD)}
    decisions.replace_measure(session, item(session, "mentoring"), "Büro", "coaching")
    said = session.dossier.evidence["mentoring"].in_cycle("2028")
    assert (said.state, said.reason) == (EvidenceState.ENDED, "ersetzt durch „Coaching [/x]“")
    answer = session.application.answer("af03")
    assert answer.criteria["af03-mentoring"].evidence == ("coaching",)
    assert answer.own_criteria[1].evidence == ("coaching",)
    session.undo()
    assert {file: session.text(file) for file in texts} == texts
    session.redo()
    assert session.application.answer("af03").own_criteria[1].evidence == ("coaching",)


def edit_both(session: Session) -> None:
    with session.together():
        session.edit(MENTORING, [Change(("since",), 2018)], "Seit ändern")
        session.edit(FIELD, [Change(("opening",), "x")], "Einstieg ändern")


def test_a_refused_part_of_several_edits_leaves_nothing_behind(session: Session) -> None:
    session.save()
    (session.root / FIELD).write_bytes(b"format: 1\nopening: [\n")
    session.poll()
    session.edit(MENTORING, [Change(("since",), 2017)], "Seit ändern")
    before = session.text(MENTORING)
    with pytest.raises(EditError):
        edit_both(session)
    assert session.text(MENTORING) == before
    assert session.undo_label == "Seit ändern"
    assert session.redo_label == ""


@pytest.mark.parametrize("successor", ["mentoring", "gibt-es-nicht"])
def test_a_measure_is_replaced_by_another_one_only(session: Session, successor: str) -> None:
    with pytest.raises(EditError):
        decisions.replace_measure(session, item(session, "mentoring"), "Büro", successor)


def test_what_was_changed_in_the_form_is_confirmed_as_it_stands(session: Session) -> None:
    path = ("cycles", "2028")
    session.edit(MENTORING, [Change((*path, "state"), "expanded"), Change((*path, "change"), "Mehr")], "x")
    decisions.confirm_changed(session, item(session, "mentoring"), "Büro")
    said = session.dossier.evidence["mentoring"].in_cycle("2028")
    assert (said.state, said.change, said.confirmed) == (EvidenceState.EXPANDED, "Mehr", "2027-11-03")
    decisions.confirm_changed(session, item(session, "coaching"), "Büro")
    assert session.dossier.evidence["coaching"].in_cycle("2028").state is EvidenceState.CONTINUED


def test_an_end_chosen_in_the_form_takes_a_reason_too(session: Session) -> None:
    session.edit(MENTORING, [Change(("cycles", "2028", "state"), "ended")], "x")
    with pytest.raises(EditError, match="warum"):
        decisions.confirm_changed(session, item(session, "mentoring"), "Büro")


def test_the_last_name_counts_then_the_office(session: Session) -> None:
    assert decisions.signer(session) == "Büro für Gleichstellung"
    decisions.decide_measure(session, item(session, "mentoring"), EvidenceState.CONTINUED, "Anna Öz [/x]")
    assert decisions.signer(session) == "Anna Öz [/x]"


# Texts


def marks(session: Session, file: str) -> object:
    value = session.value(file)
    assert isinstance(value, dict)
    return value.get("carried")


def test_confirming_a_text_takes_its_mark_off_and_the_last_one_all(session: Session) -> None:
    texts = [i for i in inbox(session) if i.kind is Kind.TEXT and i.file == FIELD]
    text = session.text(FIELD)
    for at, text_item in enumerate(texts):
        assert marks(session, FIELD) == {"cycle": 2025, "texts": [t.id for t in texts[at:]]}
        decisions.confirm_text(session, text_item)
    assert marks(session, FIELD) is None
    assert [i.decided for i in inbox(session) if i.file == FIELD] == ["bestätigt"] * 4
    for _ in texts:
        session.undo()
    assert session.text(FIELD) == text


def test_the_settings_keep_the_mark_that_a_renewal_began_the_round(session: Session) -> None:
    decisions.confirm_text(session, item(session, "understanding.verstaendnis"))
    assert marks(session, SETTINGS) == {"cycle": 2025, "texts": []}
    assert not [f for f in session.report.findings if f.file == SETTINGS and f.code < "TEA1"]


def test_changing_a_text_anywhere_counts_as_looking_at_it(session: Session) -> None:
    session.edit(FIELD, [Change(("opening",), "Neu geschrieben.")], "Einstieg ändern")
    assert item(session, "opening").decided == "geändert"
    session.undo()
    assert item(session, "opening").decided == ""


def test_an_edit_that_changes_nothing_confirms_nothing(session: Session) -> None:
    value = session.value(FIELD)
    assert isinstance(value, dict)
    assert not session.edit(FIELD, [Change(("opening",), value["opening"])], "Einstieg ändern")
    assert item(session, "opening").decided == ""


def test_emptying_a_text_is_a_decision(session: Session) -> None:
    decisions.empty_text(session, item(session, "opening"))
    assert item(session, "opening").decided == "geleert"
    assert session.application.answer("af03").opening == ""


def test_taking_an_activity_away_moves_the_marks_of_those_behind_it(session: Session) -> None:
    session.edit(FIELD, [Change(("own_criteria", 0), REMOVE)], "Aktivität entfernen")
    left = session.application.answer("af03").carried.texts
    assert left == ("opening", "criteria.af03-mentoring.statement", "own_criteria.0.statement")
    assert session.application.answer("af03").own_criteria[0].id == "zwei"


def test_typing_in_a_text_is_one_step(session: Session) -> None:
    opening = item(session, "opening")
    before = session.text(FIELD)
    for text in ("N", "Ne", "Neu"):
        decisions.write_text(session, opening, text)
    session.undo()
    assert session.text(FIELD) == before


# Wishes


def test_an_answer_goes_to_the_jury_that_wished(session: Session) -> None:
    decisions.answer(
        session, item(session, "fuehrung"), Outcome.RUNNING, " Läuft [/x] ", ["mentoring", "mentoring"]
    )
    jury = session.dossier.rounds["2025"].jury
    assert jury
    said = jury.expectations[0].answers["2028"]
    assert (said.state, said.text, said.evidence) == (Outcome.RUNNING, "Läuft [/x]", ("mentoring",))
    assert item(session, "fuehrung").decided == "läuft"
    assert "# von der Jury" in (session.text("cycles/2025/jury.yaml") or "")


def test_dropping_a_wish_takes_a_reason(session: Session) -> None:
    with pytest.raises(EditError):
        decisions.answer(session, item(session, "fuehrung"), Outcome.DROPPED, "")


# The walk


def walk_of(session: Session) -> Walk:
    walk = Walk()
    walk.load(inbox(session))
    return walk


def at_hand(walk: Walk) -> str:
    return walk.item.id if walk.item else ""


def confirm(session: Session, walk: Walk) -> None:
    assert walk.item
    decisions.decide_measure(session, walk.item, EvidenceState.CONTINUED, "Büro")
    walk.load(inbox(session))
    walk.decided()


def test_what_is_put_off_comes_again_at_the_end(session: Session) -> None:
    walk = walk_of(session)
    first = at_hand(walk)
    walk.put_off()
    confirm(session, walk)
    assert (walk.tally.done, walk.tally.open, walk.tally.put_off) == (1, 10, 1)
    seen = []
    for _ in range(9):
        seen.append(at_hand(walk))
        walk.put_off()
    assert at_hand(walk) == first
    assert first not in seen


def test_putting_everything_off_comes_to_an_end_and_can_begin_again(session: Session) -> None:
    walk = walk_of(session)
    first = at_hand(walk)
    for _ in walk.items:
        walk.put_off()
    assert walk.item is None
    walk.again()
    assert at_hand(walk) == first


def test_undo_brings_the_thing_back_to_hand(session: Session) -> None:
    walk = walk_of(session)
    confirm(session, walk)
    confirm(session, walk)
    assert at_hand(walk) == "opening"
    session.undo()
    walk.load(inbox(session))
    assert at_hand(walk) == "mentoring"


def test_one_can_look_back_and_forth(session: Session) -> None:
    walk = walk_of(session)
    walk.step(-1)
    assert at_hand(walk) == "coaching"
    walk.step(3)
    assert at_hand(walk) == "criteria.af03-mentoring.statement"
    walk.step(100)
    assert at_hand(walk) == "frauentag"


def test_when_all_is_decided_nothing_is_at_hand(session: Session) -> None:
    walk = walk_of(session)
    while walk.item:
        match walk.item.kind:
            case Kind.TEXT:
                decisions.confirm_text(session, walk.item)
            case Kind.EXPECTATION:
                decisions.answer(session, walk.item, Outcome.DONE, "Ja")
            case _:
                decisions.decide_measure(session, walk.item, EvidenceState.CONTINUED, "Büro")
        walk.load(inbox(session))
        walk.decided()
    assert open_items(walk.items) == []
    assert walk.tally.share == 1
