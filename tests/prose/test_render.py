"""Prose goes from Markdown to Markdown: what was text stays text for every reader."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import read_fixture_file

from tea_assistant.prose.markdown import parse
from tea_assistant.prose.references import Mention
from tea_assistant.prose.render import heading_texts, render
from tea_assistant.prose.resolver import Resolver, Target

PLAIN = MarkdownIt("commonmark").enable("table")
CASES = read_fixture_file(Path(__file__).with_name("rendering.txt"))
FIGURES = {("share", ""): "43 %", ("share", "trend"): "43 % (2022: 36 %)", ("count", ""): "5"}
TARGETS = {"mentoring": Target("Mentoring für [Bürger*innen]!", "#mentoring"), "plan": Target("Plan 1_a")}
RESOLVER = Resolver(lambda target, form: FIGURES.get((target, form)), TARGETS.get)


@pytest.mark.parametrize(("line", "title", "prose", "expected"), CASES)
def test_rendering_and_rendering_what_came_out(line: int, title: str, prose: str, expected: str) -> None:
    once = render(prose, RESOLVER, below=2)
    assert once == expected.removesuffix("\n"), f"{title}, line {line}"
    assert render(once, RESOLVER, below=2) == once


def test_the_words_of_headings() -> None:
    tokens = parse("# *Anteil* {{share}} der Bürger*innen\n\n> ## `Code`\n\n#\n")
    assert heading_texts(tokens, RESOLVER) == ["Anteil 43 % der Bürger*innen", "Code"]


PIECES = st.sampled_from(
    [
        *(
            "Bürger*innen",
            "Ärzt*in",
            "{{count}}",
            "{{share|trend}}",
            "{{x|y}}",
            "[[mentoring]]",
            "[[plan]]",
            "{{",
        ),
        *(
            "*",
            "**",
            "_",
            "__",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n\n",
            "a",
            "ü",
            "#",
            "# ",
            ">",
            "> ",
            "- ",
            "* ",
            "+",
        ),
        *(
            "1. ",
            "1",
            "2) ",
            ".",
            "    ",
            "---",
            "===",
            "```",
            "```\n",
            "`",
            "\\",
            "<",
            "<script>",
            "|",
            "!",
            ":",
        ),
        *(
            "<https://a.de/b_c>",
            "&amp;",
            "&auml;",
            "&nbsp;",
            "&#32;",
            "[",
            "]",
            "(u)",
            "[x](u)",
            "~~~",
            "-",
            "=",
        ),
        *("[x](javascript:u)", "![a|b](u)", "| a | b |\n|---|:-:|\n", "\t", "\u2028", "\x85", "{% %}", "$"),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_every_reader_sees_the_same_words(prose: str) -> None:
    """The last word guards against a block that swallows what follows."""
    tokens = PLAIN.parse(render(prose, RESOLVER) + "\n\nENDE\n")
    assert words(tokens) == words(parse(prose)) + "ENDE"
    assert [token.level for token in tokens if token.type == "paragraph_open"][-1] == 0
    assert not [token for token in tokens if token.type.startswith("html")]


def words(tokens: list[Token]) -> str:
    """All that is shown, without spaces, as rendering may set them differently."""
    return "".join("".join(_shown(token).split()) for token in tokens)


def _shown(token: Token) -> str:
    if token.children:
        return "".join(_shown(child) for child in token.children)
    if "mention" in token.meta:
        return _resolved(token.meta["mention"])
    return token.content


def _resolved(mention: Mention) -> str:
    if mention.kind == "figure_reference":
        return FIGURES.get((mention.target, mention.form) if mention.closed else ("", ""), mention.raw)
    target = TARGETS.get(mention.target) if mention.closed else None
    return target.title if target else mention.raw
