"""`tea help` explains commands, reads out the handbook, and writes the page for man."""

import shutil
import subprocess

import pytest

from tea_assistant.cli.known import known_commands
from tea_assistant.services.handbook import chapters
from tests.cli.conftest import Tea


def test_a_topic_is_a_chapter_of_the_handbook(tea: Tea) -> None:
    said = tea("help", "Kennzahlen")
    assert said.code == 0
    assert said.out.startswith("Kennzahlen\n==========\n")
    assert "](" not in said.out


@pytest.mark.parametrize("typed", ["absturz", "ABSTURZ", "nach einem absturz"])
def test_a_topic_is_found_by_a_word_of_it(tea: Tea, typed: str) -> None:
    assert tea("help", *typed.split()).out.startswith("Nach einem Absturz\n")


def test_umlauts_can_be_spelled(tea: Tea) -> None:
    assert tea("help", "aktionsfelder").out == tea("help", "Grundverstaendnis").out


def test_a_word_that_no_title_has_is_found_in_the_text(tea: Tea) -> None:
    assert "Virenscanner" in tea("help", "virenscanner").out


def test_all_topics_are_named(tea: Tea) -> None:
    named = tea("help", "--topics").out.splitlines()
    assert [line.strip() for line in named] == [chapter.title for chapter in chapters()]
    assert "Kennzahlen" in named


def test_headings_in_code_are_none() -> None:
    assert all(chapter.text for chapter in chapters() if chapter.level > 2)
    assert not any(chapter.title.startswith("format:") for chapter in chapters())


def test_the_page_for_man_has_every_command_and_option(tea: Tea) -> None:
    page = tea("help", "--man").out.replace("\\-", "-")
    for command in known_commands():
        assert f".SS tea {command.name}".rstrip() in page
        assert all(name in page for option in command.options for name in option.names)
    assert "mit Strg+C" in page.replace("Mit", "mit")


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_troff_has_nothing_to_complain_about(tea: Tea) -> None:
    page = tea("help", "--man").out
    command = ["groff", "-man", "-Kutf8", "-Tutf8", "-ww"]
    done = subprocess.run(command, input=page, capture_output=True, encoding="utf-8", check=True)
    assert "Prüft die Mappe und nennt, was fehlt" in " ".join(done.stdout.split())
    assert done.stderr == ""
