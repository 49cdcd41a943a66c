"""Words that nobody knows are found where they stand; what people rightly write is left alone."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.services.session import Session
from tea_assistant.services.spelling import dictionary as spelling_dictionary
from tea_assistant.services.spelling.dictionary import NoDictionary, dictionary, required
from tea_assistant.services.spelling.proofreading import Proofreading, learn, replace_words
from tea_assistant.services.spelling.spelling import Speller, Unknown, speller, unknown_words
from tea_assistant.services.spelling.suggestions import Suggestions
from tea_assistant.services.spelling.words import written_as
from tea_assistant.store.yaml.writer import Change
from tests.services.spelling_dictionary import write_dictionary


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_dictionary(tmp_path / "wörterbuch")
    monkeypatch.setattr(spelling_dictionary, "folders", lambda: iter((tmp_path / "leer", folder)))
    return folder


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("prose", "unknown"),
    [
        ("Für Mitarbeiter*innen und Bürger\\*innen [/x] mit „Anführungszeichen“.", []),
        ("Kolleg:innen, Kolleg_innen, Kolleg/-innen, KollegInnen, eine*r, Frauen/Männer", []),
        ("Die Kolleg*inen", ["Kolleg*inen"]),
        ("{{figure:quatsch}} [[quatsch|Qatsch]] `Qatsch` [Team](qatsch.html) <qatsch@qatsch.de>", []),
        ("siehe www.qatsch.de/x, qatsch.de und qa@qatsch.de", []),
        ("Seit 2017 bzw. z.B. i.d.R. LGBTIQ, FAQs, AF03, 19-jährige Frauen", []),
        ("Frauen/Mäner, Frau/-Männer, mit/und", ["Mäner"]),
        ("Gleichstellungs-Team, Gleichstellungs- und Team-Beauftragte, Frauen-Qatsch", ["Qatsch"]),
        ("**Vetretung** der _Vetretung_", ["Vetretung", "Vetretung"]),
        ("Seit Łódź 🙂 und fu\u0308r die Mit\u00adarbeiter", ["Łódź"]),
        ("[[ {{ ]( < @ -- * _ \\", []),
    ],
)
def test_what_is_unknown_in_a_prose(prose: str, unknown: list[str]) -> None:
    assert [piece.written for piece in Speller(dictionary()).unknown(prose)] == unknown


@pytest.mark.usefixtures("installed")
def test_a_word_has_its_place_and_suggestions_and_the_house_its_own_words(session: Session) -> None:
    text = "Die Kolleginnen [/x].\n\nSeit der Vetretung und Qatschkita.\n"
    measure = next(iter(session.application.dossier.evidence.values()))
    session.edit(measure.where.file, [Change(("summary",), text)], "Test")

    def found() -> list[tuple[str, str]]:
        knows = speller(session, dictionary())
        mine = [each for each in unknown_words(session, knows) if each.path == ("summary",)]
        lines = session.files[measure.where.file].text.splitlines()
        return [(each.word, lines[each.place.line - 1][each.place.column - 1 :]) for each in mine]

    assert found() == [
        ("Vetretung", "Vetretung und Qatschkita."),
        ("Qatschkita", "Qatschkita."),
    ]
    assert "Vertretung" in speller(session, dictionary()).suggestions("Vetretung")
    session.edit("dossier.yaml", [Change(("house_rules", "words"), ["Qatschkita"])], "Test")
    assert [word for word, _ in found()] == ["Vetretung"]
    assert session.application.organisation.house_rules.words == ("Qatschkita",)
    session.undo()
    assert len(found()) == 2


@pytest.mark.usefixtures("installed")
def test_a_word_is_replaced_everywhere_in_one_step_learned_and_skipped(session: Session) -> None:
    session.write("evidence/team.yaml", {"format": 1, "title": "Team"}, "Test")
    first, second = session.application.dossier.evidence.values()
    texts = {
        first.where.file: "Seit der Vetretung [/x] Qatschkita.\n\nDie „Vetretung“ [[vetretung|Vetretung]].\n",
        second.where.file: "Die Kolleg\\*inen und die Vetretung {{figure:Vetretung}}.\n",
    }
    for file, text in texts.items():
        session.edit(file, [Change(("summary",), text)], "Test")
    proof, heard = Proofreading(dictionary()), list[int]()
    proof.read(session.application, lambda done, total: heard.append(total - done))
    assert heard[-1] == 0

    def found(word: str) -> list[Unknown]:
        return [each for each in proof.unknown(session.application) if each.written == word]

    wrong = found("Vetretung")
    assert [each.file for each in wrong] == [first.where.file] * 2 + [second.where.file]
    replace_words(session, wrong, "Vertretung")
    assert found("Vetretung") == []
    said = [session.application.dossier.evidence[each.id].summary for each in (first, second)]
    assert "der Vertretung [/x]" in said[0]
    assert "„Vertretung“ [[vetretung|Vetretung]]" in said[0]
    assert "die Vertretung {{figure:Vetretung}}" in said[1]
    with pytest.raises(EditError, match="gerade geändert"):
        replace_words(session, wrong, "Vertretung")
    session.undo()
    assert found("Vetretung") == wrong
    learn(session, "Qatschkita")
    assert found("Qatschkita") == []
    session.undo()
    assert found("Qatschkita")
    assert proof.marks("Die Qatschkita der Kolleg*innen, {{figure:x}}.") == ((4, 14),)
    assert proof.marks("Die Qatschkita der", 14) == ()
    proof.skip("Qatschkita")
    assert proof.marks("Die Qatschkita der Kolleg*innen, {{figure:x}}.") == ()
    assert found("Qatschkita") == []
    suggestions = Suggestions(required())
    assert [written_as("Kolleg\\*inen", word) for word in suggestions.of("Kolleginen", lambda: True)] == [
        "Kolleg\\*innen"
    ]
    assert suggestions.known("Kolleginen") == ("Kolleginnen",)
    assert suggestions.of("Łódź", lambda: True) == ()
    assert suggestions.of("Vetretung", lambda: False) == ()
    suggestions.close()
    assert suggestions.of("Vetretung", lambda: True) == ()


@pytest.mark.parametrize(
    ("written", "other", "result"),
    [
        ("Kolek*innen", "Kolleginnen", "Kolleg*innen"),
        ("Kolleg/-inen", "Kolleginnen", "Kolleg/-innen"),
        ("KollegInen", "Kolleginnen", "KollegInnen"),
        ("Kolleg:inen", "Kolleg innen", ""),
        ("ein*e*n", "einen", ""),
        ("Vetretung", "Vertretung", "Vertretung"),
    ],
)
def test_a_suggestion_keeps_the_gender_mark(written: str, other: str, result: str) -> None:
    assert written_as(written, other) == result


def test_without_a_dictionary_one_is_told_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, installed: Path
) -> None:
    (installed / "de_DE.dic").unlink()
    with pytest.raises(NoDictionary) as told:
        dictionary()
    assert "kein deutsches Wörterbuch" in str(told.value)
    assert "woerterbuch" in told.value.hint
    monkeypatch.setattr(spelling_dictionary, "_LIBRARY", "no_such_library")
    with pytest.raises(NoDictionary) as told:
        dictionary()
    assert "tea_assistant[spelling]" in told.value.hint


def test_the_dictionary_of_germany_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_dictionary(tmp_path / "own")
    for name in ("de_AT", "de_CH"):
        (folder / f"{name}.aff").touch()
        (folder / f"{name}.dic").touch()
    monkeypatch.setattr(spelling_dictionary, "own_folder", lambda: folder)
    assert spelling_dictionary.installed() == folder / "de_DE.aff"


def test_a_dictionary_in_unknown_letters_is_refused(installed: Path) -> None:
    (installed / "de_DE.aff").write_text("SET XX\n", encoding="utf-8")
    with pytest.raises(NoDictionary, match="lässt sich nicht lesen"):
        dictionary()
