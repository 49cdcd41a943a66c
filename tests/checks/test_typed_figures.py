"""Sentences as offices write them, and what is said of their numbers: better nothing than something wrong."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.checks.old_figures import old_figures_typed
from tea_assistant.checks.sentences import TokenKind, passages, place_in, sentences
from tea_assistant.checks.typed_figures import Verdict, reader_of, typed_figures
from tea_assistant.model.application import Application
from tea_assistant.model.cycle import Cycle, FieldAnswer, Round
from tea_assistant.model.decoding import decode
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.labels import Labels
from tea_assistant.model.source import Source
from tea_assistant.store.catalogue_files import shipped

SENTENCES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
PLAN = Path(__file__).parents[3] / "shared" / "seeds" / "stadt-rheine-gleichstellungsplan.md"
PIECES = ["39 %", "Frauen", "Führung", " ", "\n", ",", ". ", "(", "{{", "}}", "„", "“", "2022", "\x01", "|"]
_NOW = """
as_of: "2024-12-31"
rows:
  - {group: staff, total: 3345, women: 1990, men: 1355}
  - {group: staff, employment: part, total: 1100, women: 940, men: 160}
  - {group: leadership, total: 260, women: 105}
  - {group: leadership, employment: part, women: 38, men: 9}
  - {group: leadership, age: "über 50", total: 130, women: 62}
  - {group: leadership, age: "30–50", total: 120, women: 44}
"""
_BEFORE = """
as_of: "2021-12-31"
rows:
  - {group: staff, total: 3113, women: 1837}
  - {group: leadership, total: 224, women: 81}
"""


@cache
def dossier() -> Dossier:
    catalogue = shipped("verwaltung-2021")
    assert catalogue is not None
    figures = {
        name: decode(FigureSet, yaml.safe_load(text), id=name, where=Source(f"figures/{name}.yaml"))
        for name, text in (("2024-12-31", _NOW), ("2021-12-31", _BEFORE))
    }
    organisation = Organisation(Source("dossier.yaml"), name="Stadt Musterstadt", place="Musterstadt")
    return Dossier(organisation, figures=figures, catalogues={"verwaltung-2021": catalogue.catalogue})


def application(prose: str) -> Application:
    answer = FieldAnswer("af03", where=Source("cycles/2025/fields/af03.yaml"), opening=prose)
    before = Round(Cycle("2022", where=Source("cycles/2022/cycle.yaml"), figures="2021-12-31"), {}, None)
    now = Cycle("2025", where=Source("cycles/2025/cycle.yaml"), renews="2022", figures="2024-12-31")
    rounds = {"2022": before, "2025": Round(now, {"af03": answer}, None)}
    whole = Dossier(
        dossier().organisation, figures=dossier().figures, rounds=rounds, catalogues=dossier().catalogues
    )
    return Application(whole, rounds["2025"], whole.catalogues["verwaltung-2021"], Labels())


def said(prose: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"wrong": {}, "typed": {}}
    for typed in typed_figures(application(prose)):
        kind = "wrong" if typed.verdict is Verdict.WRONG else "typed"
        found[kind][typed.mention.token.text] = typed.mention.indicator.id
    return found


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:60])
def test_a_number_is_judged_where_its_sentence_leaves_no_doubt(sentence: dict[str, Any]) -> None:
    assert said(sentence["text"]) == {"wrong": sentence.get("wrong", {}), "typed": sentence.get("typed", {})}


def test_there_are_enough_sentences_to_trust_the_silence() -> None:
    assert len(SENTENCES) >= 40
    assert sum("wrong" not in s and "typed" not in s for s in SENTENCES) >= 20


@given(st.lists(st.sampled_from(PIECES)).map("".join))
@settings(max_examples=50)
def test_any_prose_is_read_without_harm_and_numbers_keep_their_place(prose: str) -> None:
    for sentence in sentences(prose):
        for clause in sentence:
            for token in clause.tokens:
                line, column = place_in(prose, token.at)
                if token.kind is TokenKind.SHARE:
                    assert prose.split("\n")[line][column:].startswith(token.text)
    typed_figures(application(prose))


def test_a_text_full_of_numbers_is_read_in_no_time() -> None:
    assert said("12 Frauen in der Führung 39 % " * 5000) == {"wrong": {}, "typed": {}}


@pytest.mark.skipif(not PLAN.is_file(), reason="the document is not there")
def test_another_towns_plan_of_a_hundred_pages_gives_no_false_report() -> None:
    assert said(PLAN.read_text(encoding="utf-8"))["wrong"] == {}


@given(
    st.lists(st.sampled_from([*PIECES, "81 ", "Männer", "Beschäftigte wollen. ", "Der Anteil"]), max_size=25)
)
@settings(max_examples=100)
def test_a_prose_that_cannot_mention_a_figure_mentions_none(pieces: list[str]) -> None:
    prose = "".join(pieces)
    reader = reader_of(application(prose))
    assert reader.may_mention(prose) or not list(reader.mentions(passages(prose)))


@pytest.mark.parametrize(
    ("prose", "old"),
    [
        ("Frauen unter den Beschäftigten gab es 1.837.", ["1.837"]),
        ("Neben den Frauen zählte die Stadt 1.837 Männer unter den Beschäftigten.", []),
    ],
)
def test_a_sentence_that_names_another_figure_has_no_old_value_of_this_one(
    prose: str, old: list[str]
) -> None:
    assert [typed.raw for _, typed, _ in old_figures_typed(application(prose))] == old
