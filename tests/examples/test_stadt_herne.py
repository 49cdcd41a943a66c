"""The example dossier of Herne is whole, keeps to its sources, and repeats none of their sentences."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tea_assistant.model.layout import Kind, role_of
from tea_assistant.store.yaml.reader import read

ROOT = Path(__file__).parents[2]
HERNE = ROOT / "examples" / "stadt-herne"
SEED = ROOT.parent / "shared" / "seeds" / "stadt-herne-praedikate.md"
ROUNDS = {"2019": "verwaltung-2015", "2022": "verwaltung-2021", "2025": "verwaltung-2021"}
FILES = sorted(path.relative_to(HERNE).as_posix() for path in HERNE.rglob("*.yaml"))
MEASURES = [file for file in FILES if file.startswith("evidence/")]
FIELDS = [file for file in FILES if "/fields/" in file]

LONGEST_COMMON_RUN = 8
"""Words in a row that names and figures may share with a source; a ninth would be a copied phrase."""


def values(path: Path) -> dict[str, Any]:
    reading = read(path.read_text(encoding="utf-8"))
    assert not reading.problems, (path.name, reading.problems)
    assert isinstance(reading.value, dict)
    return reading.value


@cache
def herne(file: str) -> dict[str, Any]:
    return values(HERNE / file)


@cache
def schema(kind: Kind) -> Draft202012Validator:
    contents = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schemas").glob("*.json")]
    registry: Registry[Any] = Registry().with_resources(
        (c["$id"], Resource.from_contents(c)) for c in contents
    )
    return Draft202012Validator({"$ref": f"urn:tea-assistant:{kind}"}, registry=registry)


@cache
def criteria(catalogue: str) -> dict[str, set[str]]:
    """Return the ids of the criteria of a catalogue, by action field."""
    files = (ROOT / "action_fields" / catalogue).glob("[ah]f0*.yaml")
    return {file.stem: {c["id"] for c in values(file)["criteria"]} for file in files}


@cache
def indicators(catalogue: str) -> set[str]:
    definitions = values(ROOT / "action_fields" / catalogue / "figures.yaml")
    return {indicator["id"] for indicator in definitions["indicators"]}


def stem(file: str) -> str:
    return Path(file).stem


def linked(cycle: str) -> set[str]:
    """Return the measures that back a ticked or an own criterion of a round."""
    answers = [herne(file) for file in FIELDS if file.startswith(f"cycles/{cycle}/")]
    ticked = [c for a in answers for c in a["criteria"].values() if c.get("applies")]
    own = [c for a in answers for c in a.get("own_criteria", ())]
    return {measure for criterion in (*ticked, *own) for measure in criterion["evidence"]}


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_holds_three_rounds_and_more_than_twenty_measures() -> None:
    assert {stem(str(Path(file).parent)) for file in FILES if file.endswith("cycle.yaml")} == set(ROUNDS)
    assert {stem(file) for file in FIELDS if "/2025/" in file} == {"af01", "af02", "af03", "af04", "af05"}
    assert len(MEASURES) >= 20


@pytest.mark.parametrize("file", FILES)
def test_file_keeps_to_its_schema(file: str) -> None:
    role = role_of(file)
    assert role, "a file without a place in a dossier"
    assert [f"{e.json_path}: {e.message}" for e in schema(role.kind).iter_errors(herne(file))] == []


@pytest.mark.parametrize("file", MEASURES)
def test_measure_names_its_origin_and_known_places(file: str) -> None:
    measure = herne(file)
    assert measure["origin"]["document"]
    assert measure["origin"]["heading"].startswith(("Absatz", "Absätze"))
    fields = criteria("verwaltung-2021")
    assert set(measure["action_fields"]) <= set(fields)
    own = {c["id"] for answer in map(herne, FIELDS) for c in answer.get("own_criteria", ())}
    assert set(measure["criteria"]) <= own.union(*fields.values())


@pytest.mark.parametrize("file", MEASURES)
def test_measure_stands_in_each_round_that_it_claims(file: str) -> None:
    claimed = herne(file)["cycles"]
    assert claimed
    assert [cycle for cycle in claimed if stem(file) not in linked(cycle)] == []


@pytest.mark.parametrize("file", FIELDS)
def test_field_answers_known_criteria_with_known_measures(file: str) -> None:
    answer = herne(file)
    known = criteria(ROUNDS[file.split("/")[1]])[stem(file)]
    assert set(answer["criteria"]) <= known
    assert not known & {c["id"] for c in answer.get("own_criteria", ())}
    for criterion in (*answer["criteria"].values(), *answer.get("own_criteria", ())):
        assert set(criterion["evidence"]) <= {stem(measure) for measure in MEASURES}
        assert bool(criterion.get("statement")) is criterion.get("applies", "id" in criterion)


@pytest.mark.parametrize("field", ["af01", "af02", "af03", "af04", "af05"])
def test_each_field_of_2025_has_its_texts_and_something_voluntary(field: str) -> None:
    answer = herne(f"cycles/2025/fields/{field}.yaml")
    assert answer["opening"]
    assert answer["closing"]
    shown = {m for c in answer["criteria"].values() if c.get("applies") for m in c["evidence"]}
    assert any(herne(f"evidence/{m}.yaml").get("legal_character") == "voluntary" for m in shown)


@pytest.mark.parametrize("file", FILES)
def test_references_lead_somewhere(file: str) -> None:
    catalogue = ROUNDS.get(file.split("/")[1] if file.startswith("cycles/") else "2025", "")
    prose = "\n".join(texts(herne(file)))
    assert set(re.findall(r"\[\[(.+?)\]\]", prose)) <= {stem(measure) for measure in MEASURES}
    assert set(re.findall(r"\{\{([^|}]+)", prose)) <= indicators(catalogue)


@pytest.mark.parametrize("cycle", ROUNDS)
def test_round_follows_its_catalogue_and_the_jury(cycle: str) -> None:
    settings = herne(f"cycles/{cycle}/cycle.yaml")
    assert settings["catalogue"] == ROUNDS[cycle]
    assert f"figures/{settings['figures']}.yaml" in FILES
    prompts = values(ROOT / "action_fields" / ROUNDS[cycle] / "catalogue.yaml")["understanding"]
    assert set(settings["understanding"]) <= {prompt["id"] for prompt in prompts}
    jury = herne(f"cycles/{cycle}/jury.yaml")
    assert jury["award"] == settings["award"]
    assert len(jury["praise"]) >= 4
    named = {item["field"] for item in (*jury["praise"], *jury["expectations"]) if "field" in item}
    assert named <= set(criteria(ROUNDS[cycle]))
    for expectation in jury["expectations"]:
        for later, said in expectation.get("answers", {}).items():
            assert cycle < later <= max(ROUNDS)
            assert set(said.get("evidence", ())) <= {stem(measure) for measure in MEASURES}


def test_renewals_form_a_chain() -> None:
    renews = [herne(f"cycles/{cycle}/cycle.yaml").get("renews") for cycle in ROUNDS]
    assert renews == [None, 2019, 2022]


def published(percent: int) -> dict[str, Any]:
    return {"percent": percent, "digits": 0, "published": True}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2019, {
            "staff": {"total": 2984, "women": published(58)},
            "leadership": {"women": 67, "men": 130},
            "leadership part": {"women": 15, "men": 4},
            "leadership Fachbereichsleitungen und Stellvertretungen": {"women": published(34)},
        }),
        (2022, {
            "staff": {"total": 3113, "women": published(59)},
            "leadership": {"women": 81, "men": 143},
            "leadership part": {"women": 21, "men": 4},
        }),
        (2025, {
            "staff": {"total": 3345, "women": 1990},
            "leadership": {"women": published(43)},
            "leadership über 50": {"women": published(48)},
            "leadership 30–50": {"women": published(37)},
        }),
    ],
)  # fmt: skip
def test_figures_are_the_published_ones(year: int, expected: dict[str, Any]) -> None:
    figures = herne(f"figures/{year}.yaml")
    assert figures["as_of"] == year
    assert "Stichtag ist nicht veröffentlicht" in figures["note"]
    split = ("group", "employment", "level", "age")
    counts = ("total", "women", "men", "diverse")
    assert {
        " ".join(row[key] for key in split if key in row): {key: row[key] for key in counts if key in row}
        for row in figures["rows"]
    } == expected


def test_names_nobody() -> None:
    assert "contact" not in herne("dossier.yaml")
    written = "".join(path.read_text(encoding="utf-8") for path in HERNE.rglob("*.*"))
    assert not [name for name in ("Weber", "Noack", "Roer") if name in written]


@pytest.mark.skipif(not SEED.exists(), reason="the published texts are not part of the project")
@pytest.mark.parametrize("file", ["README.md", *FILES])
def test_copies_no_phrase_of_its_sources(file: str) -> None:
    own = runs((HERNE / file).read_text(encoding="utf-8"))
    assert sorted(own & runs(SEED.read_text(encoding="utf-8"))) == []


def runs(text: str) -> set[str]:
    """Return all runs of words one longer than what may be shared."""
    words = re.findall(r"\w+", text.lower())
    length = LONGEST_COMMON_RUN + 1
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}
