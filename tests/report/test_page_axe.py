"""The report in a browser: WCAG 2.2 AA as far as a program can tell, and a filter that filters."""

import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from tea_assistant.services import check
from tea_assistant.services.report.report import said_before
from tests.document.html_page import read_page
from tests.document.test_html_axe import BROWSER, _looked_at, pytestmark
from tests.report import flawed

__all__ = ["pytestmark"]

_TYPE = """
const form = document.getElementById("filter");
form.elements.text.value = "BÜRGER*INNEN [/x]";
form.querySelector("[value=hint]").checked = false;
form.dispatchEvent(new Event("input"));
"""


@pytest.fixture
def page(root: Path) -> str:
    """Return a report with everything that it can say."""
    flawed.review(root)
    earlier = root.parent / "bericht.html"
    earlier.write_text(check.as_html(flawed.opened(root)), encoding="utf-8")
    flawed.mend(root)
    # No word is too long for the page.
    flawed.change(root, "evidence/mentoring-fuer-frauen.yaml", ("innen [/x]\n", f"innen [/x] {'w' * 400}\n"))
    session = flawed.opened(root)
    return check.as_html(session, said_before(session, earlier))


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 375)])
def test_axe_finds_nothing(page: str, tmp_path: Path, *, dark: bool, width: int) -> None:
    found = _looked_at(page, tmp_path, dark=dark, width=width)
    assert (found["width"], found["dark"]) == (width, dark)
    assert found["violations"] == []
    assert found["needed"] <= width, "the page itself scrolls sideways"
    assert {"color-contrast", "label", "target-size", "skip-link"} <= set(found["passes"])


def test_the_filter_works_under_the_policy_of_the_page(page: str, tmp_path: Path) -> None:
    typing = b64encode(sha256(_TYPE.encode()).digest()).decode()
    watched = page.replace("script-src ", f"script-src 'sha256-{typing}' ", 1)
    watched = watched.replace("</body>", f"<script>{_TYPE}</script></body>")
    shown = read_page(_dumped(watched, tmp_path).encode("utf-8"))
    assert "hidden" not in shown.all("form")[0].attributes
    found = [item for item in shown.all("li") if "data-severity" in item.attributes]
    left = [item for item in found if "hidden" not in item.attributes]
    assert 0 < len(left) < len(found)
    assert f"{len(left)} von {len(found)} Befunden" in shown.all("form")[0].text
    for item in left:
        assert item.attributes["data-severity"] != "hint"
        assert "Bürger*innen [/x]" in item.text
    # A group in which nothing is left goes too.
    boxes = [box for box in shown.all("section") if "data-box" in box.attributes]
    for box in boxes:
        empty = all(
            "hidden" in item.attributes for item in box.all("li") if "data-severity" in item.attributes
        )
        assert ("hidden" in box.attributes) == empty


def _dumped(page: str, folder: Path) -> str:
    path = folder / "bericht.html"
    path.write_text(page, encoding="utf-8")
    done = subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--user-data-dir={folder / 'profil'}", "--virtual-time-budget=5000", "--dump-dom"),
            path.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return done.stdout
