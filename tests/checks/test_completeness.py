"""How far an application is: from a new dossier to a complete one."""

import pytest

from tea_assistant.checks.completeness import Completeness, completeness, share_of
from tea_assistant.checks.items import Item, ItemKind
from tests.checks.mini_dossier import Texts, application, base_texts

FIELD = "cycles/2025/fields/af03.yaml"
EVIDENCE = "evidence/mentoring-fuer-frauen.yaml"
CYCLE = "cycles/2025/cycle.yaml"
CATALOGUES = {file: text for file, text in base_texts().items() if file.startswith("action_fields/")}
BRAND_NEW = CATALOGUES | {
    "dossier.yaml": "format: 1\nname: Stadt Musterstadt\n",
    CYCLE: "format: 1\ncatalogue: mini\n",
}


def of(texts: Texts) -> Completeness:
    return completeness(application(texts))


def without(file: str, *removed: str) -> Completeness:
    texts = base_texts()
    for text in removed:
        assert texts[file].count(text) == 1
        texts[file] = texts[file].replace(text, "")
    return of(texts)


def gaps(found: Completeness) -> list[tuple[str, str, str]]:
    return [(gap.part, ".".join(map(str, gap.path)), gap.title) for gap in found.gaps()]


def test_the_complete_dossier_is_complete() -> None:
    found = of(base_texts())
    assert found.overall == 1.0
    assert [p.share for p in found.parts] == [1.0] * 6
    assert found.gaps() == ()


def test_a_new_dossier_is_complete_nowhere() -> None:
    found = of(BRAND_NEW)
    assert [(p.part, p.begun, p.done, p.open) for p in found.parts] == [
        ("angaben", True, 2, 6),
        ("zahlen", False, 0, 3),
        ("haltung", False, 0, 1),
        ("af02", False, 0, 8),
        ("af03", False, 0, 8),
        ("verzeichnis", False, 0, 1),
    ]
    assert 0 < found.overall < 0.1
    assert all(p.share < 1 for p in found.parts)


def test_the_gaps_of_a_new_dossier_come_in_the_order_of_the_application() -> None:
    assert gaps(of(BRAND_NEW)) == [
        ("angaben", "state", "Bundesland"),
        ("angaben", "place", "place"),
        ("angaben", "branch", "branch"),
        ("angaben", "website", "Internetauftritt"),
        ("angaben", "office", "office"),
        ("angaben", "about", "Kurzporträt"),
        ("zahlen", "figures", "Kennzahlen zum Stichtag"),
        ("haltung", "understanding.verstaendnis", "Was Chancengleichheit für uns bedeutet"),
        ("af02", "opening", "Einstieg"),
        ("af02", "criteria.af02-kommunikation.applies", "Interne Kommunikation: entscheiden"),
        ("af02", "criteria.af02-ehrenamt.applies", "Bürgerschaftliches Engagement: entscheiden"),
        ("af02", "closing", "Abschluss"),
        ("af03", "opening", "Einstieg"),
        ("af03", "criteria.af03-mentoring.applies", "Mentoring: entscheiden"),
        ("af03", "criteria.af03-nachfolgeplanung.applies", "Nachfolgeplanung: entscheiden"),
        ("af03", "closing", "Abschluss"),
        ("verzeichnis", "criteria", "Erste Maßnahme verknüpfen"),
    ]


def test_every_gap_names_the_file_in_which_it_is_closed() -> None:
    assert {gap.part: gap.file for gap in of(BRAND_NEW).gaps()} == {
        "angaben": "dossier.yaml",
        "zahlen": CYCLE,
        "haltung": CYCLE,
        "af02": "cycles/2025/fields/af02.yaml",
        "af03": FIELD,
        "verzeichnis": "cycles/2025/fields/af02.yaml",
    }


def test_a_part_in_which_nothing_is_asked_is_left_out() -> None:
    found = of(base_texts())
    assert found.part("anlagen") is None
    assert found.part("af06") is None
    part = found.part("af03")
    assert part is not None
    assert part.title == "Personalarbeit"


def test_a_ticked_activity_is_to_be_described_and_linked() -> None:
    found = without(
        FIELD,
        "    statement: |\n      Seit 2017 gibt es [[mentoring-fuer-frauen]] für Mitarbeiter*innen.\n"
        "      Veränderung: {{staff.women.share|delta}}\n    evidence: [mentoring-fuer-frauen]\n",
    )
    path, title = ("criteria", "af03-mentoring"), "Mentoring"
    describe, link = ItemKind.DESCRIBE, ItemKind.LINK
    assert found.gaps() == (
        Item("af03", FIELD, (*path, "statement"), f"{title}: beschreiben", describe, done=False),
        Item("af03", FIELD, (*path, "evidence"), f"{title}: Maßnahme verknüpfen", link, done=False),
    )


def test_an_activity_that_does_not_apply_needs_a_reason_and_nothing_else() -> None:
    found = without(FIELD, "    because: Wird mit dem Stellenplan aufgebaut.\n")
    path = "criteria.af03-nachfolgeplanung.because"
    assert gaps(found) == [("af03", path, "Nachfolgeplanung: begründen, warum nicht")]


def test_ticking_an_activity_never_makes_a_field_look_less_complete() -> None:
    undecided = without(FIELD, "    applies: false\n    because: Wird mit dem Stellenplan aufgebaut.\n")
    texts = base_texts()
    texts[FIELD] = texts[FIELD].replace(
        "applies: false\n    because: Wird", "applies: true\n    because: Wird"
    )
    before, after = undecided.part("af03"), of(texts).part("af03")
    assert before is not None
    assert after is not None
    assert before.share < after.share < 1


def test_an_activity_of_its_own_is_to_be_described_and_linked() -> None:
    found = without(FIELD, "    statement: Einmal im Jahr.\n    evidence: [mentoring-fuer-frauen]\n")
    assert gaps(found) == [
        ("af03", "own_criteria.0.statement", "Eltern-Kind-Tag: beschreiben"),
        ("af03", "own_criteria.0.evidence", "Eltern-Kind-Tag: Maßnahme verknüpfen"),
    ]


def test_a_link_to_a_measure_that_does_not_exist_is_no_link() -> None:
    texts = base_texts()
    texts[FIELD] = texts[FIELD].replace(
        "Jahr.\n    evidence: [mentoring-fuer-frauen]", "Jahr.\n    evidence: [xyz]"
    )
    assert gaps(of(texts)) == [("af03", "own_criteria.0.evidence", "Eltern-Kind-Tag: Maßnahme verknüpfen")]


def test_a_linked_measure_is_to_be_filled_in() -> None:
    found = without(
        EVIDENCE,
        "title: Mentoring für Frauen\n",
        "summary: |\n  Führungskräfte begleiten Mitarbeiter*innen [/x] „ein Jahr lang“.\n",
        "target_groups: [Frauen mit Führungsinteresse]\n",
        "legal_character: voluntary\n",
        'since: "2017"\n',
        '  "2025": {state: expanded, change: Zweiter Durchgang}\n',
    )
    assert gaps(found) == [
        ("verzeichnis", "title", "mentoring-fuer-frauen: title"),
        ("verzeichnis", "summary", "mentoring-fuer-frauen: summary"),
        ("verzeichnis", "target_groups", "mentoring-fuer-frauen: target_groups"),
        ("verzeichnis", "legal_character", "mentoring-fuer-frauen: legal_character"),
        ("verzeichnis", "since", "mentoring-fuer-frauen: Seit"),
        ("verzeichnis", "cycles.2025.state", "mentoring-fuer-frauen: Stand"),
    ]
    assert {gap.file for gap in found.gaps()} == {EVIDENCE}


def test_a_measure_that_nobody_has_looked_at_is_a_gap() -> None:
    texts = base_texts()
    texts[EVIDENCE] = texts[EVIDENCE].replace("state: expanded", "state: open")
    assert gaps(of(texts)) == [("verzeichnis", "cycles.2025.state", "Mentoring für Frauen: Stand")]


@pytest.mark.parametrize(
    "file, old, new, gap",
    [
        ("figures/2024-12-31.yaml", ", women: 1990", "", ("figures/2024-12-31.yaml", ("rows", 0, "women"))),
        (CYCLE, 'figures: "2024', 'figures: "2023', ("figures/2023-12-31.yaml", ())),
        (CYCLE, 'figures: "2024-12-31"\n', "", (CYCLE, ("figures",))),
    ],
)
def test_a_gap_in_the_figures_leads_to_where_they_are_entered(
    file: str, old: str, new: str, gap: tuple[str, tuple[object, ...]]
) -> None:
    texts = base_texts()
    texts[file] = texts[file].replace(old, new)
    assert [(item.file, item.path) for item in of(texts).gaps()] == [gap]


def test_without_a_catalogue_nothing_is_complete() -> None:
    found = of(BRAND_NEW | {CYCLE: "format: 1\ncatalogue: fehlt\n"})
    assert (found.parts, found.overall, found.gaps()) == ((), 0.0, ())


@pytest.mark.parametrize(
    "done, asked, share", [(0, 0, 0.0), (0, 3, 0.0), (1, 4, 0.25), (3, 3, 1.0), (999, 1000, 0.99)]
)
def test_a_share_reaches_one_only_when_all_is_done(done: int, asked: int, share: float) -> None:
    assert share_of(done, asked) == share


def test_a_text_that_was_only_carried_over_is_still_open() -> None:
    texts = base_texts()
    texts[FIELD] += "carried: {cycle: 2022, texts: [opening, criteria.af03-mentoring.statement, closing]}\n"
    found = of(texts)
    assert gaps(found) == [
        ("af03", "opening", "Einstieg: bestätigen"),
        ("af03", "criteria.af03-mentoring.statement", "Mentoring: bestätigen"),
        ("af03", "closing", "Abschluss: bestätigen"),
    ]
    assert found.overall < 1
