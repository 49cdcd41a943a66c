"""What the Markdown says, every output says: the same words in the same order, whatever is written."""

import html
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tea_assistant import resources
from tea_assistant.document.facts import Facts
from tea_assistant.document.html import write as write_html
from tea_assistant.document.leaf import Leaf, read, words
from tea_assistant.document.theme import PLAIN
from tea_assistant.services.docx_file import docx
from tea_assistant.services.formats import Writer
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.session import Session
from tests.document import docx_reading, html_page

FACTS = Facts("TOTAL E-QUALITY Prädikat 2025", "Stadt Herne", "2025", date(2025, 4, 30))
OUTPUTS: list[tuple[Writer, Callable[[bytes], list[str]]]] = [
    (docx, docx_reading.body_words),
    (write_html, html_page.body_words),
]
"""Each output, with what reads the words of its parts."""
HOSTILE = [
    *(
        '#read("/etc/passwd")',
        '#import "x"',
        "$x$",
        "@y",
        "<label>",
        "\\",
        "`",
        "```\n",
        "[/x]",
        "--",
        "//",
        "%",
    ),
    *("<script>alert(1)</script>", "[x](javascript:alert(1))", "<b>roh</b>", "]]>", "&amp;", "&#0;"),
    *("![Bild](https://example.org/x.png)", "![Bild](../../x.png)", "😀", "שלום עולם", "\u202eabc", "\u2066"),
    *("x" * 5000, "\x00", "\x07", "Mitarbeiter*innen und Bürger*innen", "„Anführungszeichen“", "**fett**"),
    *("*", "_", "\n\n", "\n- ", "\n1. ", "\n> ", "\n\n| a | b |\n|-|-|\n| c | d |\n", "\n### Titel\n"),
    *("[[a]]", "{{b}}", "[T](#teil)", "[I](#inhalt)", "[fort](https://example.org/a)"),
]


@pytest.mark.parametrize("final", [False, True])
def test_every_output_of_the_example_has_the_words_of_its_markdown(tmp_path: Path, *, final: bool) -> None:
    root = tmp_path / "stadt-herne"
    shutil.copytree(resources.folder("examples") / "stadt-herne", root)
    written = manuscript(Session(root, "2019"), final=final)
    pictures = written.pictures()
    expected = rendered_words(written.markdown)
    assert len(expected) > 1000
    for write, read_words in OUTPUTS:
        assert read_words(write(written.leaf(pictures), pictures, written.theme, written.facts)) == expected


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), max_size=12))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_text_is_harmless_and_whole(pieces: list[str]) -> None:
    markdown = f"# Titel\n\n## Inhalt\n\n- [Teil](#teil)\n\n## Teil\n\n{' '.join(pieces)}\n"
    leaf = read(markdown)
    for write, read_words in OUTPUTS:
        made = write(leaf, {}, PLAIN, FACTS)
        assert read_words(made) == leaf_words(leaf)
        assert write(read(markdown), {}, PLAIN, FACTS) == made


def rendered_words(markdown: str) -> list[str]:
    """Return the words of the parts as any reader of Markdown shows them, with the captions of pictures."""
    shown = MarkdownIt("commonmark").enable("table").render(markdown)
    parts = shown[shown.index("<h2", shown.index("<h2") + 1) :]
    captioned = re.sub(r'<img [^>]*title="([^"]*)"[^>]*>', r" \1 ", parts)
    inside = re.sub(r"</?(?:em|strong|a|code)\b[^>]*>", "", captioned)
    return html.unescape(re.sub(r"<[^>]*>", " ", inside)).split()


def leaf_words(leaf: Leaf) -> list[str]:
    """Return the words of the parts as outputs get them, without pictures."""
    return " ".join(_shown(token) for token in leaf.body).split()


def _shown(token: Token) -> str:
    return words(token) if token.type == "inline" else token.content
