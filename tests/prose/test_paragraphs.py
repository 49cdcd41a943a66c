"""Paragraphs: what is found without the parser is what the parser finds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tea_assistant.checks.sentences import sentences
from tea_assistant.checks.vague_words import vague_words
from tea_assistant.prose.gender_notation import gendered_forms
from tea_assistant.prose.gender_star import gender_star
from tea_assistant.prose.markdown import own_copy, parse
from tea_assistant.prose.nesting import bounded_nesting
from tea_assistant.prose.paragraphs import paragraphs
from tea_assistant.prose.references import reference_rules
from tea_assistant.prose.tables import tables_with_references

_PIECES = (
    *("Mitarbeiter*innen und Bürger*innen", "Die Stadt fördert", "im Alltag.", "Das Angebot gilt.", "3. Mai"),
    *(
        "Gleichstellung. Im Jahr 2024",
        "„Zitate überall. Auch hier“",
        "39 % der Beschäftigten",
        "Hauptstr. Die",
    ),
    *(
        "{{staff.total}}",
        "[[mentoring]]",
        "**fett**",
        "`Anweisung. Das`",
        "[/x]",
        "www.stadt.example/a",
        "a@b.example",
    ),
    *(
        "- Punkt",
        "1. Eins",
        "2024. Zwei",
        "# Kopf",
        "> Wort",
        "| a | b |",
        "---",
        "===",
        "(so",
        "§ 5",
        '"ja"',
    ),
    *("**Ort:** Herne", "**Bürger\\*innen**\\\n", "[Ärzt\\*innen](#ä_b)", "[x](javascript:u)", "\\*", "\\\n"),
    *("**", "*", "[", "![", "](u)", "&amp;", "\\_"),
    *(" ", "  ", "\n", "\n\n", "\n \n", "\t", "\r\n", "\0", "\x0b", "    ", "\\", "&auml;", "<b>", "ß", "…"),
)
_PROSE = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=12).map(" ".join) | st.lists(
    st.sampled_from(_PIECES), max_size=12
).map("".join)


@settings(max_examples=50)
@given(_PROSE)
def test_simple_prose_falls_into_the_paragraphs_that_the_parser_finds(prose: str) -> None:
    # A list behind it is more than paragraphs, so that all is left to the parser.
    whole = paragraphs(f"{prose}\n\n<!-- -->\n\n- x")
    found = paragraphs(f"{prose}\n\n<!-- -->")
    assert [(p.text, p.own, p.refers, p.has_sentences) for p in found] == [
        (p.text, p.own, p.refers, p.has_sentences) for p in whole[:-1]
    ]


def test_places_are_those_of_the_prose() -> None:
    first, second = paragraphs("\nDie Stadt\nfördert „sehr\nviel“.\n\n\nDas  Amt auch.\n")
    assert [first.place(first.text.index(word)) for word in ("Die", "fördert", "viel")] == [
        (1, 0),
        (2, 0),
        (3, 0),
    ]
    assert second.place(second.text.index("Amt")) == (6, 5)
    assert first.own == "Die Stadt\nfördert X〇〇〇〇〇〇〇〇〇〇."


@settings(max_examples=50)
@given(_PROSE)
def test_sentences_are_the_same_in_passages_and_in_one(prose: str) -> None:
    # Where code stands, a prose is read in one piece. Behind a blank line a bracket alone is a clause.
    assert list(sentences(f"{prose}\n\n")) == list(sentences(f"{prose}\n\n`"))


def test_vague_words_are_found_in_any_case() -> None:
    for text in (
        *("Regelmäßig.", "immer wieder", "STETIG", "Zahlreiche", "eine Vielzahl von", "mehrere Maßnahmen"),
        *(
            "viele Angebote",
            "immer öfter",
            "deutlich mehr",
            "in der Regel",
            "i. d. R.",
            "i.d.R.",
            "größtenteils",
        ),
        *("soweit möglich", "usw.", "und vieles mehr", "u. v. m.", "u.v.m.", "ſtändig", "eınige Projekte"),
    ):
        assert vague_words(text), text


def test_forms_are_found_among_other_marks() -> None:
    text = "x/y a:b_c *wichtig* Bürger:innen, Schüler_innen; Beamtinnen oder Beamte, LehrerInnen/Kolleg*innen"
    shown = ["Bürger:innen", "Schüler_innen", "Beamtinnen oder Beamte", "LehrerInnen", "Kolleg*innen"]
    assert [form.text for form in gendered_forms(text)] == shown


@settings(max_examples=100)
@given(_PROSE)
def test_plain_text_is_read_as_the_rules_of_the_parser_read_it(prose: str) -> None:
    by_rules = MarkdownIt("commonmark", {"html": False})
    for teach in (tables_with_references, gender_star, reference_rules, bounded_nesting):
        by_rules.use(teach)
    assert parse(prose) == by_rules.parse(prose)
    assert own_copy(parse(prose)) == parse(prose)
