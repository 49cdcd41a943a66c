"""The ticks on the way into the portal: they know when a text has changed, and when it is gone."""

import pytest

from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.layout import transfer_file
from tea_assistant.services.session import Session
from tea_assistant.services.transfer import (
    Tally,
    Transferable,
    TransferState,
    chosen,
    mark_done,
    mark_undone,
    standing,
    tally,
    transferables,
)
from tea_assistant.store.yaml.writer import REMOVE, Change
from tests.services.conftest import FIELD_FILE

OPENING = "af03/opening"
FILE = transfer_file("2025")


def at(session: Session, key: str) -> Transferable:
    return next(each for each in transferables(session.application) if each.key == key)


def tick(session: Session, *keys: str) -> bool:
    return mark_done(session, chosen(transferables(session.application), keys))


def test_a_tick_becomes_stale_with_the_text_and_fresh_with_it_again(session: Session) -> None:
    assert at(session, OPENING).state is TransferState.OPEN
    assert standing(at(session, OPENING)) == "noch nicht übertragen"
    assert tick(session, OPENING)
    assert standing(at(session, OPENING)) == "übertragen am 01.04.2025"
    session.edit(FIELD_FILE, [Change(("opening",), "Für alle Bürger*innen.\n")], "Einstieg")
    assert at(session, OPENING).state is TransferState.CHANGED
    assert standing(at(session, OPENING)) == "geändert seit der Übertragung am 01.04.2025"
    session.undo()
    assert at(session, OPENING).state is TransferState.DONE
    session.undo()
    assert at(session, OPENING).state is TransferState.OPEN
    assert session.text(FILE) is None


def test_what_does_not_show_in_the_form_changes_nothing(session: Session) -> None:
    tick(session, OPENING)
    session.edit(
        FIELD_FILE, [Change(("opening",), "Für *Mitarbeiter\\*innen*\nund Bürger*innen.\n")], "Einstieg"
    )
    assert at(session, OPENING).state is TransferState.DONE


def test_a_text_changes_with_what_it_refers_to(session: Session) -> None:
    tick(session, "af03")
    session.edit("evidence/mentoring.yaml", [Change(("title",), "Tandems [/x]")], "Titel")
    assert at(session, "af03/af03-mentoring").text.text == "Seit 2017 Tandems [/x]."
    assert at(session, "af03/af03-mentoring").state is TransferState.CHANGED
    assert at(session, OPENING).state is TransferState.DONE


def test_what_is_gone_from_the_dossier_is_still_in_the_portal(session: Session) -> None:
    tick(session, OPENING, "evidence/mentoring/title")
    session.edit(FIELD_FILE, [Change(("opening",), REMOVE)], "Einstieg")
    gone = at(session, OPENING)
    assert gone.state is TransferState.GONE
    assert gone.text.title == "Personalarbeit: Einstieg"
    assert "im Portal zu löschen" in standing(gone)
    order = [each.text.part for each in transferables(session.application)]
    assert order.index("af03") < order.index("evidence")
    assert tally(transferables(session.application)).gone == 1
    assert tick(session, OPENING)
    assert OPENING not in [each.key for each in transferables(session.application)]


def test_several_are_ticked_in_one_step_and_unticked_again(session: Session) -> None:
    total = len(transferables(session.application))
    assert tick(session, *{each.text.part for each in transferables(session.application)})
    assert tally(transferables(session.application)) == Tally(total, total, 0, 0)
    assert not tick(session, "af03")
    assert session.save().saved == (FILE,)
    assert session.report.findings == Session(session.root, today=session.today).report.findings
    assert not [finding for finding in session.report.findings if finding.file == FILE]
    found = transferables(Session(session.root).application)
    assert {each.state for each in found} == {TransferState.DONE}
    assert mark_undone(session, chosen(transferables(session.application), ["af03"]))
    assert at(session, OPENING).state is TransferState.OPEN
    session.undo()
    assert at(session, OPENING).state is TransferState.DONE


def test_who_ticked_and_when_stands_in_the_file(session: Session) -> None:
    session.edit("dossier.yaml", [Change(("office",), "Büro für „Gleichstellung“ [/x]")], "Stelle")
    tick(session, OPENING)
    mark = at(session, OPENING).mark
    assert mark is not None
    assert (mark.by, mark.transferred) == ("Büro für „Gleichstellung“ [/x]", "2025-04-01")
    assert mark.title == "Personalarbeit: Einstieg"


def test_a_key_names_a_text_or_all_below_it(session: Session) -> None:
    texts = transferables(session.application)
    assert {each.text.part for each in chosen(texts, ["af03"])} == {"af03"}
    assert {each.text.group for each in chosen(texts, ["evidence/mentoring/"])} == {"Mentoring für Frauen"}
    with pytest.raises(UsageError) as error:
        chosen(texts, ["af03/openin"])
    assert error.value.hint == "Meinten Sie „af03/opening“?"


def test_the_ticks_of_two_people_are_put_together(session: Session) -> None:
    tick(session, OPENING)
    (session.root / FILE).write_text("format: 1\ntexts: {}\n", encoding="utf-8")
    session.poll()
    assert not session.conflicts
    tick(session, "af03/af03-mentoring")
    session.save()
    assert {each.key for each in transferables(session.application) if each.mark} == {
        OPENING,
        "af03/af03-mentoring",
    }


def test_a_tick_that_others_made_otherwise_is_not_overwritten(session: Session) -> None:
    tick(session, OPENING)
    session.save()
    mine = (session.root / FILE).read_text(encoding="utf-8")
    session.edit(FILE, [Change(("texts", OPENING, "transferred"), "2025-04-03")], "Wann")
    theirs = mine.replace("2025-04-01", "2025-04-02")
    assert theirs != mine
    (session.root / FILE).write_text(theirs, encoding="utf-8")
    session.poll()
    assert session.conflicts
    with pytest.raises(EditError, match="außerhalb geändert"):
        tick(session, "af03/af03-mentoring")
