"""Chapters made elsewhere stand in their part of the document, and nowhere else."""

from typing import Any

from markdown_it import MarkdownIt

from tea_assistant.document.blocks import Item, Items, Section, Span
from tea_assistant.document.markdown import assemble, assemble_part, section_anchors
from tea_assistant.model.application import Application
from tea_assistant.services.chapters import chapters
from tests.document.case_files import application_of, load_case

PLAIN = MarkdownIt("commonmark").enable("table")
PART = {"id": "rueckblick", "kind": "progress", "title": "Seit der letzten Auszeichnung"}
MEASURES = Items(
    (
        Item((Span("Mentoring für Frauen", measure="mentoring-fuer-frauen"), Span(" für Bürger*innen [/x]"))),
        Item((Span("„Kantine“", measure="kantine"),)),
    )
)
CHAPTER = {
    "rueckblick": (
        Section("rueckblick", "rueckblick", "Seit der letzten Auszeichnung", 2),
        Section("rueckblick/new", "rueckblick", "Abschluss", 3, (MEASURES,)),
    )
}


def application(**changes: Any) -> Application:
    """Return the whole case with a part for the chapter before the action fields."""
    case = load_case("whole") | changes
    case["catalogue"]["parts"].insert(3, PART)
    return application_of(case)


def test_the_chapter_stands_in_its_part_with_links_that_lead_somewhere() -> None:
    text = assemble(application(), chapters=CHAPTER)
    contents, _, rest = text.partition("## Angaben zur Organisation")
    assert "\n- [Seit der letzten Auszeichnung](#seit-der-letzten-auszeichnung)\n- [Aktionsfeld" in contents
    body = rest[rest.index("## Seit der letzten") : rest.index("## Aktionsfeld 1")]
    assert body == (
        "## Seit der letzten Auszeichnung\n\n### Abschluss\n\n"
        "- [Mentoring für Frauen](#mentoring-für-frauen) für Bürger\\*innen \\[/x\\]\n- „Kantine“\n\n"
    )


def test_headings_of_the_chapter_move_the_anchors_below_it() -> None:
    anchors = section_anchors(application(), chapters=CHAPTER)
    assert anchors["rueckblick"] == "seit-der-letzten-auszeichnung"
    assert (anchors["rueckblick/new"], anchors["af03/closing"]) == ("abschluss", "abschluss-1")


def test_without_a_chapter_the_part_is_left_out() -> None:
    assert assemble(application()) == assemble(application_of(load_case("whole")))
    assert assemble_part(application(), "rueckblick") == ""


def test_the_chapter_alone_links_to_the_files_of_measures() -> None:
    text = assemble_part(application(), "rueckblick", chapters=CHAPTER)
    assert "- [„Kantine“](evidence/kantine.yaml)\n" in text
    assert assemble_part(application(), "af02", chapters=CHAPTER).startswith("## Aktionsfeld 1")


def test_the_chapter_is_made_from_the_dossier_under_the_id_of_its_part() -> None:
    told = chapters(application())
    assert {section.part for section in told["rueckblick"]} == {"rueckblick"}
    text = assemble(application(), chapters=told)
    assert "### Ausgebaut\n\n- [Mentoring für Frauen](#mentoring-für-frauen): zweiter Durchgang" in text
    assert chapters(application(), "af02") == {}


def test_a_first_application_and_an_untold_round_have_no_chapter() -> None:
    assert chapters(application(cycle="2022")) == {"rueckblick": ()}
    untold = {"kampagne": {"title": "Kampagne", "cycles": {"2025": {"state": "open"}}}}
    assert chapters(application(evidence=untold, figures={})) == {"rueckblick": ()}
