"""What the Markdown says, every output says: the same words in the same order, whatever is written."""

import html
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tea_assistant import resources
from tea_assistant.document.chart_svg import chart_svg
from tea_assistant.document.facts import Facts
from tea_assistant.document.html.page import write as write_html
from tea_assistant.document.leaf import Leaf, read, words
from tea_assistant.document.markdown import assembled
from tea_assistant.document.theme import PLAIN
from tea_assistant.document.typst.pdf import pdf
from tea_assistant.services.docx_file import docx
from tea_assistant.services.formats import Writer
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.session import Session
from tests.document import docx_reading, html_page, pdf_reading
from tests.document.case_files import application_of, load_case

FACTS = Facts("TOTAL E-QUALITY Prädikat 2025", "Stadt Herne", "2025", date(2025, 4, 30))
EXACT: list[tuple[Writer, Callable[[bytes], list[str]]]] = [
    (write_html, html_page.body_words),
    (docx, docx_reading.body_words),
]
"""Each output that holds its text as text, with what reads the words of its parts."""
OUTPUTS = [*EXACT, (pdf, pdf_reading.body_words)]
"""All outputs; a PDF holds shapes of letters, in the order in which they stand on paper."""
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


@pytest.mark.parametrize(("cycle", "final"), [("2019", True), ("2025", False)])
def test_every_output_of_the_example_has_the_words_of_its_markdown(
    tmp_path: Path, cycle: str, *, final: bool
) -> None:
    root = tmp_path / "stadt-herne"
    shutil.copytree(resources.folder("examples") / "stadt-herne", root)
    written = manuscript(Session(root, cycle), final=final)
    pictures = written.pictures(titled=False)
    expected = rendered_words(written.markdown)
    assert len(expected) > 1000
    # All are made of the very same tokens: none may leave them changed.
    leaf = written.leaf(pictures)
    for write, read_words in OUTPUTS:
        assert read_words(write(leaf, pictures, written.theme, written.facts)) == expected


@pytest.mark.parametrize("name", ["whole", "empty", "hostile", "small-groups"])
def test_every_output_of_a_small_dossier_has_the_words_of_its_markdown(name: str) -> None:
    case = load_case(name)
    written = assembled(application_of(case), gaps=case.get("gaps", {}), pictures="bilder")
    pictures = {f"bilder/{file}": chart_svg(chart, titled=False) for file, chart in written.charts.items()}
    leaf = read(written.text, pictures)
    expected = rendered_words(written.text)
    for write, read_words in OUTPUTS:
        assert read_words(write(leaf, pictures, PLAIN, FACTS)) == expected


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), max_size=12))
@example(["\n> "])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_text_is_harmless_and_whole(pieces: list[str]) -> None:
    markdown = f"# Titel\n\n## Inhalt\n\n- [Teil](#teil)\n\n## Teil\n\n{' '.join(pieces)}\n"
    leaf = read(markdown)
    for write, read_words in EXACT:
        made = write(leaf, {}, PLAIN, FACTS)
        assert read_words(made) == leaf_words(leaf)
        assert write(read(markdown), {}, PLAIN, FACTS) == made


def rendered_words(markdown: str) -> list[str]:
    """Return the words of the parts as any reader of Markdown shows them, with the captions of pictures."""
    shown = MarkdownIt("commonmark").enable("table").render(markdown)
    # In front stand the title, and as the first heading of this level the contents.
    parts = re.split("(?=<h2)", shown)[2:]
    captioned = re.sub(r'<img [^>]*title="([^"]*)"[^>]*>', r" \1 ", "".join(parts))
    inside = re.sub(r"</?(?:em|strong|a|code)\b[^>]*>", "", captioned)
    return html.unescape(re.sub(r"<[^>]*>", " ", inside)).split()


def leaf_words(leaf: Leaf) -> list[str]:
    """Return the words of the parts as outputs get them, without pictures."""
    return " ".join(_shown(token) for token in leaf.body).split()


def _shown(token: Token) -> str:
    return words(token) if token.type == "inline" else token.content
