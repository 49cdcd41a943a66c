"""A sign-off holds for what was seen: each case is an edit, and the sign-offs that it makes void."""

import pytest

from tea_assistant.model.dossier import Attachment
from tea_assistant.review.items import item_of, signable
from tea_assistant.review.standing import State, print_of, standings
from tests.checks.case_files import signed
from tests.checks.mini_dossier import Texts, application, base_texts

REVIEW = "cycles/2025/reviews/erika.yaml"
MENTORING = "evidence/mentoring-fuer-frauen.yaml"
CAMPAIGN = "evidence/stadt-mit-respekt.yaml"
FIELD = "cycles/2025/fields/af03.yaml"
CYCLE = "cycles/2025/cycle.yaml"
FIGURES = "figures/2024-12-31.yaml"
ON_MENTORING = {"af03/af03-mentoring", "af03/eltern-kind-tag", "verzeichnis/mentoring-fuer-frauen"}
ON_CAMPAIGN = {"af02/af02-kommunikation", "af02/af02-ehrenamt", "verzeichnis/stadt-mit-respekt"}

EDITS: list[tuple[str, str, str, set[str]]] = [
    (FIELD, "beginnt bei „uns“", "beginnt bei *Ihnen*", {"af03/opening"}),
    (FIELD, "applies: false", "applies: true", {"af03/af03-nachfolgeplanung"}),
    (FIELD, "mit dem Stellenplan", "irgendwann", {"af03/af03-nachfolgeplanung"}),
    (FIELD, "evidence: [mentoring-fuer-frauen]\n  af03", "evidence: []\n  af03", set()),
    (FIELD, "title: Eltern-Kind-Tag", "title: Familientag", {"af03/eltern-kind-tag"}),
    (MENTORING, "goal: Mehr Bewerbungen", "goal: Viele Bewerbungen", ON_MENTORING),
    (MENTORING, "value: 12", "value: 13", ON_MENTORING),
    (MENTORING, "legal_character: voluntary", "legal_character: beyond_law", ON_MENTORING),
    (MENTORING, "change: Zweiter Durchgang", "change: Dritter Durchgang", ON_MENTORING),
    (MENTORING, 'dated: "2023-05-04"', 'dated: "2023-05-05"', ON_MENTORING),
    # What is not seen: another round, who confirmed it, comments and quotes of the file, later results.
    (MENTORING, '"2022": {state: new}', '"2022": {state: continued}', set()),
    (CAMPAIGN, 'confirmed: "2025-02-11"', 'confirmed: "2025-03-01", by: Büro', set()),
    (MENTORING, "goal: Mehr Bewerbungen von Frauen.", "goal: 'Mehr Bewerbungen von Frauen.' # so", set()),
    (MENTORING, "results:", 'results:\n  - {value: 99, unit: später, as_of: "2026-01-01"}', set()),
    # A text mentions what it does not link; figures reach every text that prints them.
    (CAMPAIGN, "title: Stadt mit Respekt", "title: Stadt ohne Gewalt", ON_CAMPAIGN),
    (
        FIGURES,
        "total: 230, women: 99",
        "total: 230, women: 115",
        {"zahlen/leadership.women.share", "af03/opening"},
    ),
    (
        "figures/2021-12-31.yaml",
        "women: 1837",
        "women: 1900",
        {"zahlen/staff.women.share", "af03/af03-mentoring"},
    ),
    (FIGURES, "source: Personalstatistik", "source: Fachverfahren", {"zahlen/source"}),
    (CYCLE, "title: Gleichstellungsplan", "title: Plan", {"haltung/documents"}),
    (CYCLE, "gilt für alle", "gilt für\n    alle", set()),
    ("dossier.yaml", "state: NW", "state: HE", {"angaben/facts"}),
]


def all_signed(texts: Texts) -> Texts:
    keys = [item.key for item in signable(application(base_texts()))]
    return signed({REVIEW: keys}, {**texts, REVIEW: "name: Erika\nrole: Personalrat\n"})


@pytest.mark.parametrize(
    ("file", "old", "new", "void"),
    EDITS,
    ids=lambda value: str(value)[:30] if isinstance(value, str) else f"{len(value)} void",
)
def test_an_edit_makes_void_what_rests_on_it_alone(file: str, old: str, new: str, void: set[str]) -> None:
    texts = base_texts()
    assert texts[file].count(old) == 1, texts[file]
    texts[file] = texts[file].replace(old, new)
    found = application(all_signed(texts))
    states = {each.item.key: each.state for each in standings(found, found.round.reviews["erika"])}
    if "evidence: []" in new:
        # The text still mentions the measure, so that it is still seen.
        assert states["af03/af03-mentoring"] is State.APPROVED
    by_item = {key for key, state in states.items() if state is State.VOID and "/" in key}
    assert by_item == void
    parts = {key for key, state in states.items() if state is State.VOID and "/" not in key}
    assert parts == {key.partition("/")[0] for key in void}


def test_another_content_of_a_proof_makes_void_what_it_proves() -> None:
    texts = all_signed(base_texts())
    # What somebody has noted as the sum is not what lies there.
    texts[MENTORING] = texts[MENTORING].replace('sha256: "b2"', 'sha256: "c3"')
    same = application(texts, {"attachments/konzept.pdf": Attachment(exists=True, inside=True, sha256="b2")})
    assert not [s for s in standings(same, same.round.reviews["erika"]) if s.state is State.VOID]
    other = {"attachments/konzept.pdf": Attachment(exists=True, inside=True, sha256="c3")}
    found = application(texts, other)
    void = [s for s in standings(found, found.round.reviews["erika"]) if s.state is State.VOID]
    assert {each.item.key for each in void if each.item.can_be_signed} == ON_MENTORING
    (change,) = void[1].changes
    assert change.title == "Nachweis Konzept"
    assert change.old is not None
    assert "Prüfsumme b2" in change.old
    assert "Prüfsumme c3" in change.new


def print_of_mentoring(campaign: str) -> str:
    """Return the fingerprint of a measure that mentions the campaign."""
    texts = {**base_texts(), CAMPAIGN: campaign}
    texts[MENTORING] = texts[MENTORING].replace("Führungskräfte begleiten", "[[stadt-mit-respekt]]:")
    found = application(texts)
    item = item_of(found, "verzeichnis/mentoring-fuer-frauen")
    assert item is not None
    return print_of(found, item)


def test_a_measure_that_another_mentions_counts_with_its_title_alone() -> None:
    campaign = base_texts()[CAMPAIGN]
    stands = print_of_mentoring(campaign)
    assert print_of_mentoring(campaign.replace("Eine Kampagne", "Die Kampagne")) == stands
    assert print_of_mentoring(campaign.replace("title: Stadt", "title: Ort")) != stands


def test_the_difference_tells_old_and_new_and_what_came_and_went() -> None:
    texts = base_texts()
    texts[FIELD] = (
        texts[FIELD]
        .replace("[[mentoring-fuer-frauen]]", "etwas")
        .replace("    evidence: [mentoring-fuer-frauen]\n  af03", "    evidence: [stadt-mit-respekt]\n  af03")
    )
    found = application(all_signed(texts))
    review = found.round.reviews["erika"]
    (void,) = (s for s in standings(found, review) if s.item.key == "af03/af03-mentoring")
    changes = {change.key: change for change in void.changes}
    statement = changes["statement"]
    assert statement.old is not None
    assert "[[mentoring-fuer-frauen]]" in statement.old
    assert "Seit 2017 gibt es etwas" in statement.new
    assert changes["measure/mentoring-fuer-frauen/title"].new == ""
    assert changes["measure/stadt-mit-respekt/title"].old == ""


def test_a_gone_item_shows_what_was_signed_and_comes_back_with_it() -> None:
    texts = base_texts()
    texts[FIELD] = texts[FIELD].replace("closing: Als Nächstes kommt der zweite Durchgang.", "closing: ''")
    found = application(all_signed(texts))
    gone = standings(found, found.round.reviews["erika"])[-1]
    assert (gone.state, gone.item.key, gone.item.title) == (State.GONE, "af03/closing", "Abschluss")
    assert [(c.old, c.new) for c in gone.changes] == [("Als Nächstes kommt der zweite Durchgang.", "")]
    back = application(all_signed(base_texts()))
    assert all(
        s.state is State.APPROVED
        for s in standings(back, back.round.reviews["erika"])
        if s.total or s.signoff
    )


def test_a_wording_that_was_changed_by_hand_is_not_shown_as_seen() -> None:
    texts = all_signed(base_texts())
    texts[REVIEW] = texts[REVIEW].replace("Als Nächstes kommt", "Nie kommt")
    texts[FIELD] = texts[FIELD].replace("Als Nächstes kommt", "Bald kommt")
    found = application(texts)
    (void,) = (s for s in standings(found, found.round.reviews["erika"]) if s.item.key == "af03/closing")
    assert [(c.old, c.new) for c in void.changes] == [(None, "Bald kommt der zweite Durchgang.")]
