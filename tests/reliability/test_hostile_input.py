"""A sample of what the fuzzers try, on every run: all corpora, and every input that once broke something."""

import contextlib
import json
from pathlib import Path

import pytest

from reliability.fuzzing import corpora, dossier_files
from reliability.fuzzing.command_line import run_command
from reliability.fuzzing.oracle import Broken, harmless, within
from reliability.fuzzing.sandbox import confined
from reliability.fuzzing.target import bytes_of
from reliability.fuzzing.targets import NAMES, capsules, load
from tea_assistant.errors import ForeignFileError, TeaError
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.prose.printable import printable
from tea_assistant.services.progress import as_json_text
from tea_assistant.store.yaml.reader import read

EVERY = {"yaml": 5, "prose": 6, "documents": 90, "word": 110, "workbook": 90, "pdf": 150, "answers": 300}
EVERY |= {"capsule": 150, "merge": 80, "dossier": 260, "commands": 90}
"""Of the inputs that a target begins with, one of so many."""


@pytest.mark.parametrize("name", EVERY)
def test_a_sample_of_every_target_holds(name: str, tmp_path: Path) -> None:
    target = load(name)
    for number, data in enumerate(target.seeds(tmp_path)):
        if number % EVERY[name] == 1:
            with within(target.seconds):
                target.run(data, tmp_path)


@pytest.mark.parametrize(("name", "data"), [(name, data) for name in NAMES for data in corpora.crashes(name)])
def test_what_once_broke_holds(name: str, data: bytes, tmp_path: Path) -> None:
    with within(load(name).seconds):
        load(name).run(data, tmp_path)


@pytest.mark.parametrize("name", ["html", "docx"])
def test_all_texts_together_stand_on_a_page(name: str, tmp_path: Path) -> None:
    # Not what hides what stands behind it, nor fills the page with one text.
    texts = [text for text in corpora.every_text() if len(text) < 200][::2]
    load(name).run(bytes_of("\n\n".join(texts)), tmp_path)


def test_all_texts_together_stand_in_every_field(tmp_path: Path) -> None:
    load("fields").run(bytes_of(" ".join(corpora.texts("terminal") + corpora.texts("markup"))), tmp_path)


def test_bombs_and_endless_lines_are_refused_in_time(tmp_path: Path) -> None:
    laughs, entities = corpora.alias_bombs()
    with within(3), confined(tmp_path):
        assert read(laughs).problems
        for text in (*corpora.deep_texts(), *corpora.long_texts(corpora.LONG // 4)):
            read(text)
        for name, text in (("plan.html", entities), ("plan.txt", next(corpora.long_texts()))):
            with contextlib.suppress(TeaError):
                document = read_document(name, text.encode())
                assert sum(len(block.text) for block in document.blocks) <= len(text)


def test_no_zip_is_unpacked_or_called_whole(tmp_path: Path) -> None:
    path = tmp_path / "paket.tea.zip"
    path.write_bytes(capsules.good())
    assert run_command(["verify", path.name], tmp_path).code == 0
    for data in capsules.evil():
        path.write_bytes(data)
        assert run_command(["verify", path.name], tmp_path).code != 0
    assert list(tmp_path.iterdir()) == [path]


def test_the_oracle_sees_what_it_looks_for(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="reaches the terminal"):
        harmless("Titel \x1b[31mrot", "stdout")
    inner = tmp_path / "mappe"
    with (
        pytest.raises(Broken, match="left the dossier"),
        confined(inner),
        # The program may take it for a folder without rights: it is told all the same.
        contextlib.suppress(PermissionError),
    ):
        (tmp_path / "daneben").write_text("x", encoding="utf-8")
    assert not (tmp_path / "daneben").exists()
    assert all(json.loads(json.dumps(text)) == text for text in corpora.every_text())


@pytest.mark.parametrize(
    ("name", "line"),
    [("plan.txt", "a:\n"), ("plan.txt", "#\n"), ("plan.md", '"a"\n'), ("plan.md", "<!--\n")],
)
def test_a_document_of_one_paragraph_takes_no_longer_than_its_length(name: str, line: str) -> None:
    # Many times as much when each line looks at all before it.
    with within(1.5):
        assert read_document(name, line.encode() * 6_000).blocks


def test_what_programs_get_is_obeyed_by_no_terminal(tmp_path: Path) -> None:
    text = "a\x7f\x9b31m\u2028b\u202ec"
    assert json.loads(as_json_text({"x": text})) == {"x": text}
    harmless(as_json_text({"x": text}), "JSON")
    harmless(printable(text, lines=True), "a text")
    root = dossier_files.write(tmp_path / "mappe", text)
    assert "\\u202e" in run_command(["transfer", "--format", "json"], root).shown


def test_a_row_of_many_cells_makes_not_every_row_as_long() -> None:
    head = "|" + "a|" * 5_000 + "\n|" + "-|" * 5_000 + "\n"
    with pytest.raises(ForeignFileError, match="ab Zeile 1 ist zu groß"):
        read_document("plan.md", (head + "|b|\n" * 5_000).encode())
