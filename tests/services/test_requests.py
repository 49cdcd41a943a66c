"""Requests to departments: what goes out, what comes back, and what becomes of it."""

from datetime import date
from pathlib import Path

import pytest

from tea_assistant.errors import EditError, FileError, ForeignFileError, UsageError
from tea_assistant.model.layout import Kind
from tea_assistant.model.request import Verdict
from tea_assistant.services.figures.takeover_write import saved as on_disk
from tea_assistant.services.requests.decisions import accept, accept_unread, change, refuse
from tea_assistant.services.requests.listing import list_text
from tea_assistant.services.requests.proposals import Proposal, boxes_of, proposals
from tea_assistant.services.requests.questions import Wanted
from tea_assistant.services.requests.reading import Receipt, receive, record
from tea_assistant.services.requests.requests import Sending, Sent, close, outstanding, prepare, send
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import Change
from tests.services.conftest import EVIDENCE_FILE, FIELD_FILE
from tests.services.returned_forms import Answers, filled_text, filled_workbook, saved, sheets_of

FIGURES = """\
format: 1
as_of: 2024-12-31
rows:
  - {group: staff, total: 3345, women: 1990}   # gezählt von „Anna“
  - group: leadership
    women: {percent: 43, digits: 0, published: true}
"""
EVERYTHING = Wanted(["mentoring"], ["2024-12-31"], ["af03-mentoring"])
RECORD = "cycles/2025/requests/personalamt.yaml"
CHANGED = "Zweiter Durchgang für Mitarbeiter*innen [/x].\nUnd „Bürger*innen“."
# 1.1 state, 1.2 change, 1.3 to 1.5 results, 1.6 responsible, 1.7 partners, 1.8 and 1.9 proofs, 2.1 statement
ANSWERS: Answers = {
    "1.1": {"state": "Fortgeführt"},
    "1.2": {"change": CHANGED},
    "1.3": {"value": "1.234", "unit": "Teilnehmerinnen*", "as_of": "31.12.24", "source": "Liste"},
    "1.4": {"value": 12.5, "unit": "%"},
    "1.6": {"responsible": "Büro für  Vielfalt"},
    "1.7": {"partners": "Personalrat\n- VHS"},
    "1.8": {"file": "Konzept ä.pdf", "dated": "5/2024"},
    "2.1": {"statement": "Seit 2017 [[mentoring]] für Mitarbeiter*innen."},
    "3.1": {"total": 3400},
}
AS_TEXT = {
    "1.1": "Fortgeführt",
    "1.2": CHANGED,
    "1.3": "Wert: 1.234\nEinheit: Teilnehmerinnen*\nErgebnis in Worten:\nStichtag: 31.12.24\nQuelle:\n Liste",
    "1.4": "Wert: 12,5\nEinheit: %",
    "1.6": "Büro für  Vielfalt",
    "1.7": "Personalrat\n- VHS",
    "1.8": "Datei: Konzept ä.pdf\nStand: 5/2024",
    "2.1": "Seit 2017 [[mentoring]] für Mitarbeiter*innen.",
    "3.1": "Insgesamt: 3.400\nFrauen: 1990\nMänner:\nDivers:\nAnmerkung zur Zeile:",
}


@pytest.fixture
def root(root: Path) -> Path:
    (root / "figures").mkdir()
    with (root / "dossier.yaml").open("a", encoding="utf-8") as handle:
        handle.write("office: Büro für Gleichstellung\n")
    (root / "figures/2024-12-31.yaml").write_text(FIGURES, encoding="utf-8")
    return root


def sent(session: Session, wanted: Wanted = EVERYTHING, department: str = "Personalamt") -> Sent:
    request = prepare(session, Sending(department, wanted, until="30.04.2025", note="Danke! [/x]"))
    return send(session, request, ("xlsx", "md"))


def returned(session: Session, data: bytes, name: str = "zurück.xlsx") -> Receipt:
    return record(session, receive(session, session.root / "build" / name, data))


def by_question(session: Session) -> dict[str, Proposal]:
    return {proposal.answer.question: proposal for proposal in proposals(session)}


def test_the_same_request_gives_the_same_bytes_and_only_answers_are_unlocked(
    session: Session, tmp_path: Path
) -> None:
    request = prepare(session, Sending("Personalamt", EVERYTHING))
    first = send(session, request, ("xlsx", "md"), tmp_path / "a").paths
    session.undo()
    again = send(session, request, ("xlsx", "md"), tmp_path / "b").paths
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    assert schema.errors(Kind.REQUEST, session.value(RECORD)) == []

    book = sheets_of(first[0].read_bytes())
    assert book.sheetnames == ["Anfrage", "Maßnahmen", "Aktivitäten", "Kennzahlen", "Kennung"]
    assert book["Kennung"].sheet_state == "veryHidden"
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    measures = book["Maßnahmen"]
    rows = {measures[f"A{row}"].value: row for row in range(1, measures.max_row + 1)}
    assert not measures[f"C{rows['1.1']}"].protection.locked
    assert measures[f"B{rows['1.1']}"].protection.locked
    assert measures[f"C{rows['1.1']}"].value == "ausgebaut"
    rules = {rule.promptTitle: rule for rule in measures.data_validations.dataValidation}
    assert "Zum Beispiel: 12" in rules["Wert"].prompt
    choice = rules["Bitte auswählen"]
    assert choice.formula1 == '"neu,fortgeführt,ausgebaut,geplant,beendet"'
    counts = book["Kennzahlen"]
    rows = {counts[f"A{row}"].value: row for row in range(1, counts.max_row + 1)}
    assert [counts[f"{c}{rows['3.1']}"].value for c in "BCDE"] == ["Beschäftigte", 3345, 1990, None]
    assert counts[f"D{rows['3.2']}"].value == "43 %"


def test_what_can_be_asked_is_said_where_nothing_is(session: Session) -> None:
    with pytest.raises(UsageError, match="keine Maßnahme eingetragen") as error:
        prepare(session, Sending("Bauamt"))
    assert "--evidence  Maßnahmen: mentoring" in error.value.hint
    for wanted, word in (
        (Wanted(["mentorin"]), "Die Maßnahme „mentorin“ gibt es nicht"),
        (Wanted(figures=["gestern"]), "Den Stichtag „gestern“ gibt es nicht"),
        (Wanted(figures=["2024-12-31/hof"]), "keine Zeile"),
        (Wanted(criteria=["af03-x"]), "Die Aktivität „af03-x“ gibt es nicht"),
    ):
        with pytest.raises(UsageError, match=word):
            prepare(session, Sending("Bauamt", wanted))
    for day, word in (("31.02.2025", "kein Tag"), ("1.3.2025", "vorbei"), ("2026", "kein Tag")):
        with pytest.raises(UsageError, match=word):
            prepare(session, Sending("Bauamt", EVERYTHING, until=day))
    session.edit(EVIDENCE_FILE, [Change(("responsible",), "Personalamt Möhringen")], "Zuständig")
    assert {q.file for q in prepare(session, Sending("personalamt")).questions.values()} == {EVIDENCE_FILE}


def test_a_form_that_cannot_be_written_leaves_no_record(session: Session, tmp_path: Path) -> None:
    (tmp_path / "anfrage-personalamt-2025.md").write_text("ein anderes", encoding="utf-8")
    with pytest.raises(FileError, match="gibt es schon"):
        send(session, prepare(session, Sending("Personalamt", EVERYTHING)), ("xlsx", "md"), tmp_path)
    assert session.value(RECORD) is None
    assert not (tmp_path / "anfrage-personalamt-2025.xlsx").exists()


@pytest.mark.parametrize("kind", ["xlsx", "mail"])
def test_answers_come_back_are_decided_and_can_be_undone(session: Session, kind: str) -> None:
    table, text = sent(session).paths
    if kind == "xlsx":
        returned(session, filled_workbook(table, ANSWERS))
    else:
        written = filled_text(text, AS_TEXT)
        # Mail quotes, breaks lines, and has blanks of its own.
        quoted = "\r\n".join(f"> {line}".replace("Siegel: ", "Siegel:\u00a0") for line in written.split("\n"))
        returned(session, f"Hallo,\r\nanbei.\r\n\r\n{quoted}\r\n".encode(), "antwort.md")
    found = by_question(session)
    assert sorted(found) == sorted(ANSWERS)
    assert not [trouble for proposal in found.values() for trouble in proposal.troubles]
    assert (found["1.1"].now, found["1.1"].said, found["1.1"].moved) == ("ausgebaut", "fortgeführt", False)
    assert found["3.1"].said == "Insgesamt: 3400\nFrauen: 1990"

    before = {file: session.text(file) for file in (EVIDENCE_FILE, FIELD_FILE, "figures/2024-12-31.yaml")}
    (session.root / "build/Konzept ä.pdf").write_bytes(b"%PDF")
    refuse(session, found["1.6"])
    change(session, found["1.4"], boxes_of(found["1.4"].ask, "Wert: 13\nEinheit: Prozent"))
    for question in ("1.1", "1.2", "1.3", "1.7", "1.8", "2.1", "3.1"):
        accept(session, found[question], beside=session.root / "build")
    assert proposals(session) == []
    evidence = session.dossier.evidence["mentoring"]
    said = evidence.in_cycle("2025")
    assert (said.state, said.confirmed, said.by) == (
        "continued",
        "2025-04-01",
        "Frau Öztürk [/x], Personalamt",
    )
    assert said.change == CHANGED
    assert [(float(r.value or 0), r.unit, r.as_of) for r in evidence.results] == [
        (13, "Prozent", ""),
        (1234, "Teilnehmerinnen*", "2024-12-31"),
    ]
    assert evidence.partners == ("Personalrat", "VHS")
    assert evidence.responsible == ""
    assert [(p.title, p.file, p.dated) for p in evidence.proofs] == [
        ("Konzept ä", "attachments/konzept-ae.pdf", "2024-05")
    ]
    assert "{group: staff, total: 3400, women: 1990}   # gezählt von „Anna“" in (
        session.text("figures/2024-12-31.yaml") or ""
    )
    answers = session.application.round.requests["personalamt"].answers
    # The department has confirmed the state, but here somebody else decides.
    assert {answer.by for answer in answers} == {"Büro für Gleichstellung"}
    verdicts = {answer.question: answer.verdict for answer in answers}
    assert (verdicts["1.6"], verdicts["1.4"], verdicts["1.1"]) == (
        Verdict.REFUSED,
        Verdict.CHANGED,
        Verdict.ACCEPTED,
    )
    assert schema.errors(Kind.REQUEST, session.value(RECORD)) == []
    assert schema.errors(Kind.EVIDENCE, session.value(EVIDENCE_FILE)) == []
    for _ in range(9):
        session.undo()
    # Each decision was one step, with its record.
    assert {file: session.text(file) for file in before} == before
    assert len(proposals(session)) == len(ANSWERS)


def test_nothing_new_nothing_twice_and_a_signed_state_confirms(session: Session) -> None:
    table, _ = sent(session).paths
    receipt = returned(session, filled_workbook(table, {}, who=""))
    assert receipt.answers == ()
    assert "ohne neue Angaben" in receipt.notes[0]
    assert outstanding(session) == []
    signed = filled_workbook(table, {})
    assert [answer.question for answer in returned(session, signed).answers] == ["1.1"]
    again = returned(session, signed)
    assert again.answers == ()
    assert "am 01.04.2025 schon eingelesen" in again.notes[0]
    (confirmation,) = proposals(session)
    assert confirmation.confirms
    accept(session, confirmation)
    assert session.dossier.evidence["mentoring"].in_cycle("2025").confirmed == "2025-04-01"
    with pytest.raises(EditError, match="inzwischen eine andere"):
        refuse(session, confirmation)


def test_what_changed_meanwhile_shows_three_texts(session: Session) -> None:
    table, _ = sent(session).paths
    answers: Answers = {"1.1": {"state": "beendet"}, "3.1": {"women": 2000}}
    session.edit(EVIDENCE_FILE, [Change(("cycles", "2025", "state"), "planned")], "Anders")
    # Another row before it: the answer still finds its own.
    session.edit(
        "figures/2024-12-31.yaml", [Change(("rows",), [{"group": "hires", "total": 1}, *ROWS])], "Anders"
    )
    returned(session, filled_workbook(table, answers))
    found = by_question(session)
    assert (found["1.1"].sent, found["1.1"].now, found["1.1"].said) == ("ausgebaut", "geplant", "beendet")
    assert found["3.1"].now == "Insgesamt: 3350\nFrauen: 1990"
    taken, left = accept_unread(session, list(found.values()))
    assert (taken, len(left)) == (0, 2)
    accept(session, found["3.1"])
    row = session.dossier.figures["2024-12-31"].rows[1]
    # What the department left alone keeps the value of now.
    assert (row.total, row.women) == (3350, 2000)


ROWS = [{"group": "staff", "total": 3350, "women": 1990}, {"group": "leadership", "women": 5}]


def test_unread_answers_wait_for_somebody_to_confirm_them(session: Session) -> None:
    table, _ = sent(session).paths
    returned(session, filled_workbook(table, {**ANSWERS, "1.5": {"value": "ca. 20"}}))
    taken, left = accept_unread(session, proposals(session))
    assert taken == len(ANSWERS)
    assert [reason for _, reason in left] == [
        "Blatt „Maßnahmen“, Zelle C8 enthält Text, wo eine Zahl stehen muss: „ca. 20“."
    ]
    evidence = session.dossier.evidence["mentoring"]
    assert (evidence.in_cycle("2025").state, evidence.in_cycle("2025").confirmed) == ("continued", "")
    found = by_question(session)
    with pytest.raises(EditError, match="steht schon in der Mappe"):
        refuse(session, found["1.3"])
    accept(session, found["1.3"])
    accept(session, found["1.1"])
    assert session.dossier.evidence["mentoring"].results == evidence.results
    assert session.dossier.evidence["mentoring"].in_cycle("2025").confirmed == "2025-04-01"


def test_what_means_nothing_is_refused_with_its_cell_and_changes_nothing(session: Session) -> None:
    table, text = sent(session).paths
    wrong: Answers = {
        "1.1": {"state": "läuft so mittel"},
        "1.3": {"unit": "Personen"},
        "1.5": {"value": 3, "as_of": "31.02.2024"},
        "3.1": {"total": "12,5", "women": "=C5*2", "men": "-3"},
        "3.2": {"women": "1.234,5 %"},
    }
    returned(session, filled_workbook(table, wrong))
    found = by_question(session)
    troubles = {question: " ".join(proposal.troubles) for question, proposal in found.items()}
    assert "Zelle C2 nennt keinen Stand, den es gibt: „läuft so mittel“" in troubles["1.1"]
    assert "braucht eine Zahl oder einen Satz" in troubles["1.3"]
    assert "Zelle F8 nennt kein Datum: „31.02.2024“" in troubles["1.5"]
    assert "Zelle C4 ist keine ganze Zahl: „12,5“" in troubles["3.1"]
    assert "Zelle D4 enthält eine Formel ohne Ergebnis" in troubles["3.1"]
    assert "Zelle E4 ist negativ" in troubles["3.1"]
    assert "Zelle D5" in troubles["3.2"]
    before = session.text(EVIDENCE_FILE), session.text(RECORD)
    for proposal in found.values():
        with pytest.raises(EditError):
            accept(session, proposal)
    assert (session.text(EVIDENCE_FILE), session.text(RECORD)) == before
    change(session, found["1.1"], {"state": "ja"})
    assert session.dossier.evidence["mentoring"].in_cycle("2025").state == "continued"
    with pytest.raises(EditError, match="leer"):
        change(session, found["1.3"], {"unit": " "})
    returned(session, filled_text(text, {"1.3": "Wert: viele"}).encode(), "a.md")
    assert "„Wert“ enthält Text, wo eine Zahl stehen muss" in proposals(session)[-1].troubles[0]


def test_the_way_back_is_barred_for_what_is_not_ours(session: Session) -> None:
    table, text = sent(session).paths
    on_disk(session)
    book = sheets_of(table.read_bytes())
    del book["Kennung"]
    with pytest.raises(ForeignFileError, match="fehlt die Kennung"):
        returned(session, saved(book))
    book = sheets_of(table.read_bytes())
    del book["Kennzahlen"]
    assert "Die Fragen 3.1, 3.2 stehen nicht mehr im Formular" in returned(session, saved(book)).notes[0]
    written = text.read_text(encoding="utf-8")
    for old, new, said in (
        ("2024-12-31.yaml rows/0", "2024-12-31.yaml rows/1", "Kennung dieses Formulars wurde verändert"),
        ("=== Kennung (", "=== (", "fehlt die Kennung"),
        ("Siegel:", "", "fehlt die Kennung"),
    ):
        with pytest.raises(ForeignFileError, match=said):
            returned(session, written.replace(old, new).encode(), "a.md")
    session.edit(RECORD, [Change(("seal",), "0" * 16)], "Anders")
    with pytest.raises(ForeignFileError, match=r"vom 01.04.2025 kennt"):
        returned(session, written.encode(), "a.md")
    # A new name of the organisation changes nothing, another dossier does.
    session.undo()
    session.edit("dossier.yaml", [Change(("name",), "Stadt Rheine")], "Anders")
    assert returned(session, written.encode(), "a.md").request.id == "personalamt"
    session.edit(RECORD, [Change(("seal",), "0" * 16)], "Anders")
    with pytest.raises(ForeignFileError, match="anderen Mappe: „Stadt Möhringen"):
        returned(session, written.encode(), "a.md")


def test_an_older_round_gives_what_still_fits(session: Session, root: Path) -> None:
    table, _ = sent(session).paths
    on_disk(session)
    cycle = (root / "cycles/2025/cycle.yaml").read_text(encoding="utf-8")
    (root / "cycles/2028").mkdir()
    (root / "cycles/2028/cycle.yaml").write_text(cycle, encoding="utf-8")
    later = Session(root, today=lambda: date(2027, 1, 2))
    receipt = returned(later, filled_workbook(table, ANSWERS))
    assert "Die Anfrage gehört zur Runde 2025, offen ist 2028" in receipt.notes[0]
    assert sorted(by_question(later)) == ["1.3", "1.4", "1.6", "1.7", "1.8", "3.1"]
    accept(later, by_question(later)["1.6"])
    assert later.dossier.evidence["mentoring"].responsible == "Büro für Vielfalt"


def test_a_date_that_nobody_has_counted_yet_becomes_a_file(session: Session) -> None:
    table, _ = sent(session, Wanted(figures=["2025-03-31/staff"])).paths
    returned(session, filled_workbook(table, {"1.1": {"total": "3.400", "women": 2010}}))
    accept(session, by_question(session)["1.1"])
    figures = session.dossier.figures["2025-03-31"]
    assert (figures.as_of, figures.source, figures.rows[0].total) == (
        "2025-03-31",
        "Frau Öztürk [/x], Personalamt",
        3400,
    )


def test_outstanding_requests_are_listed_with_their_date(session: Session, root: Path) -> None:
    assert "noch niemand gefragt" in list_text(session)
    sent(session)
    assert list_text(session).splitlines()[3].split()[-3:] == ["30.04.2025", "12", "wartet"]
    on_disk(session)
    later = Session(root, today=lambda: date(2025, 5, 1))
    assert "!  personalamt" in list_text(later)
    assert "überfällig" in list_text(later)
    with pytest.raises(UsageError, match="gibt es nicht"):
        close(later, "bauamt")
    close(later, "personalamt")
    assert "0 Anfragen sind offen" in list_text(later)
    with pytest.raises(UsageError, match="schon abgeschlossen"):
        close(later, "personalamt")
