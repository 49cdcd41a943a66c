"""What goes into the portal's form: all of it, in its order, as plain text."""

from itertools import groupby

import pytest
from msgspec.structs import replace

from tea_assistant.document.portal import PortalText, portal_texts
from tests.document.case_files import CASES, application_of, load_case


def shown(texts: tuple[PortalText, ...]) -> str:
    """Write the texts as the case files have them: key, group and title, then the text."""
    return "".join(f"== {t.key} | {t.group} | {t.title}\n{t.text}\n" for t in texts)


@pytest.mark.parametrize("name", ["whole", "hostile", "small-groups", "empty"])
def test_the_form_is_filled_as_written_down(name: str) -> None:
    expected = (CASES / f"{name}.portal.txt").read_text(encoding="utf-8")
    assert shown(portal_texts(application_of(load_case(name)))) == expected


def test_the_parts_come_in_the_order_of_the_catalogue() -> None:
    application = application_of(load_case("whole"))
    parts = [part for part, _ in groupby(portal_texts(application), key=lambda text: text.part)]
    assert parts == ["organisation", "figures", "understanding", "af02", "af03", "evidence"]
    turned = replace(application.catalogue, parts=application.catalogue.parts[::-1])
    turned_texts = portal_texts(replace(application, catalogue=turned))
    assert [part for part, _ in groupby(turned_texts, key=lambda text: text.part)] == parts[::-1]


def test_limits_come_from_the_catalogue_alone() -> None:
    case = load_case("whole")
    assert {text.limit for text in portal_texts(application_of(case))} == {None}
    limits = {"af03": {"statement": 20, "closing": 9}, "evidence": {"goal": 7}, "organisation": {"name": 5}}
    for part in case["catalogue"]["parts"]:
        part["limits"] = limits.get(part["id"], {})
    found = {text.key: text.limit for text in portal_texts(application_of(case)) if text.limit}
    assert found == {
        "organisation/name": 5,
        "af03/af03-mentoring": 20,
        "af03/af03-nachfolge": 20,
        "af03/eltern-kind-tag/statement": 20,
        "af03/closing": 9,
        "evidence/mentoring-fuer-frauen/goal": 7,
    }


def test_an_activity_without_a_text_is_still_to_be_ticked() -> None:
    texts = {text.key: text for text in portal_texts(application_of(load_case("whole")))}
    assert texts["af03/af03-nachfolge"].ticked
    assert texts["af03/af03-nachfolge"].text == ""
    assert "af03/af03-recruiting" not in texts
    assert texts["af03/af03-mentoring"].path == ("criteria", "af03-mentoring", "statement")


def test_what_is_internal_somewhere_is_internal_here_too() -> None:
    case = load_case("whole")
    proofs = [{"title": "Plan", "file": "attachments/gleichstellungsplan.pdf", "release": "internal"}]
    case["evidence"]["kampagne"]["proofs"] = proofs
    texts = {text.key: text.text for text in portal_texts(application_of(case))}
    assert texts["understanding/documents"] == "Gleichstellungsplan 2023–2027 (Stand: 04.05.2023; intern)"


def test_two_activities_of_one_name_stay_two_texts() -> None:
    case = load_case("whole")
    case["answers"]["af03"]["own_criteria"] *= 2
    keys = [text.key for text in portal_texts(application_of(case))]
    assert "af03/eltern-kind-tag/title-2" in keys
    assert len(set(keys)) == len(keys)
