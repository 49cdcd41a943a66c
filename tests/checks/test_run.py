"""The report: what was accepted, what only follows from an unreadable file, and the order."""

import pytest

from tea_assistant.checks.registry import rule
from tea_assistant.checks.run import Report, check
from tea_assistant.model.dossier import Attachment
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Source
from tests.checks.mini_dossier import Texts, application, base_texts

EVIDENCE = "evidence/stadt-mit-respekt.yaml"
FIELD = "cycles/2025/fields/af03.yaml"
CYCLE = "cycles/2025/cycle.yaml"
FIGURES = "figures/2024-12-31.yaml"
UNTITLED = "format: 1\ntitle: Stadt mit Respekt\naudience: both\nlegal_character: voluntary\n"


def report(texts: Texts, *reading: Finding) -> Report:
    return check(application(texts), reading)


def changed(file: str, text: str) -> Texts:
    return base_texts() | {file: text}


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def unreadable(file: str) -> Finding:
    return rule("TEA002").finding(Source(file), (), "Die Datei lässt sich nicht lesen.")


@pytest.mark.parametrize(
    "path, accepted",
    [
        ("proofs", True),
        ("proofs.0", True),
        ("proofs.0.file", True),
        (None, True),
        ("proofs.0.file.x", False),
        ("proofs.1", False),
        ("proof", False),
        ("file", False),
    ],
)
def test_a_finding_is_accepted_at_its_path_above_it_or_in_the_whole_file(
    path: str | None, accepted: bool
) -> None:
    entry = "\n    path: " + path if path else ""
    reason = "Liegt beim „Personalrat“ [/x]"
    text = base_texts()[EVIDENCE].replace("attachments/plakat.pdf", "weg.pdf")
    text += f"accepted:\n  - code: TEA030{entry}\n    reason: {reason}\n"
    outside = {"weg.pdf": Attachment(exists=False, inside=False)}
    found = check(application(changed(EVIDENCE, text), outside))
    assert [f.accepted for f in found.accepted] == ([reason] if accepted else [])
    assert codes(found.findings) == ([] if accepted else ["TEA030"])
    assert found.counts[Severity.ERROR] == (0 if accepted else 1)


def test_another_code_another_file_or_an_empty_reason_accepts_nothing() -> None:
    lines = "accepted:\n  - {code: TEA202, reason: Nein}\n  - {code: TEA201, reason: ' '}\n"
    texts = changed(EVIDENCE, base_texts()[EVIDENCE].replace('since: "2020-03"\n', "") + lines)
    texts[FIELD] += "accepted:\n  - {code: TEA201, reason: Falsche Datei}\n"
    found = report(texts)
    assert codes(found.findings) == ["TEA201"]
    assert found.accepted == ()


@pytest.mark.parametrize(
    "file, old, code",
    [
        ("dossier.yaml", "state: NW\n", "TEA101"),
        ("cycles/2025/cycle.yaml", 'deadline: "2025-04-30"\n', "TEA114"),
        (FIELD, "closing: Als Nächstes kommt der zweite Durchgang.\n", "TEA104"),
        ("figures/2024-12-31.yaml", ", women: 1990", "TEA112"),
    ],
)
def test_every_kind_of_file_can_accept_findings(file: str, old: str, code: str) -> None:
    base = base_texts()
    texts = base | {file: base[file].replace(old, "") + f"accepted:\n  - {{code: {code}, reason: Gewollt}}\n"}
    assert codes(report(texts).accepted) == [code]


def test_the_jury_file_can_accept_findings() -> None:
    file = "cycles/2022/jury.yaml"
    text = base_texts()[file].replace("[mentoring-fuer-frauen]", "[xyz]")
    text += "accepted:\n  - {code: TEA117, reason: Gewollt}\n"
    assert codes(report(changed(file, text)).accepted) == ["TEA117"]


def test_what_an_unreadable_measure_lacks_is_no_news() -> None:
    found = report(changed(EVIDENCE, ""), unreadable(EVIDENCE))
    assert [(f.code, f.file) for f in found.findings if f.file == EVIDENCE] == [("TEA002", EVIDENCE)]


def test_an_unreadable_field_leaves_no_measure_unlinked() -> None:
    found = report(changed(FIELD, ""), unreadable(FIELD))
    assert codes(found.findings) == ["TEA002"]
    assert "TEA108" in codes(report(changed(FIELD, "")).findings)


def test_unreadable_figures_leave_no_text_without_a_value() -> None:
    found = report(changed(FIGURES, ""), unreadable(FIGURES))
    assert codes(found.findings) == ["TEA002"]
    assert "TEA404" in codes(report(changed(FIGURES, "")).findings)


def test_an_unreadable_jury_file_leaves_no_plan_without_an_outcome() -> None:
    file = "cycles/2022/jury.yaml"
    texts = base_texts() | {"evidence/charta.yaml": 'title: Charta\ncycles: {"2022": {state: planned}}\n'}
    assert codes(report(texts).findings) == ["TEA607"]
    # What became of the plan may be the jury's to know.
    assert codes(report(texts | {file: ""}, unreadable(file)).findings) == ["TEA002"]


def test_an_unreadable_review_leaves_no_signature_missing() -> None:
    file = "cycles/2025/reviews/erika.yaml"
    rules = "sign_off: [{role: Personalrat, parts: [af03]}]\ndocuments:"
    cycle = base_texts()[CYCLE].replace("documents:", rules)
    texts = base_texts() | {CYCLE: cycle, file: ""}
    assert codes(report(texts).findings) == ["TEA504"]
    assert codes(report(texts, unreadable(file)).findings) == ["TEA002"]


def test_a_file_with_a_wrong_value_is_checked_all_the_same() -> None:
    wrong = rule("TEA021").finding(Source(EVIDENCE), ("since",), "Das passt nicht.")
    assert {"TEA021", "TEA202"} <= set(codes(report(changed(EVIDENCE, UNTITLED), wrong).findings))


def test_findings_stand_by_weight_then_part_then_place() -> None:
    texts = changed(EVIDENCE, UNTITLED)
    texts["cycles/2025/cycle.yaml"] = texts["cycles/2025/cycle.yaml"].replace('deadline: "2025-04-30"\n', "")
    texts[FIELD] = texts[FIELD].replace("    because: Wird mit dem Stellenplan aufgebaut.\n", "")
    texts[FIELD] = texts[FIELD].replace("zweite Durchgang.", "[[zweite]] und der [[dritte]] Durchgang.")
    texts["dossier.yaml"] = texts["dossier.yaml"].replace("place: Musterstadt\n", "")
    found = report(texts, rule("TEA025").finding(Source("x.yaml"), (), "Hat hier keinen Platz."))
    assert [(f.code, f.part) for f in found.findings] == [
        ("TEA402", "af03"),
        ("TEA402", "af03"),
        ("TEA114", ""),
        ("TEA101", "angaben"),
        *(("TEA2" + end, "af02") for end in ("01", "02", "03", "04", "10", "14")),
        ("TEA025", ""),
        ("TEA113", "af03"),
    ]
    assert found.findings[0].column < found.findings[1].column
    assert found.counts == {Severity.ERROR: 2, Severity.WARNING: 8, Severity.HINT: 2}


def test_the_same_finding_is_reported_once() -> None:
    twice = unreadable("x.yaml"), unreadable("x.yaml")
    assert codes(report(base_texts(), *twice).findings) == ["TEA002"]


def test_without_a_catalogue_nothing_follows() -> None:
    file = "cycles/2025/cycle.yaml"
    text = base_texts()[file].replace("catalogue: mini", "catalogue: fehlt")
    assert report(changed(file, text)).findings == ()
