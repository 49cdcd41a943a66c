"""Nothing asks for the network, and nothing that is made points to scripts, fonts or pictures elsewhere."""

import re
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from tests.cli.conftest import FILES
from tests.packaging import without_network

OUTSIDE = """
  ![Bild](https://fremd.example/bild.png) und <img src="https://fremd.example/x.png"> [Seite](https://fremd.example/seite)
  <link rel="stylesheet" href="https://fremd.example/x.css"> <script src="https://fremd.example/x.js"></script>
  <style>@import url(https://fremd.example/y.css)</style> [/x] „Text“ von Mitarbeiter*innen und Bürger*innen.
"""
LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "xlink:href", "ping"}
NO_NETWORK = ("unshare", "--map-root-user", "--net")
"""Also what is no Python, such as Typst, finds no network then."""


def without(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*prefix(), sys.executable, "-m", "tests.packaging.without_network", *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@cache
def prefix() -> tuple[str, ...]:
    if not shutil.which(NO_NETWORK[0]):
        return ()
    tried = subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False)
    return () if tried.returncode else NO_NETWORK


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with all that the main job makes, without network, of texts that point outside."""
    root, output = tmp_path_factory.mktemp("mappe"), tmp_path_factory.mktemp("aus")
    for file, text in FILES.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(" mit „Anführungszeichen“.\n", OUTSIDE), encoding="utf-8")
    done = without(str(root), str(output))
    assert done.returncode == 0, done.stderr[-2000:]
    return output


class Loads(HTMLParser):
    """What a browser would fetch of a page or picture without being asked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        if tag in ("script", "iframe", "object", "embed", "base", "foreignobject"):
            self.found.append(tag)
        for name, value in attrs:
            text = value or ""
            fetched = name in LOADING or (name == "href" and tag != "a")
            if fetched and not text.startswith(("#", "data:")):
                self.found.append(f"{tag} {name}={text[:60]}")
            if name == "style":
                self._look(text)

    def handle_data(self, data: str) -> None:
        if self._style:
            self._look(data)
            self._style = False

    def _look(self, css: str) -> None:
        self.found += re.findall(r"@import.*|url\((?!['\"]?(?:#|data:))[^)]*\)", css)


def test_a_process_that_asks_for_the_network_is_ended() -> None:
    assert without("--try").returncode == without_network.ASKED


def test_all_forms_were_made(made: Path) -> None:
    assert {path.suffix for path in made.rglob("*.*")} >= {".html", ".md", ".pdf", ".docx"}


def test_pages_and_pictures_fetch_nothing(made: Path) -> None:
    pages = [*made.rglob("*.html"), *made.rglob("*.svg")]
    assert len(pages) >= 2
    for page in pages:
        inlined = re.sub(r"data:image/svg\+xml;base64,[^\"']*", "data:", page.read_text(encoding="utf-8"))
        scripts = [found for found in Loads(inlined).found if found != "script"]
        assert scripts == [], page.name
    assert "https://fremd.example/seite" in "".join(page.read_text(encoding="utf-8") for page in pages)
    assert Loads('<img src="https://a/x"><style>@import url(https://a)</style><link href=x>').found


def test_the_pdf_has_its_fonts_and_acts_on_nothing(made: Path) -> None:
    (path,) = made.glob("*.pdf")
    reader = pypdf.PdfReader(path)
    found = [reader.get_object(at) for at in range(1, int(str(reader.trailer["/Size"])))]
    objects = [each for each in found if isinstance(each, DictionaryObject)]
    fonts = [each for each in objects if each.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & font.keys() for font in fonts)
    actions = {str(each["/S"]) for each in objects if each.get("/Type") == "/Action"}
    assert actions <= {"/URI", "/GoTo"}


def test_the_word_file_points_outside_with_links_alone(made: Path) -> None:
    (path,) = made.glob("*.docx")
    with zipfile.ZipFile(path) as whole:
        parts = [whole.read(name).decode() for name in whole.namelist() if name.endswith(".rels")]
    outside = [found for part in parts for found in re.findall(r"<Relationship [^>]*External[^>]*>", part)]
    assert all("/hyperlink" in relation for relation in outside)
