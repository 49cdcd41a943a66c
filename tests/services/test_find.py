"""Everything that a dossier says is found, with the place where it stands."""

import shutil
from pathlib import Path

import pytest

from tea_assistant.services import find_texts
from tea_assistant.services.find import Finder, Found, Now
from tea_assistant.services.session import Session
from tea_assistant.store.parsed_file import ParsedFile
from tea_assistant.store.yaml.writer import Change

CITY = Path(__file__).parents[2] / "examples" / "musterstadt"


@pytest.fixture(scope="module")
def city() -> Session:
    return Session(CITY)


def found(session: Session, query: str) -> Found:
    return Finder().find(Now.of(session), query)


@pytest.mark.parametrize(
    ("query", "kind", "file"),
    [
        ("vaeterabende", "Maßnahme", "evidence/elternzeit-fahrplan.yaml"),
        ("Respekt und Schutz", "Aktionsfeld", "cycles/2025/fields/af05.yaml"),
        ("vorurteilsfreiem", "Aktionsfeld", "cycles/2025/fields/af05.yaml"),
        ("mentoring", "Aktivität", "cycles/2025/fields/af03.yaml"),
        ("verlost", "Prüfung", "cycles/2025/reviews/hanna-muster.yaml"),
        ("elternzeit", "Kennzahl", "figures/2024-12-31.yaml"),
    ],
)
def test_each_kind_of_text_is_found(city: Session, query: str, kind: str, file: str) -> None:
    assert (kind, file) in {(hit.kind, hit.file) for hit in found(city, query).hits}


def test_a_hit_tells_line_and_column_and_what_it_belongs_to(city: Session) -> None:
    for query in ("schichtkita", "Straße", "verlost", "jury"):
        for hit in found(city, query).hits:
            parsed = city.files.get(hit.file)
            if parsed is None or hit.path not in parsed.thing.where.positions or hit.kind == "Aktivität":
                # The catalogue says it.
                continue
            line = (CITY / hit.file).read_text("utf-8").splitlines()[hit.line - 1]
            assert hit.text[hit.start : hit.end].split()[0] in line
            assert hit.about


def test_the_round_at_hand_comes_first_and_titles_before_texts(city: Session) -> None:
    hits = found(city, "mentoring").hits
    assert "Mentoring" in hits[0].about or hits[0].kind == "Aktivität"
    cycles = [hit.cycle for hit in hits]
    earlier = [at for at, cycle in enumerate(cycles) if cycle == "2022"]
    assert not earlier or min(earlier) > max(at for at, cycle in enumerate(cycles) if cycle != "2022")


def test_all_words_count_and_a_mistyped_one_is_put_right(city: Session) -> None:
    assert 0 < found(city, "mentoring frauen").total < found(city, "frauen").total
    put_right = found(city, "metnoring")
    assert put_right.instead == "mentoring"
    assert put_right.total == found(city, "mentoring").total
    assert found(city, "qqxyzzy") == Found()
    assert found(city, "m") == Found()


def test_only_what_changed_is_walked_through_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(Path(shutil.copytree(CITY, tmp_path / "stadt")))
    finder = Finder()
    before = finder.find(Now.of(session), "mentoring").total
    walked: list[str] = []

    def watched(parsed: ParsedFile) -> tuple[find_texts.Text, ...]:
        walked.append(parsed.file)
        return find_texts.texts_of(parsed)

    monkeypatch.setattr("tea_assistant.services.find.texts_of", watched)
    session.edit("dossier.yaml", [Change(("about",), "Mentoring für Mitarbeiter*innen [/x]\n")], "Test")
    assert finder.find(Now.of(session), "mentoring").total == before + 1
    assert finder.find(Now.of(session), "mitarbeiterinnen").hits[0].file == "dossier.yaml"
    assert walked == ["dossier.yaml"]
