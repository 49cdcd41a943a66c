"""`tea serve` in a real browser: what somebody types there is in the file, whatever happens to the line."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.chromium import BROWSER, Chromium, until

pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium here")

FIELD = "cycles/2025/fields/af03.yaml"
FILES = {
    "dossier.yaml": "format: 1\nname: Stadt Möhringen [/x]\nstate: NW\n",
    "cycles/2025/cycle.yaml": "format: 1\ncatalogue: verwaltung-2021\ndeadline: 2025-04-30\n",
    FIELD: "format: 1\nopening: |\n  Anfang.\n",
}
_PANEL = "document.getElementById('panel').open && document.getElementById('panel-title').textContent"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Mappe mit Ümlaut"
    for file, text in FILES.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def server(root: Path) -> Iterator["subprocess.Popen[str]"]:
    # Not the whole suite's environment: a driver named in it would be that of the server too.
    process = subprocess.Popen(
        [sys.executable, "-m", "tea_assistant", "serve", str(root), "--no-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )
    yield process
    process.kill()
    process.wait()
    assert process.stdout
    process.stdout.close()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chromium]:
    with Chromium(tmp_path / "profile") as chromium:
        yield chromium


def holds(root: Path, words: str) -> Callable[[], bool]:
    return lambda: words in (root / FIELD).read_text(encoding="utf-8")


def test_what_is_typed_in_the_browser_is_in_the_file(
    root: Path, server: "subprocess.Popen[str]", browser: Chromium
) -> None:
    assert server.stdout
    address = server.stdout.readline().strip()
    browser.go(address)
    browser.shows("Stadt Möhringen [/x]")
    assert browser.run("location.pathname + location.search") == "/"

    # Keys, with umlauts and the gender star; what comes from an input method comes in one.
    browser.click("Personalarbeit")
    browser.click("Anfang.")
    browser.type("Für Bürger*innen [/x] „Ähre“ ")
    browser.send("Input.insertText", text="😀ß")
    browser.shows("Für Bürger*innen [/x] „Ähre“ 😀ß")
    until(holds(root, "Für Bürger*innen [/x] „Ähre“ 😀ß"), browser.state)

    # Copied to the clipboard of the computer, and pasted from there.
    browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    browser.click("*innen [/x] „Ähre“")
    browser.press("Home", shift=True)
    until(lambda: browser.is_marked("Für Bürger"), browser.state)
    browser.press("c", control=True)
    until(lambda: "Für Bürger" in browser.run("navigator.clipboard.readText()"), browser.state)
    browser.run("navigator.clipboard.writeText('Zwei\\nZeilen für Jürgen')")
    browser.press("End", control=True)
    until(lambda: not browser.is_marked("Für Bürger"), browser.state)
    browser.press("v", control=True, commands=["paste"])
    until(holds(root, "Zeilen für Jürgen"), browser.state)

    # Another size, in which all still has its place.
    wide = browser.run("terminal.cols")
    browser.send(
        "Emulation.setDeviceMetricsOverride", width=900, height=700, deviceScaleFactor=1, mobile=False
    )
    until(lambda: browser.run("terminal.cols") < wide)
    browser.shows("Zeilen für Jürgen")
    until(lambda: "gespeichert" in browser.screen().splitlines()[0], browser.state)

    # What was sent into a line that was dead already comes through, once, into the same window.
    browser.run("socket.send = () => {}")
    browser.type(" Während der Störung")
    browser.run("socket.close()")
    until(lambda: browser.run(_PANEL) == "Verbindung unterbrochen …")
    until(lambda: browser.run(_PANEL) is False)
    browser.type(", danach")
    until(holds(root, "Jürgen Während der Störung, danach"), browser.state)

    # A tab that was closed in the middle of a word; the next one shows the same window.
    browser.type(", mitten im W")
    browser.close_tab(browser.tab)
    browser.new_tab()
    browser.go(address)
    browser.shows("mitten im W")
    browser.run("terminal.focus()")
    browser.type("ort")
    until(holds(root, "danach, mitten im Wort"), browser.state)

    # A second window says in German that the first one has the dossier.
    browser.new_tab()
    browser.go(address)
    browser.shows("Die Mappe ist schon geöffnet")
    own = "performance.getEntriesByType('resource').every(one => one.name.startsWith(origin))"
    assert (browser.told, browser.run(own)) == ([], True)

    # The server is killed: the page says so, the programs save and end by themselves.
    server.send_signal(signal.SIGKILL)
    until(lambda: browser.run(_PANEL) == "Verbindung unterbrochen …")
    until(lambda: not (root / ".tea-lock").exists())
