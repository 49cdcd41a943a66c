"""The handbook knows every command and option, and every command that it names exists."""

import argparse
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tea_assistant.cli import figures
from tea_assistant.cli.commands import COMMANDS, OPEN, parser_of

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "handbuch.md", *sorted((DOCS / "handbuch").glob("*.md"))]
HANDBOOK = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def code_in_handbook() -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(HANDBOOK)
    return [c.content for token in tokens for c in token.children or () if c.type == "code_inline"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_chapter(command: str) -> None:
    assert f"\n### `tea {command}" in HANDBOOK


@pytest.mark.parametrize("subcommand", figures.SUBCOMMANDS)
def test_every_subcommand_has_its_section(subcommand: str) -> None:
    assert f"\n#### `tea figures {subcommand}" in HANDBOOK


@pytest.mark.parametrize("command", [OPEN, *COMMANDS, *figures.SUBCOMMANDS])
def test_every_option_is_explained(command: str) -> None:
    shown = " ".join(code_in_handbook())
    parser = figures.parser_of(command) if command in figures.SUBCOMMANDS else parser_of(command)
    for action in parser._actions:
        if action.option_strings and not isinstance(action, argparse._HelpAction):
            assert any(option in shown for option in action.option_strings), action.option_strings


def test_every_command_that_is_named_exists() -> None:
    words = [code.split() for code in code_in_handbook() if code.startswith("tea ")]
    assert len(words) > len(COMMANDS)
    for _, word, *_ in words:
        assert word in COMMANDS or word in ("--version", "ORDNER", "meine-stadt")


def test_every_rule_that_is_named_exists() -> None:
    from tea_assistant.checks.registry import RULES

    named = [
        word
        for code in code_in_handbook()
        for word in code.split()
        if word[:3] == "TEA" and word[3:4].isdigit()
    ]
    assert named
    assert set(named) <= set(RULES)
