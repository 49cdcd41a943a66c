"""The length of the document on the command line: told after a build, checked where it is asked for."""

from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import Tea

LONG = "Die Stadt fördert Mitarbeiter*innen und Bürger*innen [/x]. " * 700


def test_a_build_tells_the_pages_and_a_check_reports_them_where_asked(dossier: Path, tea: Tea) -> None:
    round_ = dossier / "cycles" / "2025" / "cycle.yaml"
    round_.write_text(f"page_budget: 3\n{round_.read_text(encoding='utf-8')}", encoding="utf-8")
    field = dossier / "cycles" / "2025" / "fields" / "af03.yaml"
    closing = f"closing: '{LONG.strip()}'\n"
    field.write_text(field.read_text(encoding="utf-8") + closing, encoding="utf-8")
    built = tea("build", dossier, "--format", "pdf", "--final")
    pages = len(PdfReader(next((dossier / "build").glob("*.pdf"))).pages)
    assert f"Umfang:  {pages} von 3 Seiten, {pages - 3} Seiten zu viel" in built.err.splitlines()
    assert "TEA421" not in tea("check", dossier).out
    checked = tea("check", dossier, "--pages")
    assert f"Die Bewerbung hat {pages} Seiten, vorgesehen sind 3." in " ".join(checked.out.split())
    assert "TEA423" in checked.out
