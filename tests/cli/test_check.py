"""`tea check` reports in four shapes, and its exit code says whether there are errors."""

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cli.conftest import Tea

KEYS = ["code", "severity", "file", "line", "column", "path", "part", "message", "hint"]


def test_the_json_has_the_documented_shape(dossier: Path, tea: Tea) -> None:
    outcome = tea("check", dossier, "--format", "json")
    report = json.loads(outcome.out)
    assert list(report)[:6] == ["format", "dossier", "cycle", "completeness", "counts", "findings"]
    assert list(report)[6:9] == ["date", "parts", "rules"]
    assert (report["format"], report["dossier"], report["cycle"]) == (1, "Stadt Möhringen [/x]", "2025")
    assert list(report["completeness"]) == ["overall", "parts"]
    assert 0 < report["completeness"]["overall"] < 1
    for part in report["completeness"]["parts"].values():
        assert list(part) == ["done", "open", "share"]
        assert (part["share"] == 1) == (part["open"] == 0)
    assert list(report["counts"]) == ["error", "warning", "hint"]
    assert sum(report["counts"].values()) == len(report["findings"]) > 0
    for finding in report["findings"]:
        assert list(finding) == [*KEYS, "place", "quote"]
        assert finding["line"] >= 1
        assert finding["column"] >= 1
        assert "\\" not in finding["file"]
    assert outcome.err == ""


def test_json_escapes_what_a_terminal_could_obey(dossier: Path, tea: Tea) -> None:
    strange = dossier / "evidence" / "a\u009b31m\u202eb.yaml"
    strange.write_text("format: 1\ntitle: A\n")
    out = tea("check", dossier, "--format", "json").out
    assert not {"\u009b", "\u202e"} & set(out)
    files = {finding["file"] for finding in json.loads(out)["findings"]}
    assert "evidence/a\u009b31m\u202eb.yaml" in files


def test_text_for_people_is_harmless(dossier: Path, tea: Tea) -> None:
    (dossier / "evidence" / "a\x1b[31m\u009b\u202eb.yaml").write_text("format: 1\ntitle: A\n")
    for shape in ("text", "markdown", "html"):
        out = tea("check", dossier, "--format", shape).out
        assert not {"\x1b", "\u009b", "\u202e"} & set(out)


def test_the_text_names_place_rule_and_hint_at_eighty_columns(dossier: Path, tea: Tea) -> None:
    out = tea("check", dossier).out
    assert "  evidence/mentoring.yaml:1:1 TEA201 " in out
    assert out.index("WARNUNGEN (") < out.index("HINWEISE (")
    assert "Mentoring für Mitarbeiter*innen und Bürger*innen [/x]" in " ".join(out.split())
    assert all(len(line) <= 80 for line in out.splitlines())
    assert out.count("So genau, wie Sie es wissen") == 1


def test_the_newest_round_is_checked_unless_another_is_named(dossier: Path, tea: Tea) -> None:
    assert "Bewerbungsrunde 2025" in tea("check", dossier).out
    assert "Bewerbungsrunde 2022" in tea("check", dossier, "--cycle", "2022").out


def test_warnings_fail_only_a_strict_check(dossier: Path, tea: Tea) -> None:
    assert tea("check", dossier).code == 0
    assert tea("check", dossier, "--strict").code == 1


def test_errors_fail_every_check(dossier: Path, tea: Tea) -> None:
    (dossier / "evidence" / "mentoring.yaml").write_text("format: 1\n")
    for shape in ("text", "json", "markdown", "html"):
        assert tea("check", dossier, "--format", shape).code == 1


def test_what_was_accepted_stands_apart(dossier: Path, tea: Tea) -> None:
    path = dossier / "evidence" / "mentoring.yaml"
    reason = "Beginn ist nicht überliefert."
    path.write_text(path.read_text() + f"accepted:\n  - {{code: TEA201, path: since, reason: {reason}}}\n")
    for shape, heading in (("text", "HINGENOMMEN (1)"), ("markdown", "## Hingenommen (1)")):
        out = tea("check", dossier, "--format", shape).out
        before, _, after = out.partition(heading)
        assert "mentoring.yaml:1:1 TEA201" not in before
        assert f"Grund: {reason}" in after
    assert not any(
        (f["code"], f["path"]) == ("TEA201", "since")
        for f in json.loads(tea("check", dossier, "--format", "json").out)["findings"]
    )


def test_markdown_is_a_page_in_which_user_text_is_text(dossier: Path, tea: Tea) -> None:
    out = tea("check", dossier, "--format", "markdown").out
    parser = MarkdownIt("commonmark").enable("table")
    tokens = [child for token in parser.parse(out) for child in token.children or ()]
    assert not [token for token in tokens if token.type in ("em_open", "link_open", "html_inline")]
    rendered = "".join(token.content for token in tokens)
    assert "Mentoring für Mitarbeiter*innen und Bürger*innen [/x]" in rendered
    assert parser.parse(out)[0].tag == "h1"


@pytest.mark.parametrize("shape", ["text", "json", "markdown", "html"])
def test_a_report_goes_to_a_file_as_it_would_to_the_screen(
    dossier: Path, tmp_path: Path, tea: Tea, shape: str
) -> None:
    target = tmp_path / "Berichte" / "bericht"
    shown = tea("check", dossier, "--format", shape).out
    for _ in range(2):
        outcome = tea("check", dossier, "--format", shape, "-o", target)
        assert (outcome.code, outcome.out) == (0, "")
        assert str(target) in outcome.err
        assert target.read_text(encoding="utf-8") == shown
    assert [entry.name for entry in target.parent.iterdir()] == ["bericht"]


def test_a_report_never_replaces_a_folder_or_a_device(dossier: Path, tmp_path: Path, tea: Tea) -> None:
    outcome = tea("check", dossier, "-o", tmp_path)
    assert outcome.code == 2
    assert "Das ist ein Ordner" in outcome.err
    assert tea("check", dossier, "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_the_example_has_no_errors(herne: Path, tea: Tea) -> None:
    for cycle in ("2019", "2022", "2025"):
        report = json.loads(tea("check", herne, "--cycle", cycle, "--format", "json").out)
        assert report["counts"]["error"] == 0, report["findings"][0]


def test_a_report_tells_what_changed_since_another(dossier: Path, tmp_path: Path, tea: Tea) -> None:
    earlier = tmp_path / "früher.html"
    assert tea("check", dossier, "--format", "html", "-o", earlier).code == 0
    measure = dossier / "evidence" / "mentoring.yaml"
    measure.write_text(measure.read_text(encoding="utf-8") + "since: 2017\n", encoding="utf-8")
    told = tea("check", dossier, "--since", earlier).out
    assert "Verglichen mit dem Bericht vom " in told
    assert "Erledigt: TEA201 " in told
    assert all(len(line) <= 80 for line in told.splitlines())
    changes = json.loads(tea("check", dossier, "--format", "json", "--since", earlier).out)["changes"]
    assert [finding["code"] for finding in changes["gone"]] == ["TEA201"]
    assert changes["new"] == changes["accepted"] == []


def test_what_is_no_earlier_report_is_refused_by_name(dossier: Path, tea: Tea) -> None:
    outcome = tea("check", dossier, "--since", dossier / "dossier.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "dossier.yaml: Das ist kein Bericht dieses Programms." in outcome.err
