"""Values that do not mean quite the same are compared only with that said."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from tea_assistant.figures.comparability import Difference, comparability, months_counted
from tea_assistant.figures.forms import figure_text
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue, CellSelector, Indicator
from tea_assistant.model.cycle import Cycle, Round
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent
from tea_assistant.model.labels import Labels

SHARE = Indicator(
    "women.share",
    title="Frauenanteil [/x]",
    definition="Frauen unter allen Bürger*innen [/x].",
    numerator=CellSelector("staff", count="women"),
    denominator=CellSelector("staff", count="total"),
)
OLD, NEW = FigureSet("2022", rows=(FigureRow("staff", women=36, men=64),)), FigureSet(
    "2025", rows=(FigureRow("staff", women=43, men=57),)
)  # fmt: skip
PERCENT, FINER = PublishedPercent(Fraction(43)), PublishedPercent(Fraction(43), digits=1)
ROUNDED = "eine gerundete Prozentzahl veröffentlicht"
COUNTED = "aus Anzahlen berechnet; verglichen sind die gedruckten Werte"


def application(
    old: FigureSet = OLD, new: FigureSet = NEW, earlier: Indicator = SHARE, *, flows: tuple[str, ...] = ()
) -> Application:
    catalogues = {
        "neu": Catalogue("neu", indicators={SHARE.id: SHARE}, flows=flows),
        "alt": Catalogue("alt", indicators={earlier.id: earlier}, flows=flows),
    }
    rounds = {
        "2022": Round(Cycle("2022", catalogue="alt", figures=old.id)),
        "2025": Round(Cycle("2025", catalogue="neu", figures=new.id, renews="2022")),
    }
    figures = {old.id: old, new.id: new}
    dossier = Dossier(Organisation(), figures=figures, rounds=rounds, catalogues=catalogues)
    return Application(dossier, rounds["2025"], catalogues["neu"], Labels())


def said(given: Application) -> list[tuple[Difference, str]]:
    return [(c.difference, c.text) for c in comparability(given, SHARE.id, "2025", "2022")]


def test_what_means_the_same_is_compared_without_a_word() -> None:
    same = replace(SHARE, title="Ein anderer Titel", definition="Frauen  unter\nallen Bürger*innen [/x].")
    assert said(application(earlier=same)) == []
    assert comparability(application(), "unknown", "2025", "2022") == ()
    assert comparability(application(), SHARE.id, "2025", "2019") == ()
    assert figure_text(application(), SHARE.id, "trend") == "43\u00a0% (2022: 36\u00a0%)"


OTHER = replace(SHARE, definition="Frauen unter allen mit „Vertrag“.")
RECOMPUTED = "Hier ist auch der Wert von 2022 nach der heutigen Definition gerechnet."
PART = replace(OTHER, denominator=CellSelector("staff", employment="part", count="total"))


@pytest.mark.parametrize(
    ("given", "difference", "text", "aside"),
    [
        (
            {"earlier": OTHER},
            Difference.DEFINITION,
            "2022 war diese Kennzahl anders definiert: „Frauen unter allen mit ‚Vertrag‘.“",
            "bei anderer Definition",
        ),
        (
            {"earlier": PART},
            Difference.DEFINITION,
            "2022 war diese Kennzahl anders definiert: „Frauen unter allen mit ‚Vertrag‘.“ " + RECOMPUTED,
            "bei anderer Definition",
        ),
        (
            {"old": replace(OLD, basis="full_time_equivalents")},
            Difference.BASIS,
            "2025 ist in Köpfen gezählt, 2022 in Vollzeitäquivalenten.",
            "bei anderer Zählweise",
        ),
        (
            {"old": replace(OLD, excluded=("A",)), "new": replace(NEW, excluded=("Bürger*innen [/x]", "B"))},
            Difference.EXCLUDED,
            "Nicht mitgezählt sind verschiedene Gruppen (2025: Bürger*innen [/x], B; 2022: A).",
            "bei anderer Abgrenzung",
        ),
        (
            {"new": replace(NEW, period={"from": "2022", "to": "2024"}), "flows": ("staff",)},
            Difference.PERIOD,
            "2025 sind 36 Monate gezählt, 2022 sind es 12.",
            "in einem anderen Zeitraum",
        ),
    ],
)  # fmt: skip
def test_another_meaning_is_said_in_notes_and_sentences(
    given: dict[str, Any], difference: Difference, text: str, aside: str
) -> None:
    changed = application(**given)
    assert said(changed) == [(difference, text)]
    printed = {form: figure_text(changed, SHARE.id, form) for form in ("trend", "rounds", "delta")}
    assert printed == {
        "trend": f"43\u00a0% (2022: 36\u00a0% {aside})",
        "rounds": f"36\u00a0% (2022, {aside}) → 43\u00a0% (2025)",
        "delta": f"+7\u00a0Prozentpunkte (2022 {aside})",
    }


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (36, PERCENT, f"2025 ist nur {ROUNDED}, 2022 ist {COUNTED}."),
        (PERCENT, 36, f"2022 ist nur {ROUNDED}, 2025 ist {COUNTED}."),
        (PERCENT, FINER, "2025 ist auf 1 Nachkommastelle bekannt, 2022 auf ganze Prozent."),
    ],
)  # fmt: skip
def test_another_precision_is_said_in_notes_alone(old: Any, new: Any, text: str) -> None:
    changed = application(
        replace(OLD, rows=(FigureRow("staff", women=old, men=64),)),
        replace(NEW, rows=(FigureRow("staff", women=new, men=57),)),
    )
    assert said(changed) == [(Difference.PRECISION, text)]
    trend = figure_text(changed, SHARE.id, "trend")
    assert trend is not None
    assert "bei" not in trend


def test_who_was_left_out_may_just_not_be_known() -> None:
    changed = application(new=replace(NEW, excluded=("Aushilfen",)))
    text = "Nicht mitgezählt sind verschiedene Gruppen (2025: Aushilfen; 2022: keine Angabe)."
    assert said(changed) == [(Difference.EXCLUDED, text)]
    assert figure_text(changed, SHARE.id, "trend") == "43\u00a0% (2022: 36\u00a0%)"


@pytest.mark.parametrize(
    ("file", "row", "months"),
    [
        ({}, {}, 12),
        ({"from": "2024-01-01", "to": "2024-12-31"}, {}, 12),
        ({"from": "2024-07", "to": "2024-12"}, {}, 6),
        ({"from": "2024", "to": "2024"}, {"from": "2022", "to": "2024"}, 36),
        ({"from": "2024-12-31", "to": "2024-01-01"}, {}, 12),
        ({"from": "2024"}, {}, 12),
        ({"from": "2024-01-01", "to": "2024-01-02"}, {}, 1),
    ],
)
def test_the_months_that_a_flow_counts(file: Mapping[str, str], row: Mapping[str, str], months: int) -> None:
    figures = FigureSet("2025", period=file, rows=(FigureRow("staff", women=1, period=row),))
    assert months_counted(SHARE, figures) == months


def test_exclusions_in_another_order_and_a_period_of_a_day_change_nothing() -> None:
    old = replace(OLD, excluded=("Aushilfen", "beurlaubte"), period={"from": "2022", "to": "2024"})
    new = replace(NEW, excluded=("Beurlaubte", "Aushilfen"))
    # The group is no flow, so the period is about others.
    assert said(application(old, new)) == []
