"""Herne's rounds as one chain: 2019 under the old instrument, 2022, 2025, and the next one."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from tea_assistant.figures.german import delta_text
from tea_assistant.model.cycle import FieldAnswer
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.finding import Severity
from tea_assistant.renewal.developments import Development, MeasureProgress
from tea_assistant.renewal.progress import Progress, progress
from tea_assistant.services.progress_report import as_markdown
from tea_assistant.services.renew import renew
from tea_assistant.services.renew_undo import undo_renewal
from tea_assistant.services.session import Session
from tests.renewal.conftest import HERNE, Cut, contents, opened

CHAPTER = Path(__file__).with_name("herne-2022-2025.md")
STEPS = [("2019", "2022"), ("2022", "2025"), ("2025", "2028")]
DECISIONS = {
    "hf01-frauen-in-fuehrung": ("af03-nachfolgeplanung",),
    "hf01-teilzeit": ("af04-fuehrung-in-teilzeit",),
    "hf03-coaching": ("af03-fuehrungskraefte",),
    "hf03-ausbildung": ("af02-sensibilisierung", "af05-agg-schulung"),
}


def find(found: Progress, evidence: str) -> MeasureProgress:
    return next(measure for measure in found.measures if measure.evidence.id == evidence)


def texts(answers: Mapping[str, FieldAnswer]) -> str:
    found: list[str] = []
    for answer in answers.values():
        found += [answer.opening, answer.closing]
        found += [criterion.statement for criterion in answer.criteria.values()]
        found += [own.statement for own in answer.own_criteria]
    return "\n".join(found)


@pytest.fixture(scope="module")
def herne() -> Session:
    return opened(HERNE)


@pytest.mark.parametrize(("old", "new"), STEPS)
def test_each_round_begins_from_the_one_before(herne_until: Cut, old: str, new: str) -> None:
    root = herne_until(old)
    before = contents(root)
    session = opened(root)
    done = renew(session, new)
    session.open_round(new)
    after = contents(root)
    cycle = session.application.cycle
    assert (cycle.catalogue, cycle.renews, cycle.award) == (
        "verwaltung-2021",
        old,
        STEPS.index((old, new)) + 2,
    )
    assert session.report.counts[Severity.ERROR] == 0
    # Only measures have changed, each by its new entry.
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {f"evidence/{name}.yaml" for name in done.plan.opened}
    entry = f'  "{new}":\n    state: open\n'.encode()
    assert all(after[name].replace(entry, b"") == before[name] for name in changed)
    # Nothing of the old texts is missing, and all of them are marked.
    old_texts = texts(session.dossier.rounds[old].fields)
    new_texts = texts(session.dossier.rounds[new].fields)
    assert [line for line in old_texts.splitlines() if line not in new_texts] == []
    assert renew(opened(root), new).is_done
    assert contents(root) == after
    undo_renewal(session, new)
    assert contents(root) == before


def test_2019_moves_along_what_replaces_what(herne_until: Cut) -> None:
    root = herne_until("2019")
    session = opened(root)
    renew(session, "2022", decisions=DECISIONS)
    fields = session.dossier.rounds["2022"].fields
    places = {
        criterion: said.evidence
        for answer in fields.values()
        for criterion, said in answer.criteria.items()
        if said.applies
    }
    assert places == {
        "af01-chancengleichheitsstrategie": ("chancengleichheitsstrategie", "buero-gleichstellung-vielfalt"),
        "af01-gleichstellungsplan": ("gleichstellungsplan",),
        "af02-sensibilisierung": ("azubi-workshop",),
        "af02-angebote": ("beratung-bei-trennung", "erwerbssituation-von-frauen"),
        "af03-nachfolgeplanung": ("gleichstellungsplan",),
        "af03-mentoring": ("mentoring-fuer-frauen",),
        "af03-fuehrungskraefte": ("coaching-fuer-frauen", "qualifizierung-erste-fuehrungsebene"),
        "af04-arbeitszeitmodelle": ("flexible-arbeitszeitmodelle",),
        "af04-fuehrung-in-teilzeit": ("fuehrung-in-teilzeit",),
        "af04-kinderbetreuung": ("kinderbetreuung",),
        "af05-agg-schulung": ("azubi-workshop",),
        "af05-runder-tisch": ("massnahmen-haeusliche-gewalt",),
    }
    coaching = fields["af03"].criteria["af03-fuehrungskraefte"].statement
    assert "Coaching" in coaching.split("\n\n")[0]
    assert "Diversity" in coaching.split("\n\n")[1]
    assert [own.id for own in fields["af04"].own_criteria] == ["eltern-kind-tag"]
    # Two old fields open one new field.
    assert "{{staff.total}}" in fields["af01"].opening.split("\n\n")[0]
    assert "1987" in fields["af01"].opening.split("\n\n")[1]
    assert session.dossier.rounds["2022"].cycle.decisions == DECISIONS
    assert not fields["af05"].opening


def test_the_office_announced_in_2019_was_realised(herne: Session) -> None:
    found = progress(herne.dossier, "2019", "2022")
    office = find(found, "buero-gleichstellung-vielfalt")
    assert (office.development, office.planned) == (Development.NEW, "2019")
    (due,) = (d for d in found.expectations if d.expectation.id == "buero-fuer-vielfalt")
    assert due.answer
    assert due.answer.state == "done"
    assert found.since_award


def test_on_and_re_boarding_was_planned_and_has_no_outcome(herne: Session, herne_until: Cut) -> None:
    assert (
        find(progress(herne.dossier, "2019", "2022"), "on-und-re-boarding").development is Development.PLANNED
    )
    found = progress(herne.dossier, "2022", "2025")
    boarding = find(found, "on-und-re-boarding")
    assert (boarding.development, boarding.planned) == (Development.UNDECIDED, "2022")
    assert [due.expectation.id for due in found.unanswered] == ["on-und-re-boarding"]
    plan = renew(opened(herne_until("2025")), "2028").plan
    assert "on-und-re-boarding" in plan.opened
    assert "on-und-re-boarding" in [due.expectation.id for due in plan.tasks]


def test_the_share_of_women_between_30_and_50_was_noticed(herne: Session, herne_until: Cut) -> None:
    found = progress(herne.dossier, "2022", "2025")
    ages = {f.indicator: f for f in found.figures if "age" in f.indicator}
    assert all(figure.is_fresh for figure in ages.values())
    assert {name: figure.now and figure.now.number for name, figure in ages.items()} == {
        "leadership.age_over_50.women.share": Fraction(48),
        "leadership.age_30_50.women.share": Fraction(37),
    }
    tasks = renew(opened(herne_until("2025")), "2028").plan.tasks
    assert [(due.round, due.expectation.id, due.expectation.kind) for due in tasks] == [
        ("2019", "frauenanteil-fuehrung", "announced"),
        ("2022", "on-und-re-boarding", "announced"),
        ("2025", "fuehrung-30-50", "noticed"),
        ("2025", "nachfolge-in-der-fuehrung", "noticed"),
        ("2025", "fortschritte-bis-2028", "asked"),
    ]


def test_part_time_leadership_grew_and_then_was_not_counted(herne: Session) -> None:
    counts = ("leadership.part_time.women", "leadership.part_time.men")
    first = {f.indicator: f for f in progress(herne.dossier, "2019", "2022").figures}
    grown = [first[name].difference for name in counts]
    assert [delta_text(difference) for difference in grown if difference] == ["+6", "±0"]
    second = progress(herne.dossier, "2022", "2025")
    assert {*counts} <= {gap.indicator for gap in second.gaps}
    assert {gap.then and gap.then.number for gap in second.gaps if gap.indicator in counts} == {21, 4}


def test_the_share_of_women_who_lead_rose_from_round_to_round(herne: Session) -> None:
    rises = {
        (old, new): next(
            f.difference and delta_text(f.difference)
            for f in progress(herne.dossier, old, new).figures
            if f.indicator == "leadership.women.share"
        )
        for old, new in (("2019", "2022"), ("2022", "2025"), ("2019", "2025"))
    }
    assert rises == {
        ("2019", "2022"): "+2\u00a0Prozentpunkte",
        ("2022", "2025"): "+7\u00a0Prozentpunkte",
        ("2019", "2025"): "+9\u00a0Prozentpunkte",
    }


def test_after_2025_everything_waits_for_a_person(herne_until: Cut) -> None:
    session = opened(herne_until("2025"))
    plan = renew(session, "2028").plan
    found = progress(session.dossier, "2025", "2028")
    assert {m.evidence.id for m in found.of(Development.UNDECIDED)} == set(plan.opened)
    assert len(found.measures) == len(plan.opened) == 28
    assert found.figures_missing
    assert len(found.unanswered) == 5


@pytest.fixture
def worked_through(herne_until: Cut) -> Callable[[], Session]:
    """Return a function that makes the round of 2028 and answers some of its questions."""

    def work() -> Session:
        from tea_assistant.store.yaml.writer import Change

        session = opened(herne_until("2025"))
        renew(session, "2028")
        for name, entry in (
            ("herne-mit-respekt", {"state": "expanded", "change": "Nun auch in Vereinen"}),
            ("on-und-re-boarding", {"state": "new"}),
            ("mentoring-fuer-frauen", {"state": "ended", "reason": "Im Führungsprogramm aufgegangen"}),
        ):
            session.edit(f"evidence/{name}.yaml", [Change(("cycles", "2028"), entry)], "Stand")
        return session

    return work


def test_what_people_decide_stands_in_the_next_chapter(worked_through: Callable[[], Session]) -> None:
    session = worked_through()
    found = progress(session.dossier, "2025", "2028")
    assert find(found, "herne-mit-respekt").development is Development.EXPANDED
    assert find(found, "mentoring-fuer-frauen").said.reason == "Im Führungsprogramm aufgegangen"
    boarding = find(found, "on-und-re-boarding")
    assert (boarding.development, boarding.planned) == (Development.NEW, "2022")
    assert session.dossier.evidence["on-und-re-boarding"].in_cycle("2028").state is EvidenceState.NEW


def test_the_chapter_from_2022_to_2025_is_the_one_that_was_read_against_the_jury_text(herne: Session) -> None:
    assert as_markdown(herne, "2022", "2025") == CHAPTER.read_text(encoding="utf-8")
