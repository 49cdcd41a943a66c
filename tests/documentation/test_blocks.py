"""What the pages show is run: commands in a scratch folder on the example, YAML against its schema.

A block that cannot be run has a comment above it, `<!-- not run: why -->`; extending.md has its own test.
"""

import re
import shlex
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from markdown_it import MarkdownIt

from tea_assistant.cli import figures
from tea_assistant.cli.commands import COMMANDS, parser_of
from tea_assistant.cli.main import main
from tea_assistant.model.layout import role_of
from tea_assistant.store.schema import errors, schema
from tests.documentation.fences import PAGES, ROOT, Fence, fences, steps

FENCES = [fence for page in PAGES if page.name != "extending.md" for fence in fences(page)]
RUN = [fence for fence in FENCES if fence.language in ("sh", "console") and "not run" not in fence.remark]
YAML = [fence for fence in FENCES if fence.language == "yaml"]
GOALS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_no_block_is_left_out() -> None:
    for fence in FENCES:
        assert fence.language in ("sh", "console", "yaml", "text"), fence.place
        if "not run" in fence.remark:
            assert re.fullmatch(r"not run: \w.{10,}", fence.remark), f"{fence.place} does not say why"
    assert RUN
    assert YAML


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a dossier of one's own in it, as the handbook begins."""
    shutil.copytree(ROOT / "examples" / "musterstadt", tmp_path / "meine-stadt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("fence", RUN, ids=lambda fence: fence.place)
def test_commands_do_what_the_page_says(
    fence: Fence, scratch: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(scratch / fence.remark.removeprefix("in: "))
    for step in steps(fence):
        program, *words = step.words
        if program == "make":
            assert words[0] in GOALS, fence.place
            continue
        assert program == "tea", f"{fence.place}: {program}"
        if words[0] not in COMMANDS:
            # That would open the screens; what is to be opened has to be there.
            assert (Path(words[0]) / "dossier.yaml").is_file(), fence.place
            continue
        code = main(words)
        printed = capsys.readouterr()
        assert code == 0, f"{fence.place}: {' '.join(step.words)}: {printed.err}"
        for line in step.expected:
            assert line in printed.out, f"{fence.place}: {' '.join(step.words)}: {printed.out}"


@pytest.mark.parametrize("fence", YAML, ids=lambda fence: fence.place)
def test_values_keep_their_schema(fence: Fence) -> None:
    action, _, file = fence.remark.partition(": ")
    role = role_of(file)
    assert action == "file", f"{fence.place} does not say in which file that stands"
    assert role, fence.place
    shown: dict[str, Any] = yaml.safe_load(fence.text)
    # Often only some keys are shown; the schema's own example has the others.
    whole = {**schema(role.kind).get("examples", [{}])[0], **shown}
    assert [error.message for error in errors(role.kind, whole)] == []


def test_the_schema_would_notice_a_misspelt_key() -> None:
    role = role_of("cycles/2025/cycle.yaml")
    assert role
    assert errors(role.kind, {**schema(role.kind)["examples"][0], "sign_of": []})


def shown_commands() -> list[tuple[str, list[str]]]:
    """Every command that stands in a sentence, with where."""
    found: list[tuple[str, list[str]]] = []
    for page in PAGES:
        for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
            codes = [child.content for child in token.children or () if child.type == "code_inline"]
            found += [
                (f"{page.name}: {code}", shlex.split(code)[1:])
                for code in codes
                if code.startswith("tea ") and "|" not in code
            ]
    return found


def test_every_option_in_a_sentence_exists() -> None:
    shown = shown_commands()
    assert len(shown) > 50
    for place, (name, *words) in shown:
        if name not in COMMANDS:
            continue
        if name == "figures" and words and words[0] in figures.SUBCOMMANDS:
            parser = figures.parser_of(words[0])
        else:
            parser = parser_of(name)
        known = {option for action in parser._actions for option in action.option_strings}
        options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert options <= known, place


def anchors(page: Path) -> set[str]:
    """The addresses of the headings of a page, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        for child in token.children or ():
            target = str(child.attrs.get("href") or child.attrs.get("src") or "")
            if not target or re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            place = (page.parent / unquote(file)).resolve() if file else page
            assert place.exists(), f"{page.name}: {target}"
            assert not anchor or unquote(anchor) in anchors(place), f"{page.name}: {target}"
