"""The page in a browser, looked at by axe-core: WCAG 2.2 AA as far as a program can tell."""

import html
import json
import re
import shutil
import subprocess
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tea_assistant.document.html.page import write
from tea_assistant.document.leaf import read
from tea_assistant.document.theme import Logo, LogoKind, Theme
from tests.document.test_html import FACTS, PICTURES, whole

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
AXE = "axe_playwright_python"
"""Brings axe-core along; of the package itself nothing is used."""

pytestmark = [
    pytest.mark.skipif(not BROWSER, reason="no Chromium here"),
    pytest.mark.skipif(find_spec(AXE) is None, reason="no axe-core here"),
]

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = f"""
axe.run(document, {{runOnly: {_TAGS}, rules: {{"target-size": {{enabled: true}}}}}}).then(found => {{
  const told = found => found.map(rule => [
    rule.id, ...rule.nodes.map(node => node.html + node.failureSummary)
  ]);
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = JSON.stringify({{
    width: innerWidth, needed: document.documentElement.scrollWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    violations: told(found.violations), passes: found.passes.map(rule => rule.id),
  }});
  parent.document.body.append(result);
}});
"""
_MORE = """
### Noch mehr

> Zitat mit `Code` und [Link](https://example.org), *betont*

1. Erstens, für Mitarbeiter\\*innen und Bürger\\*innen
2. Zweitens

```
Code, und ein Wort, das länger ist als jedes Telefon breit: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
```

Im Text: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, שלום

| Kennzahl | 2025 | 2024 | 2023 | 2022 | 2021 | 2020 |  |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
| Beschäftigte | 3.345 Köpfe | 3.113 Köpfe | 2.984 Köpfe | 2.984 Köpfe | 2.984 Köpfe | 2.984 Köpfe | |

![Säulendiagramm: Frauen; 2025: 43 %](x.bilder/af03.svg "Frauen")
"""


BRIGHT = Theme(
    main="#ffee00", accent="#00ff99", footer="Rathaus", logo=Logo(LogoKind.SVG, b"<svg/>", "Wappen")
)


@pytest.mark.parametrize(("theme", "dark", "width"), [(Theme(), False, 1280), (BRIGHT, True, 375)])
def test_axe_finds_nothing(tmp_path: Path, theme: Theme, *, dark: bool, width: int) -> None:
    page = write(read(whole() + _MORE, PICTURES), PICTURES, theme, FACTS).decode("utf-8")
    found = _looked_at(page, tmp_path, dark=dark, width=width)
    assert (found["width"], found["dark"]) == (width, dark)
    assert found["violations"] == []
    assert found["needed"] <= width, "the page itself scrolls sideways"
    assert {"color-contrast", "target-size", "skip-link", "scrollable-region-focusable"} <= set(
        found["passes"]
    )


def test_axe_would_find_something(tmp_path: Path) -> None:
    page = write(read(whole()), {}, Theme(), FACTS).decode("utf-8")
    spoilt = page.replace('lang="de"', "").replace("--soft: #", "--soft: #f0f0f0; --was: #")
    rules = {rule for rule, *_ in _looked_at(spoilt, tmp_path, dark=False, width=1280)["violations"]}
    assert rules == {"html-has-lang", "color-contrast"}


def _looked_at(page: str, folder: Path, *, dark: bool, width: int) -> dict[str, Any]:
    """Show a page in a frame of some width, for a window can't be as narrow as a phone, and let axe look."""
    axe = (resources.files(AXE) / "axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    # What looks at the page has to run in it, which its policy rightly forbids.
    open_page, policies = re.subn(r"<meta http-equiv=[^>]*>", "", page)
    assert policies == 1
    watched = open_page.replace("</body>", f"<script>{axe}</script><script>{_RUN}</script></body>")
    frame = f'width="{width}" height="800" style="border: 0" srcdoc="{html.escape(watched)}"'
    (folder / "frame.html").write_text(f"<!DOCTYPE html><iframe {frame}></iframe>", encoding="utf-8")
    done = subprocess.run(
        [
            *(
                BROWSER,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={folder / 'profile'}",
            ),
            *("--window-size=1300,900", "--virtual-time-budget=60000", "--dump-dom"),
            *(["--blink-settings=preferredColorScheme=0"] if dark else []),
            (folder / "frame.html").as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    result = re.search(r'<pre id="result">(.*?)</pre>', done.stdout, re.DOTALL)
    assert result, done.stderr
    found: dict[str, Any] = json.loads(html.unescape(result[1]))
    return found
