"""The fictional city of Musterstadt is a whole application, marked as made up, with flaws that it lists."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.layout import role_of
from tea_assistant.services.figures.audit import audit
from tea_assistant.services.opening import open_dossier
from tea_assistant.services.requests.requests import requests_of
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots.snapshots import kept_states

ROOT = Path(__file__).parents[2]
MUSTERSTADT = ROOT / "examples" / "musterstadt"
SEEDS = ROOT.parent / "shared" / "seeds"
README = (MUSTERSTADT / "README.md").read_text(encoding="utf-8")
FIELDS = ("af01", "af02", "af03", "af04", "af05")

LONGEST_COMMON_RUN = 8
"""Words in a row that names and phrases may share with a real city; a ninth would be copied."""


@cache
def musterstadt() -> Session:
    return open_dossier(MUSTERSTADT)


def own_files() -> list[Path]:
    """Return the files of the dossier, without the copies in its kept states."""
    files = (path for path in MUSTERSTADT.rglob("*") if path.is_file())
    return sorted(path for path in files if "snapshots" not in path.relative_to(MUSTERSTADT).parts)


def test_the_check_finds_the_flaws_that_the_readme_lists_and_nothing_else() -> None:
    listed = re.findall(r"^\| (TEA\d{3}) \| `(.+?)` \|", README, re.MULTILINE)
    assert 5 <= len(listed) <= 8
    found = musterstadt().report.findings
    assert Counter((finding.code, finding.file) for finding in found) == Counter(listed)


def test_the_round_before_was_complete() -> None:
    session = open_dossier(MUSTERSTADT, "2022")
    assert [finding.code for finding in session.report.findings] == ["TEA207"], "the link stands there, too"
    assert session.completeness.overall == 1


def test_every_activity_is_answered_with_an_argument() -> None:
    application = musterstadt().application
    answers = [
        (criterion.id, application.answer(field).criteria[criterion.id])
        for field in FIELDS
        for criterion in application.catalogue.fields[field].criteria
    ]
    assert len(answers) == 44
    assert [known for known, said in answers if not said.applies or not said.evidence] == []
    assert [known for known, said in answers if len(said.statement.split()) < 25] == []


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_begins_and_ends_with_a_text(field: str) -> None:
    answer = musterstadt().application.answer(field)
    assert len(answer.opening.split()) > 50
    assert len(answer.closing.split()) > 50


def test_every_measure_is_dated_decided_and_proven() -> None:
    measures = musterstadt().dossier.evidence
    assert 45 <= len(measures) <= 60
    for evidence in measures.values():
        assert evidence.since, evidence.id
        assert evidence.responsible, evidence.id
        assert evidence.results, evidence.id
        assert evidence.in_cycle("2025").state not in (None, EvidenceState.OPEN), evidence.id
        assert any(proof.file for proof in evidence.proofs), evidence.id
    states = Counter(evidence.in_cycle("2025").state for evidence in measures.values())
    assert set(states) == set(EvidenceState) - {EvidenceState.OPEN}


def test_figures_and_tables_add_up() -> None:
    checked = audit(MUSTERSTADT)
    said = [finding.code for finding in checked.dossier]
    assert said == ["TEA310"], "the sentence that contradicts them, which the README lists"
    assert [file.file for file in checked.files if file.findings] == []


def test_two_have_reviewed_and_a_department_has_answered() -> None:
    session = musterstadt()
    reviews = session.application.round.reviews
    assert sum(bool(review.signoffs) for review in reviews.values()) == 2
    assert sum(len(review.comments) for review in reviews.values()) == 5
    (request,) = requests_of(session)
    assert {answer.verdict for answer in request.answers} == {"accepted"}
    (state,) = kept_states(MUSTERSTADT)
    assert not state.problems


def test_says_in_every_proof_that_it_is_made_up() -> None:
    session = musterstadt()
    assert "fiktiv" in session.dossier.organisation.name
    assert session.dossier.organisation.about.startswith("Musterstadt gibt es nicht.")
    assert "Musterstadt gibt es nicht" in README
    proofs = [path for path in own_files() if path.parent.name == "attachments" and path.suffix != ".svg"]
    assert len(proofs) == 58
    for proof in proofs:
        content = proof.read_bytes()
        assert b"gibt es nicht" in content, proof.name
        assert len(content) < 5_000, proof.name


def test_every_file_has_a_place_in_a_dossier() -> None:
    names = [path.relative_to(MUSTERSTADT).as_posix() for path in own_files()]
    assert [name for name in names if name.endswith(".yaml") and not role_of(name)] == []


@pytest.mark.skipif(not SEEDS.exists(), reason="the published texts are not part of the project")
def test_copies_no_phrase_of_a_real_city() -> None:
    real = set().union(*(runs(seed.read_text(encoding="utf-8")) for seed in SEEDS.glob("*.md")))
    written = [path for path in own_files() if path.suffix in {".yaml", ".md", ".txt", ".csv"}]
    copied = {path.name: runs(path.read_text(encoding="utf-8")) & real for path in written}
    assert {name: phrases for name, phrases in copied.items() if phrases} == {}


def runs(text: str) -> set[str]:
    """Return all runs of words one longer than what may be shared."""
    words = re.findall(r"\w+", text.lower())
    length = LONGEST_COMMON_RUN + 1
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}
