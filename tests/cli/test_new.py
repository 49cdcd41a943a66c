"""`tea new` makes a dossier, and asks only when somebody is there."""

import io
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Tea, run_tea


class Person(io.StringIO):
    """Somebody at the keyboard."""

    def isatty(self) -> bool:
        return True


def test_with_everything_given_nothing_is_asked(tmp_path: Path, tea: Tea) -> None:
    root = tmp_path / "Büro für Gleichstellung"
    outcome = tea("new", root, "--name", "Stadt Möhringen [/x]", "--state", "nw", "--cycle", "2028")
    assert outcome.code == 0
    assert outcome.err == ""
    assert str(root) in outcome.out
    assert "state: NW" in (root / "dossier.yaml").read_text()
    assert "Stadt Möhringen [/x] · Bewerbungsrunde 2028" in tea("status", root).out


def test_what_is_missing_is_asked_in_german(
    tmp_path: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Person("Stadt Möhringen\nHessen\n2031\n"))
    outcome = tea("new", tmp_path / "mappe")
    assert outcome.code == 0
    assert "Name der Organisation" in outcome.err
    assert "Name der Organisation" not in outcome.out
    assert "state: HE" in (tmp_path / "mappe" / "dossier.yaml").read_text()
    assert (tmp_path / "mappe" / "cycles" / "2031" / "cycle.yaml").is_file()


def test_enter_takes_the_next_round_and_no_state(
    tmp_path: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Person("Stadt Möhringen\n\n\n"))
    assert tea("new", tmp_path / "mappe").code == 0
    assert "state" not in (tmp_path / "mappe" / "dossier.yaml").read_text()
    assert len(list((tmp_path / "mappe" / "cycles").iterdir())) == 1


def test_without_anybody_to_ask_the_name_is_missing(tmp_path: Path) -> None:
    outcome = run_tea(["new", tmp_path / "mappe"], stdin="Stadt Möhringen\n")
    assert outcome.code == 2
    assert "--name" in outcome.err
    assert not (tmp_path / "mappe").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--state", "Bayernland"], "Möglich sind: BW (Baden-Württemberg)"),
        (["--cycle", "bald"], "kein Jahr"),
        (["--cycle", "../.."], "kein Jahr"),
    ],
)
def test_a_wrong_answer_makes_nothing(tmp_path: Path, tea: Tea, arguments: list[str], message: str) -> None:
    outcome = tea("new", tmp_path / "mappe", "--name", "Stadt", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert not (tmp_path / "mappe").exists()


def test_a_dossier_is_never_made_over_another(dossier: Path, tea: Tea) -> None:
    before = (dossier / "dossier.yaml").read_bytes()
    outcome = tea("new", dossier, "--name", "Andere")
    assert outcome.code == 2
    assert "schon eine Mappe" in outcome.err
    assert (dossier / "dossier.yaml").read_bytes() == before


def test_git_is_offered_to_a_person_and_made_when_asked_for(
    tmp_path: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    monkeypatch.setattr("sys.stdin", Person("\n"))
    assert "Git" in tea("new", tmp_path / "a", "--name", "A", "--state", "", "--cycle", "2028").err
    assert not (tmp_path / "a" / ".git").exists()
    outcome = tea("new", tmp_path / "b", "--name", "B", "--state", "", "--cycle", "2028", "--git")
    assert "tea sync" in outcome.out
    assert (tmp_path / "b" / ".git").is_dir()
    monkeypatch.setattr("sys.stdin", Person("ja\n"))
    inner = tmp_path / "b" / "mappe"
    assert "feldweise" in tea("new", inner, "--name", "C", "--state", "", "--cycle", "2028").out
    assert (inner / ".gitattributes").is_file()
    assert not (inner / ".git").exists()


def test_a_catalogue_of_one_s_own_is_brought_or_refused_before_anything_is_asked(
    tmp_path: Path, tea: Tea
) -> None:
    example = Path(__file__).parents[2] / "docs" / "examples" / "familie-und-beruf"
    given = ("--name", "Stadt Möhringen", "--state", "NW", "--cycle", "2028", "--catalogue")
    assert tea("new", tmp_path / "mappe", *given, example).code == 0
    assert "ff02 Führung und Kultur" in tea("status", tmp_path / "mappe").out
    refused = tea("new", tmp_path / "andere", "--catalogue", tmp_path / "gibt-es-nicht")
    assert refused.code == 2
    assert "Den Katalog" in refused.err
    assert not (tmp_path / "andere").exists()
