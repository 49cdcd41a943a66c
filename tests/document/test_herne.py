"""The example of Herne, round by round: real texts in real documents."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tea_assistant import resources
from tea_assistant.document.markdown import assemble, section_anchors
from tea_assistant.model.application import Application
from tea_assistant.services.session import Session
from tests.document.test_assemble import emphasised_inside_words, hrefs

PLAIN = MarkdownIt("commonmark").enable("table")


@pytest.fixture(params=["2019", "2022", "2025"])
def application(request: pytest.FixtureRequest, tmp_path: Path) -> Application:
    root = tmp_path / "stadt-herne"
    shutil.copytree(resources.folder("examples") / "stadt-herne", root)
    return Session(root, request.param).application


def test_everything_is_resolved_and_nothing_emphasised_by_accident(application: Application) -> None:
    text = assemble(application, final=True)
    tokens = PLAIN.parse(text)
    assert "{{" not in text
    assert "[[" not in text.replace("\\[", "[")
    assert emphasised_inside_words(tokens) == []
    anchors = {PLAIN.normalizeLink(f"#{anchor}") for anchor in section_anchors(application).values()}
    assert {href for href in hrefs(tokens) if href.startswith("#")} <= anchors


def test_no_heading_stands_over_nothing(application: Application) -> None:
    tokens = PLAIN.parse(assemble(application, final=True))
    openings = [token for token in tokens if token.type.endswith("_open") and token.level == 0]
    assert openings[-1].type != "heading_open"
    for heading, following in pairwise(openings):
        if heading.type == following.type == "heading_open":
            assert following.tag > heading.tag


def test_every_measure_of_the_round_stands_once_in_the_register(application: Application) -> None:
    lines = assemble(application).split("\n")
    register = lines[lines.index("## Maßnahmenverzeichnis") : lines.index("## Anlagenverzeichnis")]
    entries = [line for line in register if line.startswith("### ")]
    assert len(entries) == len(set(entries)) == len(application.links)


def test_figures_stand_with_their_prior_values(application: Application) -> None:
    expected = {
        "2019": "- **Beschäftigte:** 2.984\n",
        "2022": "- **Beschäftigte:** 3.113 (2019: 2.984)\n",
        "2025": "- **Beschäftigte:** 3.345 (2022: 3.113, 2019: 2.984)\n",
    }
    assert expected[application.cycle.id] in assemble(application)


def test_the_same_dossier_gives_the_same_bytes(application: Application, tmp_path: Path) -> None:
    again = Session(tmp_path / "stadt-herne", application.cycle.id).application
    assert assemble(again) == assemble(application)
