"""What a jury wishes for is put down from its text, and ends as done, running or dropped."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.model.finding import Severity
from tea_assistant.model.review import Answer, ExpectationKind, Outcome
from tea_assistant.prose.jury_text import jury_sentences
from tea_assistant.renewal.expectations import due_expectations
from tea_assistant.services.expectations import add_expectation, add_praise, answer_expectation
from tea_assistant.services.renew import renew
from tests.renewal.conftest import opened, write

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "stadt-herne-praedikate.md"
JURY = "cycles/2025/jury.yaml"


def test_each_sentence_is_offered_as_what_it_may_be() -> None:
    text = """\
JURYBEGRÜNDUNG

Die Stadt (e. V.) hat am 5. November 2019 sehr gut geantwortet. „Respekt“ gilt für Mitarbeiter*innen und
Bürger*innen [/x]. 43 Prozent sind Frauen.

Geplant ist ein Büro. Der Anteil sinkt. Wir freuen uns auf Fortschritte!
Wir wünschen viel Erfolg.

Anna Muster
Vorsitzende
"""
    offered = [(s.text, s.praise, s.kind) for s in jury_sentences(text.replace("\n", "\r\n"))]
    assert offered == [
        ("Die Stadt (e. V.) hat am 5. November 2019 sehr gut geantwortet.", True, None),
        ("„Respekt“ gilt für Mitarbeiter*innen und Bürger*innen [/x].", False, None),
        ("43 Prozent sind Frauen.", False, None),
        ("Geplant ist ein Büro.", False, ExpectationKind.ANNOUNCED),
        ("Der Anteil sinkt.", False, ExpectationKind.NOTICED),
        ("Wir freuen uns auf Fortschritte!", False, ExpectationKind.ASKED),
        ("Wir wünschen viel Erfolg.", False, None),
    ]


@pytest.mark.skipif(not SEED.exists(), reason="the published texts are not part of the project")
def test_herne_s_three_texts_offer_what_the_example_has() -> None:
    offered = jury_sentences(SEED.read_text(encoding="utf-8"))
    found = {kind: [s.text for s in offered if s.kind is kind] for kind in ExpectationKind}
    assert len(found[ExpectationKind.ASKED]) == 3
    assert any("Re-Boarding" in text for text in found[ExpectationKind.ANNOUNCED])
    assert any("Büro für Vielfalt" in text for text in found[ExpectationKind.ANNOUNCED])
    assert any("Differenz" in text for text in found[ExpectationKind.NOTICED])
    assert sum(s.praise for s in offered) > 5


@pytest.mark.parametrize("text", ["", "  \n\n ", "Nur ein Name", "..."])
def test_nothing_is_made_of_nothing(text: str) -> None:
    assert [s for s in jury_sentences(text) if s.praise or s.kind] == []


def test_what_was_decided_on_goes_into_the_file(root: Path) -> None:
    session = opened(root)
    name = add_expectation(
        session, "2025", "Mehr *Väter*\nin Elternzeit [/x]", ExpectationKind.ASKED, field="af04"
    )
    add_praise(session, "2025", "Gutes „Mentoring“", field="af03")
    add_praise(session, "2025", "Gute Beratung")
    jury = session.dossier.rounds["2025"].jury
    assert jury
    assert [(e.id, e.text, e.kind, e.field) for e in jury.expectations][1:] == [
        (name, "Mehr *Väter* in Elternzeit [/x]", ExpectationKind.ASKED, "af04")
    ]
    assert [(p.text, p.field) for p in jury.praise] == [("Gutes „Mentoring“", "af03"), ("Gute Beratung", "")]
    assert session.undo_label == "Lob festhalten"
    assert add_expectation(session, "2025", "Mehr *Väter* in Elternzeit [/x]") == f"{name}-2"


def test_the_first_words_of_a_jury_make_its_file(root: Path) -> None:
    (root / JURY).unlink()
    session = opened(root)
    add_expectation(session, "2025", "Mehr davon")
    assert session.text(JURY) == "format: 1\nexpectations:\n  - id: mehr-davon\n    text: Mehr davon\n"
    assert [f for f in session.report.findings if f.file == JURY and f.severity is Severity.ERROR] == []


def test_an_answer_is_given_changed_and_taken_back(root: Path) -> None:
    session = opened(root)
    renew(session, "2028")
    before = session.text(JURY)
    answer_expectation(
        session, "2025", "frauenanteil", "2028", Answer(Outcome.RUNNING, "Läuft.", ("mentoring",))
    )
    (due,) = due_expectations(session.dossier, "2028")
    assert due.answer == Answer(Outcome.RUNNING, "Läuft.", ("mentoring",))
    answer_expectation(session, "2025", "frauenanteil", "2028", Answer(Outcome.DROPPED, "Kein Geld."))
    (due,) = due_expectations(session.dossier, "2028")
    assert due.answer == Answer(Outcome.DROPPED, "Kein Geld.")
    answer_expectation(session, "2025", "frauenanteil", "2028", None)
    assert due_expectations(session.dossier, "2028")[0].answer is None
    session.undo()
    session.undo()
    session.undo()
    assert session.text(JURY) == before


@pytest.mark.parametrize(
    ("decided", "name", "answer", "message"),
    [
        ("2025", "frauenanteil", Answer(Outcome.DROPPED), "braucht einen Grund"),
        ("2025", "frauenanteil", Answer(text="Läuft."), "was aus der Erwartung wurde"),
        ("2025", "unbekannt", Answer(Outcome.DONE), "„unbekannt“ gibt es nicht"),
        ("2022", "frauenanteil", Answer(Outcome.DONE), "Die Bewerbungsrunde 2022 gibt es nicht"),
    ],
)
def test_a_wrong_answer_is_refused(root: Path, decided: str, name: str, answer: Answer, message: str) -> None:
    session = opened(root)
    before = session.text(JURY)
    with pytest.raises(EditError, match=message):
        answer_expectation(session, decided, name, "2028", answer)
    assert session.text(JURY) == before


def test_an_entry_that_cannot_be_read_does_not_shift_the_others(root: Path) -> None:
    write(root, JURY, "format: 1\nexpectations:\n  - kaputt\n  - {id: zweite, text: B}\n")
    session = opened(root)
    answer_expectation(session, "2025", "zweite", "2028", Answer(Outcome.DONE))
    assert "- kaputt\n" in (session.text(JURY) or "")
    jury = session.dossier.rounds["2025"].jury
    assert jury
    assert jury.expectations[0].answers == {"2028": Answer(Outcome.DONE)}


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_text_is_no_entry(root: Path, text: str) -> None:
    session = opened(root)
    with pytest.raises(EditError):
        add_expectation(session, "2025", text)
    with pytest.raises(EditError):
        add_praise(session, "2025", text)
    assert not session.dirty
