"""The history of an item in plain German, the dossier at any commit, and one item brought back."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError, GitError, UsageError
from tea_assistant.services.session import Session
from tea_assistant.services.versions import item as versions_item
from tea_assistant.services.versions import versions
from tea_assistant.services.versions.text import version_line
from tests.services.two_clones import (
    MEASURE,
    TEXTS,
    Offices,
    git,
    made,
    nested,
    no_git_settings_of_this_machine,
    proposals,
    simple,
)

__all__ = ["made", "nested", "no_git_settings_of_this_machine", "simple"]


def told(found: tuple[versions.Version, ...]) -> list[str]:
    return [
        version_line(version, change).partition(" von ")[2] for version in found for change in version.changes
    ]


def test_each_version_of_a_measure_tells_who_changed_what(nested: Offices) -> None:
    anna, bernd = nested.anna, nested.bernd
    anna.replace("Mehr Frauen", "Viel mehr Frauen")
    anna.sync()
    bernd.replace("Mehr Frauen", "Noch mehr Frauen")
    bernd.replace("partners: [Volkshochschule]\n", "responsible: Büro für Vielfalt\n")
    bernd.sync(lambda conflicts: dict(proposals(conflicts)))
    root = bernd.dossier
    found = versions.history(root, MEASURE)
    assert sorted(told(found)[-3:]) == [
        "Anna Müller angelegt",
        "Anna Müller geändert: Ziel",
        "Bernd Öz geändert: Ziel, Zuständig ergänzt, Beteiligte entfernt",
    ]
    assert [v.commit for v in versions.versions(root, MEASURE)] == [v.commit for v in found]
    # The whole dossier's history has the same commits: nothing but the measure has changed since.
    assert told(versions.history(root))[: len(found) - 1] == told(found)[:-1]
    of_goal = told(versions.history(root, MEASURE, ("goal",)))
    assert "Bernd Öz geändert: Ziel" in of_goal
    assert (
        told(versions.history(root, MEASURE, ("responsible",)))[0] == "Bernd Öz geändert: Zuständig ergänzt"
    )
    assert told(versions.history(root, MEASURE, ("title",), limit=1)) == ["Anna Müller angelegt"]
    assert versions.history(root, "evidence/nie.yaml") == ()

    first = found[-1]
    assert versions.state_at(root, first.commit) == TEXTS
    day = f"{first.when:%d.%m.%Y}"
    assert versions.commit_at(root, day) == git(bernd.clone, "rev-parse", "HEAD").strip()
    assert versions.commit_at(root, first.commit[:8]) == first.commit
    for nonsense in ("gibt-es-nicht", "--all", "", "HEAD:fremd.txt", "11.02.1999"):
        with pytest.raises(GitError):
            versions.commit_at(root, nonsense)


def test_one_item_or_one_field_comes_back_and_nothing_else_changes(simple: Offices) -> None:
    anna = simple.anna
    (anna.dossier / "evidence" / "neu.yaml").write_text("format: 1\ntitle: Neu\n", encoding="utf-8")
    anna.replace("Mehr Frauen", "Viel mehr Frauen")
    anna.replace("voluntary", "beyond_law")
    session = Session(anna.dossier)
    state = versions.state_at(anna.dossier, "HEAD")
    goal = versions_item.item_of(session, "mentoring:Ziel")
    assert goal == versions_item.Item(MEASURE, ("goal",))
    assert versions_item.restore(session, goal, state, "Zurückgeholt")
    assert session.text(MEASURE) == TEXTS[MEASURE].replace("voluntary", "beyond_law")
    assert versions_item.restore(session, versions_item.item_of(session, MEASURE), state, "Zurückgeholt")
    assert session.text(MEASURE) == TEXTS[MEASURE]
    assert not versions_item.restore(session, goal, state, "Zurückgeholt")
    session.undo()
    session.undo()
    assert session.text(MEASURE) == anna.text()
    with pytest.raises(EditError, match="noch nicht"):
        versions_item.restore(session, versions_item.item_of(session, "neu"), state, "Zurückgeholt")
    with pytest.raises(UsageError, match="Quatsch"):
        versions_item.item_of(session, "mentoring:Quatsch")
    # What was removed is known by its id, too.
    (anna.dossier / MEASURE).unlink()
    fresh = Session(anna.dossier)
    assert versions_item.restore(fresh, versions_item.item_of(fresh, "mentoring"), state, "Zurückgeholt")
    fresh.save()
    assert anna.text() == TEXTS[MEASURE]


def test_a_dossier_that_nobody_has_kept_yet_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dossier.yaml").write_text(TEXTS["dossier.yaml"], encoding="utf-8")
    with monkeypatch.context() as patch:
        # Who has no git and no repository hears of neither.
        patch.setenv("PATH", "")
        assert not versions.has_versions(tmp_path)
    with pytest.raises(GitError, match="in keinem Git-Repositorium"):
        versions.history(tmp_path)
    git(tmp_path, "init", "-q")
    assert versions.has_versions(tmp_path)
    assert versions.history(tmp_path) == ()
