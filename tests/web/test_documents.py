"""What the browser may open: documents in the folder for them, and nothing else."""

from pathlib import Path

import pytest

from tea_assistant.web.documents import Documents


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Mappe Möhringen [x]"
    for name in (
        "dossier.yaml",
        "geheim.pdf",
        "build/Bewerbung für Bürger*innen.pdf",
        "build/a.html",
        "build/a.docx",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(name.encode())
    return root


def test_a_document_is_read_at_the_address_it_was_offered_at(root: Path) -> None:
    documents = Documents()
    path = root / "build" / "Bewerbung für Bürger*innen.pdf"
    address = documents.offer(path.as_uri())
    assert address
    found = documents.read(address)
    assert found
    assert (found.content, found.kind, found.is_page) == (path.read_bytes(), "application/pdf", False)
    assert found.disposition.startswith("inline; filename*=UTF-8''Bewerbung%20f%C3%BCr")
    assert address != documents.offer(path.as_uri()), "addresses cannot be guessed"


def test_pages_are_known_and_word_files_are_kept(root: Path) -> None:
    documents = Documents()
    page = documents.read(documents.offer((root / "build/a.html").as_uri()) or "")
    word = documents.read(documents.offer((root / "build/a.docx").as_uri()) or "")
    assert page
    assert word
    assert (page.is_page, word.is_page) == (True, False)
    assert word.disposition.startswith("attachment")


def test_nothing_else_is_offered(root: Path, tmp_path: Path) -> None:
    (root / "build/link.pdf").symlink_to(root / "geheim.pdf")
    (root / "build/unter").mkdir()
    (root / "build/unter/a.pdf").write_bytes(b"")
    (root / "build/liste.yaml").write_bytes(b"")
    (root / "build/verweis.pdf").symlink_to(root / "build/liste.yaml")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "a.pdf").write_bytes(b"")
    refused = [
        root / "geheim.pdf",
        root / "build/../geheim.pdf",
        root / "build/link.pdf",
        root / "build/unter/a.pdf",
        root / "build/liste.yaml",
        root / "build/verweis.pdf",
        root / "build/fehlt.pdf",
        root / "build",
        tmp_path / "build" / "a.pdf",
    ]
    documents = Documents()
    for path in refused:
        assert documents.offer(f"file://{path}") is None, path
    for url in ("", "https://example.org/a.pdf", f"file://fremd{root}/build/a.html", "javascript:alert(1)"):
        assert documents.offer(url) is None, url


def test_other_addresses_lead_nowhere(root: Path) -> None:
    documents = Documents()
    address = documents.offer((root / "build/a.html").as_uri()) or ""
    name = address.split("/")[2]
    for target in (
        "/dokument/",
        f"/dokument/{name}/",
        f"/dokument/{name}/../../geheim.pdf",
        f"/dokument/{name}/..%2f..%2fgeheim.pdf",
        "/dokument/x/a.html",
        "/dokument/../dossier.yaml",
    ):
        assert documents.read(target) is None, target
    (root / "build/a.html").unlink()
    assert documents.read(address) is None
    (root / "build/a.html").symlink_to(root / "geheim.pdf")
    assert documents.read(address) is None
