"""`tea sync` and `tea history`, as somebody at a terminal or a script uses them."""

import io
import json

import pytest

from tests.cli.conftest import Tea
from tests.services.two_clones import MEASURE, Offices, git, made, no_git_settings_of_this_machine, simple

__all__ = ["made", "no_git_settings_of_this_machine", "simple"]


class Person(io.StringIO):
    """Somebody at the keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def apart(simple: Offices) -> Offices:
    """Return two clones that differ in the same field; Anna's is pushed."""
    simple.anna.replace("Mehr Frauen in Führung", "Mehr Frauen in Führung [/x]")
    simple.anna.replace("voluntary", "beyond_law")
    simple.anna.sync()
    simple.bernd.replace("Mehr Frauen in Führung", "Frauen*förderung „überall“")
    simple.bernd.replace("voluntary", "statutory")
    return simple


def test_both_versions_are_asked_about_field_by_field(
    apart: Offices, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = apart.bernd.text()
    waiting = tea("sync", apart.bernd.dossier)
    assert waiting.code == 1
    assert "Ziel" in waiting.err
    assert "Verbindlichkeit" in waiting.err
    assert "zu entscheiden" in waiting.out
    monkeypatch.setattr("sys.stdin", Person("a\ns\n"))
    assert tea("sync", apart.bernd.dossier).code == 1
    assert apart.bernd.text() == before

    monkeypatch.setattr("sys.stdin", Person("was?\na\nm\n"))
    done = tea("sync", apart.bernd.dossier)
    assert done.code == 0
    for shown in (
        "(1 von 2)",
        "Mehr Frauen in Führung [/x]",
        "Frauen*förderung „überall“",
        "[m]eine, [a]ndere",
    ):
        assert shown in done.err
    assert "Jetzt haben alle denselben Stand" in done.out
    assert "Mehr Frauen in Führung [/x]" in apart.bernd.text()
    assert "statutory" in apart.bernd.text()
    assert tea("sync", apart.anna.dossier).code == 0
    assert tea("sync", apart.anna.dossier).out == "Alle haben denselben Stand (origin).\n"
    assert apart.anna.text() == apart.bernd.text()


def test_a_file_that_cannot_be_read_or_is_gone_is_decided_as_a_whole(
    apart: Offices, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart.bernd.replace("title: ", "title: [")
    monkeypatch.setattr("sys.stdin", Person("m\n"))
    done = tea("sync", apart.bernd.dossier)
    assert done.code == 0
    assert "lässt sich nicht lesen" in done.err
    assert "title: [" in apart.bernd.text()
    tea("sync", apart.anna.dossier)
    (apart.anna.dossier / MEASURE).unlink()
    tea("sync", apart.anna.dossier)
    apart.bernd.replace("title: [", "title: ")
    monkeypatch.setattr("sys.stdin", Person("a\n"))
    done = tea("sync", apart.bernd.dossier)
    assert "bei den anderen gelöscht" in done.err
    assert not (apart.bernd.dossier / MEASURE).exists()


@pytest.mark.parametrize(("option", "character"), [("--mine", "statutory"), ("--theirs", "beyond_law")])
def test_a_script_decides_beforehand(apart: Offices, tea: Tea, option: str, character: str) -> None:
    assert tea("sync", apart.bernd.dossier, option, "-m", "Meine Worte").code == 0
    assert character in apart.bernd.text()
    assert "Meine Worte" in git(apart.bernd.clone, "log", "--format=%s")


def test_who_is_at_work_is_asked_once(simple: Offices, tea: Tea, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("user.name", "user.email"):
        git(simple.anna.clone, "config", "--unset", key)
    simple.anna.replace("voluntary", "beyond_law")
    refused = tea("sync", simple.anna.dossier)
    assert refused.code == 2
    assert "user.name" in refused.err
    monkeypatch.setattr("sys.stdin", Person("Änne Groß\nae@stadt.example\n"))
    assert tea("sync", simple.anna.dossier).code == 0
    assert git(simple.anna.clone, "log", "-1", "--format=%an %ae") == "Änne Groß ae@stadt.example\n"


def test_the_history_is_shown_compared_and_brought_back(simple: Offices, tea: Tea) -> None:
    root = simple.anna.dossier
    simple.anna.replace("Mehr Frauen in Führung", "Mehr *innen [/x]")
    assert tea("sync", root).code == 0
    shown = tea("history", "mentoring", root).out
    assert "von Anna Müller geändert: Ziel" in shown
    assert "angelegt" in tea("history", root).out
    values = json.loads(tea("history", "mentoring:Ziel", root, "--json", "--limit", "1").out)
    assert values["versions"][0]["changes"][0]["fields"][0]["new"] == "Mehr *innen [/x]"
    assert "Mehr *innen [/x]" in tea("history", "mentoring", root, "--at", "HEAD~1").out
    assert "Von wann?" in tea("history", root, "--restore", "mentoring").err
    back = tea("history", root, "--restore", "mentoring:goal", "--at", "HEAD~1")
    assert back.code == 0
    assert "goal: Mehr Frauen in Führung\n" in simple.anna.text()
    assert "nichts zu ändern" in tea("history", root, "--restore", MEASURE, "--at", "HEAD~1").out
    assert tea("history", root, "--at", "vorgestern").code == 2
    assert tea("history", root, "--limit", "0").code == 2
