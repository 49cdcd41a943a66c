"""A review as it is lived: comment, answer, settle, sign; each person has one file, and nothing is lost."""

from datetime import datetime
from pathlib import Path

import pytest

from tea_assistant.errors import EditError, TeaError, UsageError
from tea_assistant.model.layout import review_file
from tea_assistant.review.items import item_of
from tea_assistant.review.standing import State, standing
from tea_assistant.review.threads import ThreadState, threads
from tea_assistant.services.review import review
from tea_assistant.services.review.final import require_final
from tea_assistant.services.review.reviewers import Reviewer, open_review, review_of
from tea_assistant.services.review.signing import approve, as_shown, withdraw
from tea_assistant.services.review.walk import Wanted, next_item
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tests.services.conftest import EVIDENCE_FILE, FIELD_FILE

ITEM = "af03/af03-mentoring"
TEXT = "Bitte „mehr“ zu Mitarbeiter*innen und Bürger*innen [/x].\nUnd: kürzer."


def clock() -> datetime:
    return datetime(2025, 3, 10, 14, 30, 59, 123)  # noqa: DTZ001 (reviews keep local time)


def reviewer(session: Session, name: str = "Erika Müller", role: str = "Personalrat") -> Reviewer:
    return open_review(session, name, role, clock=clock)


def state(session: Session, who: Reviewer, key: str = ITEM) -> State:
    item = item_of(session.application, key)
    assert item is not None
    return standing(session.application, item, review_of(session, who)).state


def sign(session: Session, who: Reviewer, *keys: str) -> tuple[str, ...]:
    return approve(session, who, as_shown(session.application, keys))


def test_a_thread_is_kept_by_all_who_speak_and_settled_by_who_began_it(session: Session) -> None:
    erika, office = reviewer(session), reviewer(session, "Büro", "Gleichstellung")
    ref = review.ask_for_change(session, erika, ITEM, TEXT, quote="Seit 2017")
    assert ref == "erika-mueller/a1"
    review.reply(session, office, ref, "Gern.")
    assert review.resolve(session, office, ref)
    assert not review.resolve(session, office, ref)
    (thread,) = threads(session.application, ITEM)
    assert (thread.state, thread.comment.text, thread.comment.made) == (
        ThreadState.CLAIMED,
        TEXT,
        "2025-03-10T14:30:59",
    )
    assert [(said.review.id, said.reply.text) for said in thread.replies] == [
        ("buero", "Gern."),
        ("buero", ""),
    ]
    assert review.reopen(session, erika, ref, "Noch nicht.")
    assert not review.reopen(session, erika, ref)
    assert review.resolve(session, erika, ref)
    assert threads(session.application)[0].state is ThreadState.SETTLED
    assert review.comment(session, erika, "af03", "Gut.") == "erika-mueller/a2"
    assert session.save().saved == (review_file("2025", "buero"), review_file("2025", "erika-mueller"))
    found = [
        finding
        for finding in Session(session.root).report.findings
        if finding.file.endswith("rika-mueller.yaml")
    ]
    assert found == []


def test_a_sign_off_is_void_with_what_it_rests_on_and_shows_the_difference(session: Session) -> None:
    erika = reviewer(session)
    assert sign(session, erika, "af03") == ("af03/opening", ITEM)
    assert sign(session, erika, "af03") == ()
    session.edit(EVIDENCE_FILE, [Change(("title",), "Tandems")], "Titel")
    assert (state(session, erika), state(session, erika, "af03/opening")) == (State.VOID, State.APPROVED)
    item = item_of(session.application, ITEM)
    assert item is not None
    (change,) = standing(session.application, item, review_of(session, erika)).changes
    assert (change.old, change.new) == ("Mentoring für Frauen", "Tandems")
    assert sign(session, erika, ITEM) == (ITEM,)
    assert state(session, erika) is State.APPROVED
    seen = session.application.round.reviews["erika-mueller"].seen.values()
    assert "Tandems" in seen
    assert "Mentoring für Frauen" not in seen
    session.undo()
    assert state(session, erika) is State.VOID
    session.undo()
    assert state(session, erika) is State.APPROVED


def test_nothing_is_signed_that_was_not_shown(session: Session) -> None:
    erika = reviewer(session)
    shown = as_shown(session.application, ["af03"])
    session.edit(FIELD_FILE, [Change(("opening",), "Anders.")], "Einstieg")
    with pytest.raises(EditError, match=r"hat sich geändert: „Personalarbeit: Einstieg“"):
        approve(session, erika, shown)
    assert session.text(erika.file) is None
    with pytest.raises(UsageError, match="gibt es nicht"):
        sign(session, erika, "af03/abgeschafft")


def test_sign_offs_are_taken_back_with_the_wordings_that_only_they_need(session: Session) -> None:
    erika = reviewer(session)
    review.comment(session, erika, ITEM, TEXT)
    before = session.text(erika.file)
    sign(session, erika, "af03")
    assert withdraw(session, erika, ["af03/opening"]) == ("af03/opening",)
    text = session.text(erika.file)
    assert text is not None
    assert "Bürger*innen.\n" not in text.partition("seen:")[2]
    assert withdraw(session, erika, ["af03"]) == (ITEM,)
    assert session.text(erika.file) == before
    assert withdraw(session, erika, [ITEM]) == ()


def test_many_are_signed_and_taken_back_at_once_beside_what_a_person_wrote(session: Session) -> None:
    texts = {"verstaendnis": "Eins.", "bedeutung": "Zwei.", "grundlagen": "Drei."}
    session.edit("cycles/2025/cycle.yaml", [Change(("understanding",), texts)], "Texte")
    erika = reviewer(session)
    (session.root / erika.file).parent.mkdir(parents=True)
    text = "format: 1\nname: Erika Müller # ich\nsignoffs:\n  - Unsinn\n  - {item: weg, made: 2025-03-01}\n"
    (session.root / erika.file).write_text(text, encoding="utf-8")
    session.poll()
    whole = [part.id for part in session.application.parts]
    signed = sign(session, erika, *whole)
    assert len(signed) > 5
    assert all(state(session, erika, key) is State.APPROVED for key in signed)
    now = session.text(erika.file)
    assert now is not None
    assert "name: Erika Müller # ich" in now
    assert withdraw(session, erika, whole) == signed
    value = session.value(erika.file)
    assert isinstance(value, dict)
    assert value["signoffs"] == ["Unsinn", {"item": "weg", "made": "2025-03-01"}]
    assert "seen" not in value


def test_a_file_that_was_edited_by_hand_keeps_what_the_person_wrote(session: Session) -> None:
    erika = reviewer(session)
    text = (
        "# meine Datei\nformat: 1\nname:   'Erika Müller'   # ich\n"
        "comments:\n  - {file: evidence/mentoring.yaml, text: Alt}   # nach alter Art\n"
        "signoffs:\n  - {part: af03, made: 2025-03-01}\n"
    )
    (session.root / erika.file).parent.mkdir(parents=True)
    (session.root / erika.file).write_text(text, encoding="utf-8")
    session.poll()
    (old,) = threads(session.application, "evidence/mentoring")
    assert old.ref == "erika-mueller/1"
    erika = reviewer(session)
    review.comment(session, erika, ITEM, TEXT)
    sign(session, erika, ITEM)
    now = session.text(erika.file)
    assert now is not None
    for line in text.splitlines():
        assert line in now.splitlines()
    assert threads(session.application, ITEM)[0].ref == "erika-mueller/a2"
    assert state(session, erika) is State.APPROVED
    assert withdraw(session, erika, ["af03"]) == ("af03", ITEM)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: 1\nname: [\n", "behoben"),
        ("format: 99\nname: Erika Müller\n", "neueren Fassung"),
        ("format: 1\nname: Erika Müller\nsignoffs: viele\n", "keine Liste"),
        ("format: 1\nname: Erika Müller\nseen: [a]\nsignoffs: []\n", "keine Tabelle"),
    ],
)
def test_a_nonsensical_file_is_refused_and_left_alone(session: Session, text: str, said: str) -> None:
    path = session.root / review_file("2025", "erika-mueller")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    session.poll()
    with pytest.raises(TeaError, match=said):
        sign(session, reviewer(session), "af03")
    assert path.read_text(encoding="utf-8") == session.text(review_file("2025", "erika-mueller")) == text
    other = reviewer(session, "Max", "Amt")
    assert sign(session, other, ITEM) == (ITEM,)


def test_a_name_finds_its_file_and_two_people_need_two_names(session: Session) -> None:
    review.comment(session, reviewer(session), ITEM, "Eins.")
    assert reviewer(session, "erika  müller", "").file == reviewer(session).file
    with pytest.raises(UsageError, match=r"prüft schon jemand: Erika Müller \(Personalrat\)") as refused:
        reviewer(session, "Erika Müller", "IT")
    assert "Erika Müller (IT)" in refused.value.hint
    assert reviewer(session, "Erika Mueller", "IT").id == "erika-mueller-2"
    assert reviewer(session, "Erika Müller (IT)", "IT").id == "erika-mueller-it"
    with pytest.raises(UsageError, match="wer prüft"):
        reviewer(session, " \n ")
    session.cycle = "1999"
    with pytest.raises(EditError, match="gibt es noch nicht"):
        reviewer(session)


def test_what_cannot_be_said_is_refused_in_german(session: Session) -> None:
    erika = reviewer(session)
    for wrong, message in (
        (lambda: review.comment(session, erika, ITEM, " \n"), "leer"),
        (lambda: review.comment(session, erika, "af03/mentorin", "x"), "gibt es nicht"),
        (lambda: review.comment(session, erika, ITEM, "x", quote="Nie gesagt."), "steht dort nicht"),
        (lambda: review.reply(session, erika, "niemand/a1", "x"), "Anmerkung „niemand/a1“ gibt es nicht"),
    ):
        with pytest.raises(TeaError, match=message):
            wrong()
    assert session.text(erika.file) is None


def test_the_way_leads_to_what_waits_round_about(session: Session) -> None:
    erika = reviewer(session)
    found = next_item(session, erika, "af03/opening", Wanted.UNREVIEWED)
    assert found is not None
    assert found.key == ITEM
    sign(session, erika, "af03")
    session.edit(EVIDENCE_FILE, [Change(("title",), "Tandems")], "Titel")
    review.comment(session, reviewer(session, "Max", "Amt"), "evidence/mentoring", TEXT)
    ways = {wanted: next_item(session, erika, "evidence", wanted) for wanted in Wanted}
    assert {wanted: item.key if item else None for wanted, item in ways.items()} == {
        Wanted.UNREVIEWED: "evidence/mentoring",
        Wanted.CHANGED: ITEM,
        Wanted.COMMENTED: "evidence/mentoring",
    }
    assert next_item(session, erika, ITEM, Wanted.CHANGED) is None


def test_a_round_that_demands_signatures_is_not_final_without_them(session: Session) -> None:
    require_final(session)
    rules = [{"role": "personalrat", "parts": ["af03"]}]
    session.edit("cycles/2025/cycle.yaml", [Change(("sign_off",), rules)], "Regel")
    with pytest.raises(UsageError, match=r"personalrat: „Personalarbeit“ \(2 von 2 Stellen\)"):
        require_final(session)
    sign(session, reviewer(session), "af03")
    require_final(session)
    session.edit(FIELD_FILE, [Change(("opening",), "Anders.")], "Einstieg")
    with pytest.raises(UsageError, match="1 von 2"):
        require_final(session)
    session.edit("cycles/2025/cycle.yaml", [Change(("submitted",), "2025-04-28")], "Abgabe")
    require_final(session)


def test_a_changed_attachment_makes_void_also_where_nobody_noted_its_sum(root: Path) -> None:
    file = root / "attachments" / "konzept.txt"
    file.parent.mkdir()
    file.write_text("eins", encoding="utf-8")
    session = Session(root)
    proofs = [{"title": "Konzept", "file": "attachments/konzept.txt"}]
    session.edit(EVIDENCE_FILE, [Change(("proofs",), proofs)], "Nachweis")
    sign(session, reviewer(session), ITEM)
    session.save()
    file.write_text("zwei", encoding="utf-8")
    again = Session(root)
    assert state(again, reviewer(again)) is State.VOID
    assert "TEA503" in {finding.code for finding in again.report.findings}


def test_a_dossier_that_cannot_be_written_can_be_looked_at(session: Session) -> None:
    session.read_only = True
    erika = reviewer(session)
    assert state(session, erika) is State.UNREVIEWED
    with pytest.raises(EditError, match="schreibgeschützt"):
        review.comment(session, erika, ITEM, TEXT)
