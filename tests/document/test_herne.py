"""The example of Herne, round by round: real texts in real documents."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tea_assistant import resources
from tea_assistant.document.markdown import assemble, section_anchors
from tea_assistant.model.application import Application
from tea_assistant.services.chapters import chapters
from tea_assistant.services.session import Session
from tests.document.test_assemble import emphasised_inside_words, hrefs

PLAIN = MarkdownIt("commonmark").enable("table")


@pytest.fixture(params=["2019", "2022", "2025"])
def application(request: pytest.FixtureRequest, tmp_path: Path) -> Application:
    root = tmp_path / "stadt-herne"
    shutil.copytree(resources.folder("examples") / "stadt-herne", root)
    return Session(root, request.param).application


def test_everything_is_resolved_and_nothing_emphasised_by_accident(application: Application) -> None:
    told = chapters(application)
    text = assemble(application, final=True, chapters=told)
    tokens = PLAIN.parse(text)
    assert "{{" not in text
    assert "[[" not in text.replace("\\[", "[")
    assert emphasised_inside_words(tokens) == []
    found = section_anchors(application, chapters=told).values()
    anchors = {PLAIN.normalizeLink(f"#{anchor}") for anchor in found}
    assert {href for href in hrefs(tokens) if href.startswith("#")} <= anchors


def test_no_heading_stands_over_nothing(application: Application) -> None:
    tokens = PLAIN.parse(assemble(application, final=True, chapters=chapters(application)))
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
    first, second = (assemble(one, chapters=chapters(one)) for one in (application, again))
    assert first == second


def test_what_changed_since_the_last_award_stands_before_the_action_fields(
    application: Application,
) -> None:
    text = assemble(application, final=True, chapters=chapters(application))
    if application.cycle.id == "2019":
        assert "Seit der letzten Auszeichnung" not in text
        return
    order = ["## Grundverständnis\n", "## Seit der letzten Auszeichnung\n", "## Aktionsfeld 1:"]
    places = [text.index(heading) for heading in order]
    assert places == sorted(places)
    assert "- [Seit der letzten Auszeichnung](#seit-der-letzten-auszeichnung)\n" in text
    assert "Noch offen" not in text


@pytest.mark.parametrize("application", ["2025"], indirect=True)
def test_the_share_of_women_who_lead_is_told_as_published(application: Application) -> None:
    text = assemble(application, chapters=chapters(application))
    assert "34\u00a0% (2019) → 36\u00a0% (2022) → 43\u00a0% (2025)" in text
    chapter = text[text.index("## Seit der letzten") : text.index("## Aktionsfeld 1:")]
    assert "| Frauenanteil in Führungspositionen | 36 % | 43 % | +7 Prozentpunkte¹ |" in chapter
    assert "Nur 34 Prozent der Fachbereichsleitungen" in chapter
    assert "Der Frauenanteil in der Führung ist von 36 auf 43 Prozent gestiegen." in chapter
    told = "Es entsteht ein breites gesellschaftliches Bündnis (2025).\n"
    assert f"- [Kampagne „Herne mit Respekt“](#kampagne-herne-mit-respekt): {told}" in chapter
    assert "Re-Boarding" not in chapter
