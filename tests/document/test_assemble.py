"""Whole documents from case files, and what holds for every document."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from tea_assistant.document.markdown import assemble, assemble_part, section_anchors
from tea_assistant.model.application import Application
from tests.document.case_files import CASES, application_of, load_case

PLAIN = MarkdownIt("commonmark").enable("table")


def assembled(case: dict[str, Any]) -> str:
    return assemble(
        application_of(case),
        gaps=case.get("gaps", {}),
        final=case.get("final", False),
        pictures=case.get("pictures", ""),
    )


def case_with(*path: str, value: object) -> dict[str, Any]:
    """Return the whole case with another value in one place."""
    case = load_case("whole")
    at = case
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return case


@pytest.mark.parametrize("name", ["whole", "empty", "hostile", "small-groups"])
def test_documents_are_as_written_down(name: str) -> None:
    expected = (CASES / f"{name}.md").read_text(encoding="utf-8")
    assert assembled(load_case(name)) == expected


@pytest.mark.parametrize("name", ["whole", "hostile"])
def test_every_link_inside_leads_to_a_heading(name: str) -> None:
    tokens = PLAIN.parse(assembled(load_case(name)))
    anchors = {f"#{anchor}" for anchor in section_anchors(application_of(load_case(name))).values()}
    inside = {href for href in hrefs(tokens) if href.startswith("#")}
    assert inside
    assert inside <= {PLAIN.normalizeLink(anchor) for anchor in anchors}


def test_headings_in_prose_do_not_move_the_links() -> None:
    case = load_case("whole")
    case["answers"]["af03"]["opening"] = (
        "# Mentoring für Frauen\n\n# Abschluss\n\nSiehe [[mentoring-fuer-frauen]]."
    )
    text = assembled(case)
    assert "Siehe [Mentoring für Frauen](#mentoring-für-frauen-1)." in text
    assert section_anchors(application_of(case))["af03/closing"] == "abschluss-1"


def test_hostile_text_gives_no_html_and_no_dangerous_links() -> None:
    tokens = PLAIN.parse(assembled(load_case("hostile")))
    inline = [child for token in tokens for child in token.children or ()]
    assert not [token for token in [*tokens, *inline] if token.type in ("html_block", "html_inline", "image")]
    assert all(href.startswith(("#", "https://example.org/")) for href in hrefs(tokens))


def test_the_draft_mark_is_gone_in_the_final_document() -> None:
    application = application_of(load_case("whole"))
    draft, final = assemble(application), assemble(application, gaps={"Teil": ["Lücke"]}, final=True)
    assert "> **Entwurf**" in draft
    assert "Entwurf" not in final
    assert "Lücke" not in final
    assert "Noch offen ist 1 Punkt:\n>\n> - **Teil** (1): Lücke" in assemble(
        application, gaps={"Teil": ["Lücke"]}
    )


def test_the_contents_of_a_draft_tell_how_far_each_part_is() -> None:
    application, standing = application_of(load_case("whole")), {"af02": (3, 3), "af03": (2, 11)}
    draft = assemble(application, standing=standing)
    assert "(#aktionsfeld-1-organisationskultur-und-bekenntnis): vollständig\n" in draft
    assert "(#aktionsfeld-2-personalarbeit): 2 von 11 erledigt\n" in draft
    assert "(#maßnahmenverzeichnis)\n" in draft
    assert "erledigt" not in assemble(application, standing=standing, final=True)


def test_a_measure_leads_back_to_the_statements_that_rest_on_it() -> None:
    application = application_of(load_case("whole"))
    text, anchors = assemble(application), section_anchors(application)
    known = application.dossier.evidence
    for evidence, links in application.links.items():
        if evidence not in known:
            continue
        entry = text.partition(f"\n### {known[evidence].title}\n")[2]
        assert entry
        for link in links:
            assert f"](#{anchors[f'{link.field}/{link.criterion}']})" in entry.partition("\n### ")[0]


def test_a_part_alone_links_to_the_files_of_measures() -> None:
    application = application_of(load_case("whole"))
    part = assemble_part(application, "af03")
    assert part.startswith("## Aktionsfeld 2: Personalarbeit\n")
    assert "[Mentoring für Frauen](evidence/mentoring-fuer-frauen.yaml), anders als" in part
    assert part.endswith("Das wirkt.\n")
    assert assemble_part(application, "af06") == assemble_part(application, "unbekannt") == ""


def test_an_earlier_round_knows_nothing_of_later_ones() -> None:
    text = assembled(case_with("cycle", value="2022"))
    assert "- **Beschäftigte:** 3.113\n" in text
    assert "zweiter Durchgang" not in text
    assert "Konzept" not in text


def test_what_came_after_the_round_is_left_out() -> None:
    assert "99" not in assembled(load_case("whole"))
    assert "Späterer Bericht" not in assembled(load_case("whole"))


def test_what_is_internal_somewhere_is_internal_everywhere() -> None:
    proofs = [{"title": "Plan", "file": "attachments/gleichstellungsplan.pdf", "release": "internal"}]
    text = assembled(case_with("evidence", "kampagne", "proofs", value=proofs))
    assert "gleichstellungsplan.pdf" not in text
    assert "1. Gleichstellungsplan 2023–2027 (Stand: 04.05.2023; intern)" in text


def test_the_proof_sees_what_an_unescaped_star_does() -> None:
    assert emphasised_inside_words(PLAIN.parse("Mitarbeiter*innen und Bürger*innen"))


WORDS = st.sampled_from(
    [
        *(
            "Bürger*innen",
            "Mitarbeiter*innen",
            "jede*r",
            "und",
            "*wichtig*",
            "**fett**",
            "{{staff.total}}",
            "&auml;",
        ),
        *(
            "[[mentoring-fuer-frauen]]",
            "*",
            "**",
            "_",
            "[/x]",
            "„gut“",
            "- ",
            "# ",
            "\n",
            "\n\n",
            "> ",
            "`",
            "|",
        ),
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=12).map("".join))
def test_no_emphasis_from_a_star_between_letters(statement: str) -> None:
    tokens = PLAIN.parse(assemble(whole_with(statement)))
    assert emphasised_inside_words(tokens) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Wort", "Bürger*innen", "[/x]", "„Zitat“", "ä_b", "<b>", "1.", "&", "#"])))
def test_the_words_of_a_statement_survive(words: list[str]) -> None:
    tokens = PLAIN.parse(assemble(whole_with(" ".join(["Anfang", *words, "Ende"]))))
    shown = [child.content for token in tokens for child in token.children or ()]
    assert " ".join(["Anfang", *words, "Ende"]) in shown


WHOLE = application_of(load_case("whole"))


def whole_with(statement: str) -> Application:
    """Return the whole application with another statement; reading YAML each time would be slow."""
    answer = WHOLE.answer("af03")
    mentoring = replace(answer.criteria["af03-mentoring"], statement=statement)
    changed = replace(answer, criteria={**answer.criteria, "af03-mentoring": mentoring})
    round_ = replace(WHOLE.round, fields={**WHOLE.round.fields, "af03": changed})
    return replace(WHOLE, round=round_)


def hrefs(tokens: list[Token]) -> set[str]:
    inline = (child for token in tokens for child in token.children or ())
    return {str(child.attrs["href"]) for child in inline if child.type == "link_open"}


def emphasised_inside_words(tokens: list[Token]) -> list[str]:
    """Return the text around every single star that makes emphasis and stands between two letters."""
    found = []
    for token in tokens:
        children = [child for child in token.children or () if child.type != "text" or child.content]
        for before, mark, after in zip(children, children[1:], children[2:], strict=False):
            around = before.content[-1:] + after.content[:1]
            # What stands in a code span has its backtick before it.
            letters = len(around) == 2 and around.isalpha() and "code_inline" not in (before.type, after.type)
            if mark.markup == "*" and mark.type.startswith("em_") and letters:
                found.append(token.content)
    return found
