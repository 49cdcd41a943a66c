"""Going through documents: what a person decides, what undo takes back, what a second reading proposes."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError, ForeignFileError
from tea_assistant.model.layout import Kind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.items import Item, ItemState
from tea_assistant.services.triage.triage import Triage
from tea_assistant.store import schema

PLAN = """\
# Gleichstellungsplan der Stadt Möhringen

## Personalentwicklung

Ziele:

- Mehr Frauen in technischen Führungsaufgaben

Maßnahmen:

- Fortsetzen des Programms „Mentoring für Frauen – gemeinsam erfolgreich“ mit vier Nachbarstädten
- Coaching für Mitarbeiter*innen und Bürger*innen in {{gremien}} [[x]] [/x]; danach Test von Doppelspitzen
- Beratung vor, während und nach der Elternzeit für alle Beschäftigten der Verwaltung
"""
RECORD = "import/plan.yaml"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def triage(session: Session, plan: Path) -> Triage:
    opened = Triage(session)
    opened.open([plan])
    return opened


def about(triage: Triage, word: str) -> Item:
    return next(item for item in triage.items if word in item.proposal.text)


def snapshot(session: Session) -> dict[str, str | None]:
    files = [
        "evidence/mentoring.yaml",
        "cycles/2025/fields/af03.yaml",
        "cycles/2025/fields/af04.yaml",
        RECORD,
    ]
    return {file: session.text(file) for file in files} | dict.fromkeys(session.dossier.evidence, "")


def test_nothing_is_written_by_reading(triage: Triage) -> None:
    assert triage.counts.open == triage.counts.total == 4
    assert not triage.session.dirty
    assert [document.id for document in triage.documents] == ["plan"]


def test_accepting_is_one_step_that_undo_takes_back_whole(triage: Triage) -> None:
    session = triage.session
    before = snapshot(session)
    item = about(triage, "Elternzeit")
    evidence = triage.accept(item, {**triage.values(item), "title": "Beratung zur Elternzeit [/x]"})
    measure = session.dossier.evidence[evidence]
    assert evidence == "beratung-zur-elternzeit-x"
    assert measure.in_cycle("2025").confirmed == session.today().isoformat()
    assert measure.origin is not None
    assert (measure.origin.document, measure.origin.line) == ("Plan.md", 13)
    field = measure.action_fields[0]
    assert session.application.answer(field).criteria[measure.criteria[0]].evidence == (evidence,)
    assert schema.errors(Kind.IMPORT, session.value(RECORD)) == []
    now = triage.item(item.id)
    assert now is not None
    assert (now.state, now.evidence) == (ItemState.ACCEPTED, evidence)
    with pytest.raises(EditError, match="schon entschieden: übernommen"):
        triage.accept(item)
    session.undo()
    assert snapshot(session) == before
    assert not session.dirty
    assert triage.counts.open == 4
    session.redo()
    assert triage.counts.accepted == 1


def test_what_looks_like_a_reference_or_markup_stays_text(triage: Triage) -> None:
    session = triage.session
    evidence = triage.accept(about(triage, "Coaching"))
    assert "\\{{gremien}} \\[[x]] [/x]" in session.dossier.evidence[evidence].summary
    assert "Mitarbeiter*innen und Bürger*innen" in session.dossier.evidence[evidence].summary
    assert not [
        f for f in session.report.findings if f.file == f"evidence/{evidence}.yaml" and f.code < "TEA100"
    ]


def test_a_refused_edit_leaves_nothing(triage: Triage) -> None:
    before = snapshot(triage.session)
    item = about(triage, "Elternzeit")
    with pytest.raises(EditError, match="Titel"):
        triage.accept(item, {**triage.values(item), "title": " "})
    with pytest.raises(EditError, match="Seit"):
        triage.accept(item, {**triage.values(item), "since": "bald"})
    with pytest.raises(EditError, match="in der Mappe gibt"):
        triage.merge(item, "gibt-es-nicht")
    assert snapshot(triage.session) == before
    assert triage.session.undo_label == ""


def test_a_goal_is_only_planned_and_ticks_no_activity(triage: Triage) -> None:
    session = triage.session
    before = session.text("cycles/2025/fields/af03.yaml")
    evidence = triage.accept(about(triage, "technischen"))
    measure = session.dossier.evidence[evidence]
    assert measure.in_cycle("2025").state == "planned"
    assert (measure.summary, measure.goal) == ("", "Mehr Frauen in technischen Führungsaufgaben\n")
    assert session.text("cycles/2025/fields/af03.yaml") == before


def test_merging_adds_what_lacks_and_keeps_what_stands(triage: Triage) -> None:
    session = triage.session
    item = about(triage, "Nachbarstädten")
    best = triage.candidates(item)[0]
    assert best.evidence == "mentoring"
    assert "Mentoring" in best.reason
    values = {
        **triage.values(item),
        "since": 2019,
        "partners": ["Stadt Trossingen"],
        "responsible": "Personalamt",
    }
    offered = {each.name: each for each in triage.additions(item, "mentoring", values)}
    assert (offered["since"].old, offered["since"].new, offered["since"].chosen) == ("2017", "2019", False)
    assert offered["summary"].chosen
    triage.merge(item, "mentoring", None, values)
    measure = session.dossier.evidence["mentoring"]
    assert (measure.since, measure.responsible, measure.partners) == (
        "2017",
        "Personalamt",
        ("Stadt Trossingen",),
    )
    assert "since: 2017   # Ratsbeschluss" in (session.text("evidence/mentoring.yaml") or "")
    assert measure.origin is not None
    goal = about(triage, "technischen")
    triage.merge(goal, "mentoring", ["goal"])
    measure = session.dossier.evidence["mentoring"]
    assert [origin.line for origin in measure.further_origins] == [7]
    assert schema.errors(Kind.EVIDENCE, session.value("evidence/mentoring.yaml")) == []
    # A text is appended only where somebody chose it.
    triage.reopen(item)
    (summary,) = [e for e in triage.additions(item, "mentoring", {"summary": "Neuer Satz.\n"}) if e.old]
    assert not summary.chosen


def test_splitting_and_joining_last_until_tomorrow(triage: Triage, plan: Path) -> None:
    session = triage.session
    item = about(triage, "Coaching")
    first, second = triage.split(item, item.proposal.text.index("danach"))
    assert second.proposal.text.startswith("danach Test")
    assert triage.counts.open == 5
    whole = triage.join([second, about(triage, "Elternzeit")])
    assert triage.counts.open == 4
    tomorrow = Triage(session)
    tomorrow.open([plan])
    assert [each.id for each in tomorrow.items] == [each.id for each in triage.items]
    assert about(tomorrow, "Doppelspitzen").proposal.text.count("\n\n") == 1
    tomorrow.reopen(whole)
    tomorrow.reopen(second)
    assert [each.id for each in tomorrow.items if each.id == item.id] == [item.id]
    assert tomorrow.item(first.id) is None
    with pytest.raises(EditError, match="leer"):
        tomorrow.split(item, 0)
    with pytest.raises(EditError, match="einer Art"):
        tomorrow.join([item, about(tomorrow, "technischen")])


def test_the_same_again_proposes_nothing_and_a_change_only_itself(
    triage: Triage, root: Path, plan: Path
) -> None:
    evidence = triage.accept(about(triage, "Elternzeit"))
    triage.refuse(about(triage, "Coaching"), "Gibt es nicht mehr [/x].")
    triage.later(about(triage, "technischen"))
    triage.merge(about(triage, "Nachbarstädten"), "mentoring", ())
    triage.session.save()
    again = Triage(Session(root))
    again.open([plan])
    assert (again.counts.unchanged, again.counts.later, again.counts.open) == (3, 1, 0)
    # Other line ends and hyphens are no change.
    text = PLAN.replace("nach der Elternzeit", "nach der Eltern-\n  zeit").replace(
        "vier Nachbarstädten", "fünf Städten"
    )
    plan.write_text(f"{text}- Neues Angebot zur Pflege von Angehörigen\n", encoding="utf-8")
    changed = Triage(Session(root))
    changed.open([plan])
    new, other = sorted(
        (i for i in changed.items if i.state is ItemState.OPEN),
        key=lambda i: i.proposal.origin.line or 0,  # type: ignore[union-attr] # read from a file
    )
    assert (other.proposal.text, other.earlier) == ("Neues Angebot zur Pflege von Angehörigen", None)
    assert new.earlier is not None
    assert "vier Nachbarstädten" in new.earlier.text
    assert (new.earlier.state, new.earlier.evidence) == (ItemState.MERGED, "mentoring")
    assert changed.candidates(new)[0].score == 1.0
    changed.merge(new, "mentoring", ())
    assert changed.counts.open == 1
    assert len(changed.session.value(RECORD)["proposals"]) == 4  # type: ignore[index] # a file of the program
    assert evidence in changed.session.dossier.evidence


def test_certain_ones_together_are_one_step(triage: Triage) -> None:
    session = triage.session
    before = snapshot(session)
    chosen = [about(triage, "Elternzeit"), about(triage, "Coaching")]
    ids = triage.bulk_accept(chosen)
    assert len(ids) == 2
    assert triage.counts.accepted == 2
    session.undo()
    assert snapshot(session) == before
    assert all(item.proposal.certainty == "certain" for item in triage.certain)


def test_all_at_once_stays_unconfirmed(triage: Triage) -> None:
    session = triage.session
    count, left = triage.accept_all()
    assert count == 3
    assert [(item.proposal.text[:10], reason) for item, reason in left] == [
        ("Fortsetzen", "Das kann die Maßnahme „Mentoring für Frauen“ sein.")
    ]
    new = [measure for name, measure in session.dossier.evidence.items() if name != "mentoring"]
    assert {measure.in_cycle("2025").state for measure in new} == {"open"}
    assert {measure.in_cycle("2025").confirmed for measure in new} == {""}
    linked = session.application.answer("af04").criteria
    assert {answer.applies for answer in linked.values()} <= {None}
    assert triage.accept_all() == (0, left)


def test_a_folder_goes_on_past_what_cannot_be_read(session: Session, root: Path, plan: Path) -> None:
    folder = plan.parent / "post"
    (folder / "alt").mkdir(parents=True)
    (folder / "bild.pdf").write_bytes(b"\xff\xd8\xff\xe0JFIF")
    (folder / "leer.txt").write_bytes(b"")
    (folder / "~$Plan.docx").write_bytes(b"x")
    (folder / "alt/Plan.md").write_bytes(PLAN.encode("latin-1", "replace"))
    (folder / "zahlen.csv").write_text("Gruppe;Frauen;Männer\nLG 1.2;12;8\n", encoding="utf-8")
    triage = Triage(session)
    triage.open([folder, root, plan])
    assert [document.id for document in triage.documents] == [
        "plan",
        "zahlen",
        "mappe-stadt-moehringen-x",
        "plan-2",
    ]
    assert [remark.partition(":")[0] for remark in triage.remarks] == ["bild.pdf", "leer.txt"]
    figure = next(item for item in triage.items if item.document == "zahlen")
    assert triage.pointer(figure).endswith("--sheet 1")
    with pytest.raises(EditError, match="tea figures import"):
        triage.accept(figure)
    (other,) = [item for item in triage.items if item.document.startswith("mappe")]
    assert triage.values(other)["target_groups"] == ["Frauen*", "Mitarbeiter*innen"]
    assert triage.candidates(other)[0].score >= 0.95
    with pytest.raises(ForeignFileError, match="Bild"):
        triage.open([folder / "bild.pdf"])


def test_another_dossier_brings_its_measures_without_what_they_point_to(
    session: Session, tmp_path: Path
) -> None:
    other = tmp_path / "andere"
    (other / "evidence").mkdir(parents=True)
    (other / "dossier.yaml").write_text("format: 1\nname: Stadt Trossingen\n", encoding="utf-8")
    (other / "evidence/netz.yaml").write_text(
        "format: 1\ntitle: Frauennetz [/x]\n"
        "summary: |\n  Aus [[paten|den Paten]]: {{staff.women.share}} **Frauen**.\n"
        "action_fields: [af02, af99]\ngoal: Mehr [[weg]].\nsince: 2011\n"
        "proofs:\n  - {title: Seite, url: https://stadt.example}\n"
        "  - {title: Datei, file: attachments/x.pdf}\n",
        encoding="utf-8",
    )
    (other / "evidence/paten.yaml").write_text("format: 1\ntitle: Patenprogramm\n", encoding="utf-8")
    (other / "evidence/kaputt.yaml").write_text("format: 1\ntitle: [\n", encoding="utf-8")
    triage = Triage(session)
    triage.open([other])
    (document,) = triage.documents
    assert (document.source.name, document.id) == ("Mappe Stadt Trossingen", "mappe-stadt-trossingen")
    assert document.remarks == ("evidence/kaputt.yaml: Die Datei lässt sich nicht lesen.",)
    evidence = triage.accept(triage.items[0])
    measure = session.dossier.evidence[evidence]
    assert measure.summary == "Aus Patenprogramm: \\{{staff.women.share}} **Frauen**.\n"
    assert (measure.goal, measure.since, measure.action_fields) == ("Mehr weg.", "2011", ("af02",))
    assert [proof.url for proof in measure.proofs] == ["https://stadt.example"]
    assert schema.errors(Kind.EVIDENCE, session.value(f"evidence/{evidence}.yaml")) == []


def test_a_record_that_cannot_be_read_stops_decisions_and_stays(triage: Triage, root: Path) -> None:
    record = root / RECORD
    record.parent.mkdir()
    record.write_text("format: 1\nproposals: [\n", encoding="utf-8")
    triage.session.poll()
    before = set(triage.session.dossier.evidence)
    for decide in (triage.accept, triage.refuse, triage.later):
        with pytest.raises(EditError):
            decide(about(triage, "Elternzeit"))
    assert set(triage.session.dossier.evidence) == before
    assert not triage.session.dirty
    assert triage.counts.open == 4
