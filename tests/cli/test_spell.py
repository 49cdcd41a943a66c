"""`tea spell` prints each unknown word with its place and what may be meant."""

import json
from pathlib import Path

import pytest

from tea_assistant.services.spelling import dictionary as spelling_dictionary
from tests.cli.conftest import Tea
from tests.services.spelling_dictionary import write_dictionary


def test_unknown_words_are_printed_with_their_places(
    dossier: Path, tea: Tea, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dict"
    monkeypatch.setattr(spelling_dictionary, "folders", lambda: iter((folder,)))
    missing = tea("spell", dossier)
    assert missing.code == 2
    assert "kein deutsches Wörterbuch" in missing.err
    write_dictionary(folder)
    right = tea("spell", dossier)
    assert (right.code, right.out) == (0, "Alle Wörter sind bekannt.\n")
    field = dossier / "cycles/2025/fields/af03.yaml"
    field.write_text(field.read_text("utf-8").replace("Für Mitarb", "Die Vetretung für Mitarb"), "utf-8")
    wrong = tea("spell", dossier)
    assert wrong.code == 1
    assert wrong.out.startswith("cycles/2025/fields/af03.yaml:3:7  Vetretung  → Vertretung")
    assert "1 unbekanntes Wort an 1 Stelle" in wrong.out
    [word] = json.loads(tea("spell", dossier, "--json").out)["words"]
    assert (word["line"], word["column"], word["word"]) == (3, 7, "Vetretung")
    assert word["suggestions"][0] == "Vertretung"
