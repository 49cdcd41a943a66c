"""The edits of an office: decide, link, make a measure, attach a file."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.services import edits
from tea_assistant.services.session import Session
from tests.services.conftest import FIELD_FILE


def answer(session: Session, criterion: str) -> object:
    return session.application.answer("af03").criteria.get(criterion)


def test_deciding_and_making_undecided_again(session: Session) -> None:
    before = session.text(FIELD_FILE)
    edits.decide(session, "af03", "af03-onboarding", applies=False)
    assert session.application.answer("af03").criteria["af03-onboarding"].applies is False
    session.undo()
    assert session.text(FIELD_FILE) == before


def test_a_new_measure_is_linked_and_new_in_this_round(session: Session, root: Path) -> None:
    evidence = edits.new_evidence(
        session, "Väter*abende [/x] & „mehr“", field="af03", criterion="af03-onboarding"
    )
    session.save()
    assert evidence == "vaeter-abende-x-mehr"
    again = Session(root)
    assert again.dossier.evidence[evidence].title == "Väter*abende [/x] & „mehr“"
    assert again.dossier.evidence[evidence].in_cycle("2025").state == "new"
    assert again.application.answer("af03").criteria["af03-onboarding"].applies is True
    assert [link.criterion for link in again.application.links[evidence]] == ["af03-onboarding"]


def test_two_measures_of_one_title_have_two_ids(session: Session) -> None:
    assert edits.new_evidence(session, "Mentoring") == "mentoring-2"
    assert edits.new_evidence(session, "CON") == "con-1"


def test_unlinking_leaves_the_measure(session: Session) -> None:
    edits.unlink(session, "af03", "af03-mentoring", "mentoring")
    assert session.application.links == {}
    assert "mentoring" in session.dossier.evidence


def test_a_title_is_needed(session: Session) -> None:
    with pytest.raises(EditError, match="Titel"):
        edits.new_evidence(session, "  ")


def test_attaching_copies_and_hashes(session: Session, root: Path, tmp_path: Path) -> None:
    source = tmp_path / "Konzept für Väter (neu).PDF"
    source.write_bytes(b"%PDF-1")
    proof = edits.attach(session, source)
    assert proof["file"] == "attachments/konzept-fuer-vaeter-neu.pdf"
    assert (root / proof["file"]).read_bytes() == b"%PDF-1"
    assert edits.attach(session, source) == proof, "the same content is kept once"
    source.write_bytes(b"%PDF-2")
    assert edits.attach(session, source)["file"] == "attachments/konzept-fuer-vaeter-neu-2.pdf"
    assert (root / proof["file"]).read_bytes() == b"%PDF-1"
    assert sorted(p.name for p in (root / "attachments").iterdir()) == [
        "konzept-fuer-vaeter-neu-2.pdf",
        "konzept-fuer-vaeter-neu.pdf",
    ]


def test_attaching_what_is_not_there_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(EditError, match="gibt es nicht"):
        edits.attach(session, tmp_path / "fehlt.pdf")
