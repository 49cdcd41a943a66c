"""The walk of a reviewer: every item in the order of the document, found again by key and by place."""

from tea_assistant.review.items import item_at, item_of, review_items, signable
from tests.checks.mini_dossier import application, base_texts

KEYS = """\
angaben angaben/facts angaben/about
zahlen zahlen/source zahlen/staff.total zahlen/staff.women.share zahlen/leadership.women.share
haltung haltung/verstaendnis haltung/documents
af02 af02/opening af02/af02-kommunikation af02/af02-ehrenamt af02/closing
af03 af03/opening af03/af03-mentoring af03/af03-nachfolgeplanung af03/eltern-kind-tag af03/closing
verzeichnis verzeichnis/stadt-mit-respekt verzeichnis/mentoring-fuer-frauen
anlagen
"""
FIELD = "cycles/2025/fields/af03.yaml"


def test_the_walk_has_every_item_once_in_the_order_of_the_document() -> None:
    found = application(base_texts())
    assert [item.key for item in review_items(found)] == KEYS.split()
    assert len(signable(found)) == len(KEYS.split()) - 7
    assert [item.name for item in signable(found, "haltung")] == ["verstaendnis", "documents"]


def test_a_place_leads_to_its_item() -> None:
    found = application(base_texts())
    places = {
        ("opening",): "af03/opening",
        ("criteria", "af03-mentoring", "statement"): "af03/af03-mentoring",
        ("criteria", "af03-mentoring", "evidence", 0): "af03/af03-mentoring",
        ("own_criteria", 0, "title"): "af03/eltern-kind-tag",
    }
    keys = {path: (item.key if (item := item_at(found, FIELD, path)) else "") for path in places}
    assert keys == places
    assert item_at(found, "evidence/mentoring-fuer-frauen.yaml", ("goal",)) == item_of(
        found, "verzeichnis/mentoring-fuer-frauen"
    )
    assert item_at(found, "nirgends.yaml", ()) is None
    assert item_of(found, "af03/abgeschafft") is None


def test_what_is_empty_or_undecided_is_no_item_and_ids_given_twice_are_two() -> None:
    texts = base_texts()
    own = "  - {id: eltern-kind-tag, title: Zweimal, statement: Noch einmal.}\n"
    texts[FIELD] = (
        texts[FIELD]
        .replace("closing: Als Nächstes kommt der zweite Durchgang.", "closing: ' '")
        .replace("    applies: false\n", "")
        .replace("own_criteria:\n", f"own_criteria:\n{own}")
    )
    keys = [item.key for item in signable(application(texts), "af03")]
    assert keys == ["af03/opening", "af03/af03-mentoring", "af03/eltern-kind-tag", "af03/eltern-kind-tag-2"]
