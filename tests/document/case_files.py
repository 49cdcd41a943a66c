"""Builds applications from the small case files: one round with all that it rests on."""

from pathlib import Path
from typing import Any

import yaml

from tea_assistant.model.action_field import ActionField
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue, Indicator
from tea_assistant.model.cycle import Cycle, FieldAnswer, Round
from tea_assistant.model.decoding import decode
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.figures import FigureSet
from tea_assistant.store.schema import labels

CASES = Path(__file__).with_name("cases")


class _Loader(yaml.CSafeLoader):
    """YAML with dates as text, as dossiers have them."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_case(name: str) -> dict[str, Any]:
    """Read a case file."""
    case: dict[str, Any] = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a safe loader)
    return case


def application_of(case: dict[str, Any]) -> Application:
    """Build the application that a case describes."""
    catalogue = decode(
        Catalogue,
        case["catalogue"],
        id="beispiel",
        fields={key: decode(ActionField, value, id=key) for key, value in case.get("fields", {}).items()},
        indicators={entry["id"]: decode(Indicator, entry) for entry in case.get("indicators", [])},
    )
    answers = {key: decode(FieldAnswer, value, id=key) for key, value in case.get("answers", {}).items()}
    rounds = {
        year: Round(decode(Cycle, value, id=year), answers if year == case["cycle"] else {})
        for year, value in case["rounds"].items()
    }
    dossier = Dossier(
        decode(Organisation, case["organisation"]),
        {key: decode(Evidence, value, id=key) for key, value in case.get("evidence", {}).items()},
        {key: decode(FigureSet, value, id=key) for key, value in case.get("figures", {}).items()},
        rounds,
    )
    return Application(dossier, rounds[case["cycle"]], catalogue, labels())
