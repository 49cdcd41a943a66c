"""The catalogue's own words suggest a field: what they say on invented texts, and how well on a real plan."""

import csv
import sys
from functools import cache
from pathlib import Path

import pytest

from tea_assistant.importing.catalogue_words import CatalogueWords, catalogue_words
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.proposals.proposals import propose
from tea_assistant.importing.suggestions import Suggestion, suggest
from tea_assistant.importing.word_stems import speaks_of, stem_of, words_of
from tea_assistant.model.proposal import CERTAIN, Proposal
from tea_assistant.store.catalogue_files import shipped

LABELS = Path(__file__).parent / "rheine_labels.tsv"
RHEINE = Path(__file__).parents[3] / "shared" / "seeds" / "stadt-rheine-gleichstellungsplan.md"


@cache
def words(catalogue_id: str = "verwaltung-2021") -> CatalogueWords:
    reading = shipped(catalogue_id)
    assert reading is not None
    return catalogue_words(reading.catalogue, "verwaltung")


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("Ferienbetreuung für Kinder von Mitarbeiter*innen [/x]", "af04-kinderbetreuung"),
        ("Leitungsstellen werden auch für Führung in Teilzeit geöffnet", "af04-fuehrung-in-teilzeit"),
        ("Konfliktlots*innen unterstützen Beschäftigte", "af05-konfliktlotsinnen"),
        ("Unterzeichnung der „Charta der Vielfalt“", "af02-selbstverpflichtungen"),
        ("Leitfaden für geschlechtergerechte Sprache", "af01-sprachleitfaden"),
        ("Stellenausschreibungen sprechen Frauen ausdrücklich an", "af03-recruiting"),
    ],
)
def test_a_text_is_placed_by_its_words(text: str, criterion: str) -> None:
    found = suggest(text, [], words())
    assert (found.action_field, found.criterion) == (criterion[:4], criterion)
    assert "Wörter im Text: „" in found.reason


def test_a_heading_decides_where_a_text_says_little() -> None:
    text = "Das [/x] wird weiter geprüft"
    found = suggest(text, ["Handlungsfeld Vereinbarkeit von Beruf und Familie"], words())
    assert found.action_field == "af04"
    assert "in der Überschrift: „Familie“, „Vereinbarkeit“" in found.reason


def test_the_older_catalogue_has_words_of_its_own() -> None:
    assert (
        suggest("Telearbeit für Beschäftigte", [], words("verwaltung-2015")).criterion == "hf04-arbeitszeit"
    )


def test_where_nothing_speaks_nothing_is_suggested() -> None:
    assert suggest("§ 4 [/x] …", [], words()) == Suggestion()
    assert suggest("Mentoring", [], CatalogueWords()) == Suggestion()


def test_fields_of_another_sector_are_not_suggested() -> None:
    assert suggest("Berufungskommissionen für Professuren", [], words()).action_field != "af06"


def test_compounds_speak_of_their_parts_and_gender_forms_of_one_word() -> None:
    assert speaks_of(stem_of("teilzeitbeschäftigte"), stem_of("teilzeit"))
    assert not speaks_of(stem_of("durchführung"), stem_of("führung"))
    assert {word.stem for word in words_of("Berater*innen, Berater/in, Berater:innen, Berater")} == {"berat"}


def labelled() -> list[tuple[dict[str, str], Proposal]]:
    """Give each labelled line with what is proposed from it."""
    reading = shipped("verwaltung-2021")
    assert reading is not None
    found = propose(read_document(RHEINE.name, RHEINE.read_bytes()), reading.catalogue, "verwaltung")
    at = {proposal.origin.line: proposal for proposal in found if proposal.origin}
    lines = [line for line in LABELS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(row, at[int(row["line"])]) for row in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.skipif(not RHEINE.exists(), reason="the public documents are not part of this repository")
def test_a_real_plan_is_placed_as_well_as_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """The rules were made on every second line; the errors of the others were counted once, at the end."""
    rows = labelled()
    assert all(row["kind"] == found.kind for row, found in rows)
    floors = {"development": (41, 42, 34), "held out": (35, 40, 26)}
    for half, (name, floor) in enumerate(floors.items()):
        part = rows[half::2]
        exact = [row["field"] == found.action_field for row, found in part]
        fair = [
            found.action_field in (row["field"], *filter(None, row["also"].split(","))) for row, found in part
        ]
        criterion = [row["criterion"] == found.criterion for row, found in part]
        certain = [right for right, (_, found) in zip(fair, part, strict=True) if found.confidence >= CERTAIN]
        with capsys.disabled():
            sys.stdout.write(
                f"\n{name}: {len(part)} lines; best field {sum(exact)}, a fitting field {sum(fair)}, "
                f"criterion {sum(criterion)}; certain {len(certain)}, of these right {sum(certain)}"
            )
        assert all(a >= b for a, b in zip((sum(exact), sum(fair), sum(criterion)), floor, strict=True))
        assert len(certain) >= 15
        assert sum(certain) >= 0.95 * len(certain)
