"""The catalogues as they are shipped: valid, complete, and consistent with one another."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "action_fields"
CURRENT = "verwaltung-2021"
OLDER = "verwaltung-2015"
SCHEMA_OF = {"catalogue": "catalogue", "figures": "indicators"}  # every other file is an action field

FILES = sorted(CATALOGUES.glob("*/*.yaml"))
NAMES = [path.parent.name + "/" + path.stem for path in FILES]
FIELDS = [path for path in FILES if path.stem not in SCHEMA_OF]
FIELD_NAMES = [path.parent.name + "/" + path.stem for path in FIELDS]

SENTENCE_END = re.compile(r"[.!?](?=\s+[„A-ZÄÖÜ]|$)")
OTHER_BOOLEANS = {"y", "n", "yes", "no", "on", "off", "~", "null"}

OFFICIAL_TITLES = {
    "af01": "Strukturelle und strategische Verankerung von Chancengleichheit und Integration in Planungs- "
    "und Steuerungselemente zur Organisationsentwicklung",
    "af02": "Organisationskultur und gesellschaftspolitisches Bekenntnis zu Chancengleichheit",
    "af05": "Förderung von wertschätzendem, vorurteilsfreiem Verhalten / Aktivitäten gegen Machtmissbrauch, "
    "sexualisierte/geschlechtsbezogene Diskriminierung, Belästigung und Gewalt",
}
OLDER_TITLES = [
    "Beschäftigungssituation",
    "Rekrutierung",
    "Weiterbildung und Personalentwicklung",
    "Work-Life-Balance",
    "Faires Verhalten",
    "Institutionalisierung",
    "Gesellschaftspolitisches Bekenntnis",
]


def load(path: Path) -> dict[str, Any]:
    document = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    assert isinstance(document, dict)
    return document


def catalogue(name: str) -> dict[str, Any]:
    return load(CATALOGUES / name / "catalogue.yaml")


def field_ids(name: str) -> list[str]:
    return [part["id"] for part in catalogue(name)["parts"] if part["kind"] == "action_field"]


def criteria(name: str) -> list[dict[str, Any]]:
    return [
        entry for field in field_ids(name) for entry in load(CATALOGUES / name / f"{field}.yaml")["criteria"]
    ]


def indicators(name: str) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in load(CATALOGUES / name / "figures.yaml")["indicators"]}


def sentences(text: str) -> int:
    return len(SENTENCE_END.findall(text.strip()))


def values(node: object, key: str) -> Iterator[Any]:
    """Every value that stands under this key, at any depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for item in node:
            yield from values(item, key)


@pytest.fixture(scope="module")
def registry() -> Registry[Any]:
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schemas").glob("*.json")]
    empty: Registry[Any] = Registry()
    return empty.with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_file_keeps_its_schema(path: Path, registry: Registry[Any]) -> None:
    kind = SCHEMA_OF.get(path.stem, "action_field")
    schema = {"$ref": f"urn:tea-assistant:{kind}"}
    errors = [
        f"{error.json_path}: {error.message}" for error in validator(schema, registry).iter_errors(load(path))
    ]
    assert errors == []


def validator(schema: dict[str, Any], registry: Registry[Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, registry=registry)


def test_the_schema_would_notice_a_misspelt_key(registry: Registry[Any]) -> None:
    field = load(CATALOGUES / CURRENT / "af03.yaml")
    field["criteria"][0]["guidence"] = field["criteria"][0].pop("guidance")
    assert not validator({"$ref": "urn:tea-assistant:action_field"}, registry).is_valid(field)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_file_reads_alike_under_yaml_1_1_and_1_2(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("format: 1\n")
    assert "\t" not in text
    scalars = [event for event in yaml.parse(text, yaml.CSafeLoader) if isinstance(event, yaml.ScalarEvent)]
    plain = [event.value for event in scalars if event.implicit[0]]
    assert [value for value in plain if value.casefold() in OTHER_BOOLEANS] == []
    assert [value for value in plain if re.fullmatch(r"0\d+|[\d:]+:\d+|\d{4}-\d\d-\d\d", value)] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_key_stands_twice(path: Path) -> None:
    def mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
        if isinstance(node, yaml.MappingNode):
            yield node
            for _, value in node.value:
                yield from mappings(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from mappings(item)

    root = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    assert root is not None
    for mapping in mappings(root):
        repeated = [key for key, count in Counter(key.value for key, _ in mapping.value).items() if count > 1]
        assert repeated == [], f"line {mapping.start_mark.line + 1}"


@pytest.mark.parametrize("name", [CURRENT, OLDER])
def test_parts_share_25_pages_and_name_every_field_file_in_order(name: str) -> None:
    parts = catalogue(name)["parts"]
    assert sum(part["pages"] for part in parts) == 25
    assert field_ids(name) == sorted(path.stem for path in FIELDS if path.parent.name == name)
    others = [part["id"] for part in parts if part["kind"] != "action_field"]
    own = ["progress"] if name == CURRENT else []
    assert others == ["organisation", "figures", "understanding", *own, "evidence", "attachments"]
    assert all(
        part["id"] == part["kind"] and part["title"] for part in parts if part["kind"] != "action_field"
    )


@pytest.mark.parametrize("name", [CURRENT, OLDER])
def test_ids_are_unique_and_begin_with_their_field(name: str) -> None:
    ids = [entry["id"] for entry in criteria(name)] + [part["id"] for part in catalogue(name)["parts"]]
    assert [found for found, count in Counter(ids).items() if count > 1] == []
    for field in field_ids(name):
        for entry in load(CATALOGUES / name / f"{field}.yaml")["criteria"]:
            assert entry["id"].startswith(f"{field}-")
    prompts = [prompt["id"] for prompt in catalogue(name)["understanding"]]
    assert len(prompts) == len(set(prompts))


def test_enough_is_asked() -> None:
    numbers = {
        field: len(load(CATALOGUES / CURRENT / f"{field}.yaml")["criteria"]) for field in field_ids(CURRENT)
    }
    assert min(numbers.values()) >= 6
    assert sum(number for field, number in numbers.items() if field != "af06") >= 40
    assert all(len(load(CATALOGUES / OLDER / f"{field}.yaml")["criteria"]) >= 3 for field in field_ids(OLDER))


@pytest.mark.parametrize("path", FIELDS, ids=FIELD_NAMES)
def test_a_field_helps_to_write(path: Path) -> None:
    field = load(path)
    assert len(field["short_title"]) <= 34
    assert field["opening"]["title"] == "Einstieg"
    assert field["closing"]["title"] == "Abschluss"
    for entry in [field, field["opening"], field["closing"], *field["criteria"]]:
        assert 2 <= sentences(entry["guidance"]) <= 4, entry["guidance"]
    for entry in [field["opening"], field["closing"], *field["criteria"]]:
        assert entry["question"].endswith("?")
    assert all(entry["good_evidence"] for entry in field["criteria"])


@pytest.mark.parametrize("name", [CURRENT, OLDER])
def test_understanding_helps_to_write(name: str) -> None:
    for prompt in catalogue(name)["understanding"]:
        assert prompt["question"].endswith("?")
        assert 2 <= sentences(prompt["guidance"]) <= 4
        assert prompt["official"] is False


def test_no_sentence_of_help_is_told_twice() -> None:
    told = [text for path in FILES for text in values(load(path), "guidance")]
    pieces = [piece.strip() for text in told for piece in SENTENCE_END.split(text) if piece.strip()]
    assert [piece for piece, count in Counter(pieces).items() if count > 1] == []


def test_titles_are_the_published_ones() -> None:
    for field, title in OFFICIAL_TITLES.items():
        document = load(CATALOGUES / CURRENT / f"{field}.yaml")
        assert (document["title"], document["official"]) == (title, True)
    assert [load(CATALOGUES / OLDER / f"{field}.yaml")["title"] for field in field_ids(OLDER)] == OLDER_TITLES


@pytest.mark.parametrize("path", FIELDS, ids=FIELD_NAMES)
def test_what_is_called_official_names_its_source_and_nothing_else_claims_one(path: Path) -> None:
    field = load(path)
    for entry in [field, *field["criteria"]]:
        source = entry.get("source", "")
        if entry["official"]:
            assert source
            assert not source.startswith("Erschlossen")
        else:
            assert not source or source.startswith("Erschlossen")


def test_expectations_of_fields() -> None:
    fields = {field: load(CATALOGUES / CURRENT / f"{field}.yaml") for field in field_ids(CURRENT)}
    assert [field for field, document in fields.items() if "citizens" in document["expects"]] == ["af02"]
    reaching = [entry["id"] for entry in fields["af02"]["criteria"] if "citizens" in entry.get("expects", [])]
    assert reaching == ["af02-buergerschaftliches-engagement"]
    assert [field for field, document in fields.items() if document.get("applies_to")] == ["af06"]
    assert fields["af06"]["applies_to"] == ["wissenschaft"]


def test_everything_of_the_older_catalogue_has_a_successor() -> None:
    targets = [target for entry in criteria(CURRENT) for target in entry.get("replaces", [])]
    older_fields = [f"{OLDER}/{field}" for field in field_ids(OLDER)]
    older_criteria = [f"{OLDER}/{entry['id']}" for entry in criteria(OLDER)]
    assert set(targets) == {*older_fields, *older_criteria}
    # What was filed under a field as a whole can go to one place only.
    assert [targets.count(field) for field in older_fields] == [1] * len(older_fields)


def test_rounds_follow_one_another_without_a_gap() -> None:
    assert catalogue(OLDER)["valid"]["to"] + 1 == catalogue(CURRENT)["valid"]["from"]


@pytest.mark.parametrize("name", [CURRENT, OLDER])
def test_indicators_point_at_groups_and_fields_that_exist(name: str) -> None:
    document = load(CATALOGUES / name / "figures.yaml")
    listed = [entry["id"] for entry in document["indicators"]]
    assert len(listed) == len(set(listed))
    groups = [group["id"] for group in document["groups"]]
    assert len(groups) == len(set(groups))
    assert set(values(document["indicators"], "group")) == set(groups)
    assert set().union(*values(document["indicators"], "fields")) <= set(field_ids(name))
    required = {entry["id"] for entry in document["indicators"] if entry.get("required")}
    assert required == {"staff.total", "staff.women.share", "leadership.women.share"}


@pytest.mark.parametrize("name", [CURRENT, OLDER])
def test_a_share_is_a_part_of_its_whole(name: str) -> None:
    for key, entry in indicators(name).items():
        assert ("denominator" in entry) == key.endswith(".share")
        assert entry["definition"]
        if "denominator" in entry:
            assert entry["digits"] == 0
            assert entry["numerator"] != entry["denominator"]


def test_an_indicator_means_the_same_in_both_catalogues() -> None:
    current, older = indicators(CURRENT), indicators(OLDER)
    for key, entry in older.items():
        for part in ("title", "definition", "numerator", "denominator", "digits"):
            assert entry.get(part) == current[key].get(part), key
