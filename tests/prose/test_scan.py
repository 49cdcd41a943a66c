"""References are found where they stand, and only where they are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import references

FIGURE, EVIDENCE = ReferenceKind.FIGURE, ReferenceKind.EVIDENCE


def test_a_prose_with_all_that_references_may_stand_in() -> None:
    text = (
        "# Anteil {{a.share}} #\n"
        "\n"
        "Für Bürger*innen: {{a.share|trend}} und [[mentoring-für]], *{{ b | delta }}*\n"
        "   dann [[mentoring-fuer-frauen]].\n"
        "\n"
        "1. Punkt\n"
        "   - tief {{c}}\n"
        "     weiter [siehe {{d}}](https://example.org)\n"
        "> Zitat [[e]]\n"
        "lose {{f}}\n"
        "\n"
        "Titel {{g}}\n"
        "===\n"
    )
    found = [(r.kind, r.target, r.form, r.line, r.column, r.raw) for r in references(text)]
    assert found == [
        (FIGURE, "a.share", "", 0, 9, "{{a.share}}"),
        (FIGURE, "a.share", "trend", 2, 18, "{{a.share|trend}}"),
        (EVIDENCE, "mentoring-für", "", 2, 40, "[[mentoring-für]]"),
        (FIGURE, "b", "delta", 2, 60, "{{ b | delta }}"),
        (EVIDENCE, "mentoring-fuer-frauen", "", 3, 8, "[[mentoring-fuer-frauen]]"),
        (FIGURE, "c", "", 6, 10, "{{c}}"),
        (FIGURE, "d", "", 7, 19, "{{d}}"),
        (EVIDENCE, "e", "", 8, 8, "[[e]]"),
        (FIGURE, "f", "", 9, 5, "{{f}}"),
        (FIGURE, "g", "", 11, 6, "{{g}}"),
    ]


def test_cells_of_a_table_may_hold_references_with_a_form() -> None:
    text = (
        "> | Wer \\| was {{a}} | {{b|trend}} |\n> |---|---|\n> | {{b|trend}} x \\| {{b\\|delta}} | [[c]] |\n"
    )
    assert [(r.target, r.form, r.line, r.column) for r in references(text)] == [
        ("a", "", 0, 15),
        ("b", "trend", 0, 23),
        ("b", "trend", 2, 4),
        ("b", "delta", 2, 21),
        ("c", "", 2, 36),
    ]


def test_references_in_code_and_after_a_backslash_are_text() -> None:
    assert references("`{{a}}` \\{{b}} \\[[c]]\n\n    {{d}}\n\n```\n[[e]]\n```\n") == ()


def test_what_is_malformed_is_named_as_it_is_written() -> None:
    text = (
        "{{foo bar}} {{x|quatsch}} {{}} [[Mentoring für Frauen]]\n"
        "{{leadership.women.share}\n"
        "[[mentoring]\n"
        "und {{ so"
    )
    assert [(r.target, r.form, r.raw, r.closed) for r in references(text)] == [
        ("foo bar", "", "{{foo bar}}", True),
        ("x", "quatsch", "{{x|quatsch}}", True),
        ("", "", "{{}}", True),
        ("Mentoring für Frauen", "", "[[Mentoring für Frauen]]", True),
        ("leadership.women.share", "", "{{leadership.women.share", False),
        ("mentoring", "", "[[mentoring", False),
    ]


@pytest.mark.parametrize("text", ["[[Anlage](https://example.org)]", "[[sic!]", "a {{", "[[", "{ {x} }"])
def test_brackets_that_are_no_reference(text: str) -> None:
    assert references(text) == ()


def test_the_text_of_a_picture() -> None:
    found = references("{{a}} ![Bild {{a}} zu {{b}}](x.png) {{a}}")
    assert [(r.target, r.column) for r in found] == [("a", 0), ("a", 13), ("b", 22), ("a", 36)]


def test_characters_that_the_parser_replaces() -> None:
    assert [(r.line, r.column, r.target) for r in references("\0 a\r{{\0}}")] == [(1, 0, "\ufffd")]


def test_windows_line_ends_and_blank_lines_before_the_text() -> None:
    assert [(r.line, r.column) for r in references("a\r\nb {{x}}\r\n\r\n\x0b\r\n{{y}}")] == [(1, 2), (4, 0)]


PIECES = st.sampled_from(
    [
        *(
            "{{a}}",
            "{{a|trend}}",
            "{{a\\|delta}}",
            "[[b]]",
            "{{c",
            "[[d]",
            "[x](y)",
            "![z {{a}}](y)",
            "`",
            "``",
        ),
        *("Bürger*innen", "*", "**", "_", " ", "  ", "\n", "\n\n", "\n\n", "\t", "|", "\\|", "|---|---|\n"),
        *("# ", "## ", "> ", "- ", "1. ", "    ", "---\n", "===\n", "```\n", "\\", "\x0b", "\u00a0", "ä"),
    ]
)


CELLS = st.lists(st.sampled_from(["{{a|trend}}", "{{a\\|delta}}", "[[b]]", "x \\| y", "", "{{c"]), min_size=1)
TABLES = st.lists(CELLS.map(lambda cells: "| " + " | ".join(cells) + " |"), min_size=1).map(
    lambda rows: "\n".join([rows[0], "|---" * (rows[0].count(" | ") + 1) + "|", *rows[1:]])
)


@given(st.lists(PIECES, max_size=30).map("".join) | TABLES | st.text(max_size=40))
def test_references_are_where_they_say(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").split("\n")
    seen = references(text)
    for reference in seen:
        # In a table, a backslash before the bar belongs to the table.
        written = lines[reference.line][reference.column :].replace("\\|", "|")
        assert written.startswith(reference.raw.replace("\\|", "|")), reference
    places = [(r.line, r.column) for r in seen]
    assert places == sorted(set(places))
