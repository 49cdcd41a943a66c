"""What becomes no measure: praise, expectations and the texts of an earlier application."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.model.evidence import Origin
from tea_assistant.model.layout import Kind
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.review import ExpectationKind
from tea_assistant.model.source_document import SourceDocument, SourceKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.reading import Read, Reading
from tea_assistant.services.triage.triage import Triage
from tea_assistant.store import schema
from tests.services.conftest import FIELD_FILE

TEXT = "Mitarbeiter*innen und Bürger*innen [/x] sind „gern“ dabei."


def triage_of(session: Session, *proposals: Proposal) -> Triage:
    source = SourceDocument("Brief.pdf", "0" * 64, SourceKind.PDF)
    triage = Triage(session)
    triage.add(Reading((Read(source, proposals, Path("Brief.pdf")),), ()))
    return triage


def proposal(kind: ProposalKind, number: int = 0, **said: object) -> Proposal:
    known = {"text": TEXT, "action_field": "af03", "origin": Origin(document="Brief.pdf", page=2)} | said
    return Proposal(kind, f"{kind}-{number:016x}", **known)  # type: ignore[arg-type] # by name


def test_praise_goes_into_its_round_which_is_made_by_the_catalogue_of_its_time(session: Session) -> None:
    triage = triage_of(
        session,
        proposal(ProposalKind.PRAISE, cycle="2019"),
        proposal(ProposalKind.EXPECTATION, cycle="2019", expectation=ExpectationKind.NOTICED),
    )
    praise, wish = triage.items
    assert triage.accept(praise) == ""
    assert list(session.rounds) == ["2019", "2025"]
    assert session.cycle == "2025"
    assert session.dossier.rounds["2019"].cycle.catalogue == "verwaltung-2015"
    now = triage.item(praise.id)
    assert now is not None
    assert now.file == "cycles/2019/jury.yaml"
    triage.accept(wish, {**triage.values(wish), "text": "Mehr Männer in Elternzeit?"})
    jury = session.dossier.rounds["2019"].jury
    assert jury is not None
    assert [(each.field, each.text) for each in jury.praise] == [("af03", TEXT)]
    assert [(each.kind, each.text) for each in jury.expectations] == [
        (ExpectationKind.NOTICED, "Mehr Männer in Elternzeit?")
    ]
    session.undo()
    session.undo()
    assert list(session.rounds) == ["2025"]
    assert session.text("import/brief.yaml") is None
    with pytest.raises(EditError, match="zu welcher Bewerbungsrunde"):
        triage.accept(praise, {**triage.values(praise), "cycle": "neulich"})
    assert not session.dirty


def test_a_text_comes_as_not_confirmed_and_replaces_none_unasked(session: Session) -> None:
    triage = triage_of(
        session,
        proposal(ProposalKind.STATEMENT, 1, prompt="closing", cycle="2022"),
        proposal(ProposalKind.STATEMENT, 2, prompt="opening", cycle="2022"),
        proposal(ProposalKind.STATEMENT, 3, criterion="af03-onboarding"),
        proposal(ProposalKind.STATEMENT, 4, prompt="verstaendnis", action_field=""),
        proposal(ProposalKind.STATEMENT, 5, action_field=""),
    )
    closing, opening, onboarding, understanding, nowhere = triage.items
    triage.accept(closing)
    answer = session.application.answer("af03")
    assert answer.closing.strip() == TEXT
    assert (answer.carried.cycle, answer.carried.texts) == ("2022", ("closing",))
    before = session.text(FIELD_FILE)
    values = triage.values(opening)
    assert triage.standing_text(opening, values) == "Für Mitarbeiter*innen und Bürger*innen."
    with pytest.raises(EditError, match="steht schon ein Text"):
        triage.accept(opening)
    assert session.text(FIELD_FILE) == before
    triage.accept(opening, values, replace=True)
    assert session.application.answer("af03").opening.strip() == TEXT
    triage.accept(onboarding)
    said = session.application.answer("af03").criteria["af03-onboarding"]
    assert (said.statement.strip(), said.applies) == (TEXT, True)
    triage.accept(understanding)
    assert session.application.cycle.understanding["verstaendnis"].strip() == TEXT
    assert session.application.answer("af03").carried.texts == (
        "closing",
        "opening",
        "criteria.af03-onboarding.statement",
    )
    for file, kind in ((FIELD_FILE, Kind.FIELD), ("cycles/2025/cycle.yaml", Kind.CYCLE)):
        assert schema.errors(kind, session.value(file)) == []
    assert "# Entwurf von „Anna“" in (session.text(FIELD_FILE) or "")
    with pytest.raises(EditError, match="wohin der Text gehört"):
        triage.accept(nowhere)


def test_unseen_a_text_leaves_what_stands_and_ticks_nothing(session: Session) -> None:
    triage = triage_of(
        session,
        proposal(ProposalKind.STATEMENT, 1, prompt="opening"),
        proposal(ProposalKind.STATEMENT, 2, criterion="af03-onboarding"),
        proposal(ProposalKind.GOAL, 3, title="Kein Aktionsfeld", action_field=""),
    )
    count, left = triage.accept_all()
    assert (count, [reason for _, reason in left]) == (2, ["An dieser Stelle steht schon ein Text."])
    assert session.application.answer("af03").criteria["af03-onboarding"].applies is None
    assert session.dossier.evidence["kein-aktionsfeld"].action_fields == ()
    assert "unread: true" in (session.text("import/brief.yaml") or "")


def test_an_award_is_offered_with_its_place_and_replaces_none_unasked(session: Session) -> None:
    said = {"text": "zum dritten Mal", "action_field": "", "since": "2022", "until": "2024", "cycle": "2022"}
    origin = Origin(document="Brief „Jury“.pdf", page=2)
    triage = triage_of(
        session,
        proposal(ProposalKind.AWARD, 1, award=3, decided="2022-07-06", **said, origin=origin),
        proposal(ProposalKind.AWARD, 2, award=2, **{**said, "until": "2025"}),
        proposal(ProposalKind.AWARD, 3, award=3, **said, origin=origin, decided="2022-07-06"),
    )
    assert "2022" not in session.rounds
    award, other, again = triage.items
    assert triage.standing_text(award, triage.values(award)) == ""
    triage.accept(award)
    jury = session.dossier.rounds["2022"].jury
    assert jury is not None
    assert (jury.award, jury.decided, dict(jury.valid)) == (3, "2022-07-06", {"from": "2022", "to": "2024"})
    assert jury.source == (
        "Jurybegründung zum TOTAL E-QUALITY Prädikat 2022 vom 06.07.2022 (Brief „Jury“.pdf, Seite 2)"
    )
    assert schema.errors(Kind.JURY, session.value("cycles/2022/jury.yaml")) == []
    assert schema.errors(Kind.IMPORT, session.value("import/brief.yaml")) == []
    before = session.text("cycles/2022/jury.yaml")
    assert triage.standing_text(other, triage.values(other)).splitlines()[:2] == [
        "Wievielte Auszeichnung: 3",
        "Gültig: 2022 bis 2024",
    ]
    with pytest.raises(EditError, match="schon anders"):
        triage.accept(other)
    assert [reason for item, reason in triage.accept_all()[1] if item.id == other.id]
    assert session.text("cycles/2022/jury.yaml") == before
    assert triage.item(again.id).state.word == "übernommen"  # type: ignore[union-attr] # it is there
    triage.accept(other, replace=True)
    jury = session.dossier.rounds["2022"].jury
    assert jury is not None
    # The day that the second text does not name stays.
    assert (jury.award, jury.decided, jury.valid["to"]) == (2, "2022-07-06", "2025")
