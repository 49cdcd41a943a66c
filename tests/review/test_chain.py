"""The chain from proof to application, with the state of each link."""

from tea_assistant.model.dossier import Attachment
from tea_assistant.review.chain import Level, chain
from tea_assistant.review.items import item_of
from tests.checks.case_files import signed
from tests.checks.mini_dossier import application, base_texts

REVIEW = "cycles/2025/reviews/erika.yaml"


def steps(key: str, attachments: dict[str, Attachment] | None = None) -> list[tuple[str, str, str, bool]]:
    texts = {**base_texts(), REVIEW: "name: Erika Mustermann\nrole: Personalrat\n"}
    found = application(signed({REVIEW: ["af03/af03-mentoring"]}, texts), attachments)
    item = item_of(found, key)
    assert item is not None
    return [(step.level.value, step.title, step.state, step.holds) for step in chain(found, item)]


def test_a_statement_rests_on_its_measures_and_they_on_their_proofs() -> None:
    assert steps("af03/af03-mentoring") == [
        ("proof", "Konzept", "liegt vor", True),
        ("proof", "Pressemitteilung", "Internetadresse", True),
        ("measure", "Mentoring für Frauen", "expanded", True),
        ("figure", "Frauenanteil", "±0\u00a0Prozentpunkte", True),
        ("statement", "Mentoring", "freigegeben von Erika Mustermann", True),
        ("field", "Personalarbeit", "1 von 5 Stellen freigegeben", False),
        ("application", "Bewerbung 2025", "1 von 19 Stellen freigegeben", False),
    ]


def test_a_measure_leads_up_to_all_statements_and_a_broken_proof_does_not_hold() -> None:
    gone = {"attachments/konzept.pdf": Attachment(exists=False, inside=True)}
    found = steps("verzeichnis/mentoring-fuer-frauen", gone)
    assert found[0] == ("proof", "Konzept", "Datei fehlt", False)
    statements = [(title, holds) for level, title, _, holds in found if level == Level.STATEMENT]
    assert statements == [("Mentoring", False), ("Eltern-Kind-Tag", False)]
    other = {"attachments/konzept.pdf": Attachment(exists=True, inside=True, sha256="anders")}
    assert steps("af03/af03-mentoring", other)[0][2:] == ("seit dem Anhängen geändert", False)
