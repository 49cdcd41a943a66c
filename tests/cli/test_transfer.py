"""`tea transfer` lists the texts of the portal's form, hands out one, and ticks them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tea

OPENING = "af03/opening"


def test_one_text_comes_alone_and_without_markup(dossier: Path, tea: Tea) -> None:
    out = tea("transfer", dossier, "--block", OPENING)
    assert (out.code, out.err) == (0, "")
    assert out.out == "Für Mitarbeiter*innen und Bürger*innen [/x] mit „Anführungszeichen“.\n"


def test_a_text_that_a_terminal_would_obey_is_harmless(dossier: Path, tea: Tea) -> None:
    path = dossier / "cycles" / "2025" / "fields" / "af03.yaml"
    path.write_text(
        'format: 1\nopening: "rot\\e[31m \\u202Enegnuh **fett** [x](https://a.b)"\n', encoding="utf-8"
    )
    assert (
        tea("transfer", dossier, "--block", OPENING).out
        == "rot\ufffd[31m \ufffdnegnuh fett x (https://a.b)\n"
    )


def test_the_list_tells_state_length_and_key(dossier: Path, tea: Tea) -> None:
    assert "  ○     68  Einstieg" in tea("transfer", dossier).out
    done = tea("transfer", dossier, "--done", "af03")
    assert done.out == "Ins Portal: 2 von 8 übertragen\n"
    path = dossier / "cycles" / "2025" / "fields" / "af03.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[/x]", "[/y]"), encoding="utf-8")
    listed = tea("transfer", dossier, "--part", "af03").out
    assert "1 von 8 übertragen, 1 geändert" in listed
    assert "◐     68  Einstieg" in listed
    assert "geändert seit der Übertragung am " in listed
    assert "evidence/" not in listed
    assert tea("transfer", dossier, "--undone", OPENING).out == "Ins Portal: 1 von 8 übertragen\n"
    assert "nichts zu ändern" in tea("transfer", dossier, "--undone", OPENING).err


def test_programs_get_the_texts_too(dossier: Path, tea: Tea) -> None:
    tea("transfer", dossier, "--done", OPENING)
    values = json.loads(tea("transfer", dossier, "--format", "json").out)
    assert values["counts"] == {"total": 8, "done": 1, "changed": 0, "gone": 0}
    opening = next(text for text in values["texts"] if text["key"] == OPENING)
    assert opening["state"] == "done"
    assert opening["characters"] == len(opening["text"]) == 68
    assert opening["limit"] is None
    assert [text["part"] for text in values["texts"]][-1] == "evidence"


def test_a_limit_of_an_own_catalogue_is_watched(dossier: Path, tea: Tea) -> None:
    folder = dossier / "action_fields" / "eigener"
    folder.mkdir(parents=True)
    (folder / "catalogue.yaml").write_text(
        "format: 1\ntitle: Eigener\n"
        "parts:\n  - {id: af03, kind: action_field, pages: 1, limits: {opening: 60}}\n",
        encoding="utf-8",
    )
    (folder / "af03.yaml").write_text("format: 1\ntitle: Personalarbeit\n", encoding="utf-8")
    cycle = dossier / "cycles" / "2025" / "cycle.yaml"
    cycle.write_text(
        cycle.read_text(encoding="utf-8").replace("verwaltung-2021", "eigener"), encoding="utf-8"
    )
    assert "zu lang: 68 von höchstens 60 Zeichen" in tea("transfer", dossier).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--block", "af03/openin"], "Meinten Sie „af03/opening“?"),
        (["--block", "af03"], "„af03“ meint mehrere Texte."),
        (["--part", "af99"], "Einen Teil „af99“ gibt es nicht."),
        (["--done", "af99"], "Einen Text „af99“ gibt es nicht."),
        (["--block", OPENING, "--done", OPENING], "--block"),
    ],
)
def test_what_there_is_not_is_told(dossier: Path, tea: Tea, arguments: list[str], told: str) -> None:
    outcome = tea("transfer", dossier, *arguments)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""
