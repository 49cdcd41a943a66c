"""Chromium without a window, driven over its own protocol: keys, clicks, pictures, and what the page says."""

import base64
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from websockets.sync.client import connect

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
_PATIENCE = 30.0
_KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), "Home": (36, ""), "End": (35, "")}
_CONTROL, _SHIFT = 2, 8


class Chromium:
    """One tab of a browser of its own."""

    def __init__(self, folder: Path, *, width: int = 1280, height: int = 800) -> None:
        self.told: list[str] = []
        """What the page complains about, such as things that its policy forbids."""
        self._process = subprocess.Popen(
            [
                BROWSER,
                *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=de"),
                *("--remote-debugging-port=0", f"--user-data-dir={folder}"),
                f"--window-size={width},{height}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._numbers = itertools.count(1)
        port = folder / "DevToolsActivePort"
        until(lambda: port.is_file() and "\n" in port.read_text(encoding="utf-8"))
        number, path = port.read_text(encoding="utf-8").splitlines()
        self._open = connect(
            f"ws://127.0.0.1:{number}{path}", max_size=None, max_queue=None, ping_interval=None, proxy=None
        )
        self._connection = self._open.__enter__()
        self._session = ""
        self.tab = self.new_tab()
        """The name of the first tab."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session = ""
        self.send("Browser.close")
        self._open.__exit__(kind, error, trace)
        self._process.wait(_PATIENCE)

    def new_tab(self) -> str:
        """Open a tab and go on in it; return its name."""
        self._session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")
        return str(target)

    def close_tab(self, target: str) -> None:
        """Close a tab, as somebody does in the middle of a word."""
        self._session = ""
        self.send("Target.closeTarget", targetId=target)

    def send(self, method: str, **values: object) -> dict[str, Any]:
        """Give an order and return what comes of it."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": values}
        self._connection.send(json.dumps(message | ({"sessionId": self._session} if self._session else {})))
        while True:
            answer = json.loads(self._connection.recv(_PATIENCE))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def go(self, url: str) -> None:
        """Open an address."""
        self.send("Page.navigate", url=url)

    def run(self, script: str) -> Any:
        """Return the value of some JavaScript."""
        answer = self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def screen(self) -> str:
        """Return what the terminal in the page shows."""
        shown: str = self.run(
            "typeof terminal == 'undefined' ? '' : Array.from({length: terminal.rows}, (_, row) => "
            "terminal.buffer.active.getLine(row)?.translateToString(true)).join('\\n')"
        )
        return shown

    def state(self) -> str:
        """Return all that helps to see why something did not happen."""
        held = self.run(
            "typeof pending == 'undefined' ? '' : JSON.stringify([pending, last, asked, broken, over, "
            "socket?.readyState, document.getElementById('panel').open, document.hasFocus(), "
            "document.activeElement.className])"
        )
        return f"{held}\n{self.told}\n{self.screen()}"

    def shows(self, words: str) -> None:
        """Wait until the terminal shows something."""
        until(lambda: words in self.screen(), self.state)

    def type(self, text: str) -> None:
        """Type characters one by one, as a keyboard does."""
        for character in text:
            self.send("Input.dispatchKeyEvent", type="keyDown", text=character, key=character)
            self.send("Input.dispatchKeyEvent", type="keyUp", key=character)

    def press(
        self, key: str, *, control: bool = False, shift: bool = False, commands: Sequence[str] = ()
    ) -> None:
        """Press a key by its name; `commands` is what the browser itself makes of it."""
        code, text = _KEYS.get(key, (0, ""))
        if key[0] == "F" and key[1:].isdecimal():
            code = 111 + int(key[1:])
        elif len(key) == 1:
            code = ord(key.upper())
        values: dict[str, object] = {"key": key, "windowsVirtualKeyCode": code, "code": key}
        values["modifiers"] = (_CONTROL if control else 0) | (_SHIFT if shift else 0)
        more = {"text": text} if text else {}
        kind = "keyDown" if text else "rawKeyDown"
        self.send("Input.dispatchKeyEvent", type=kind, commands=list(commands), **values, **more)
        self.send("Input.dispatchKeyEvent", type="keyUp", **values)

    def click(self, words: str) -> None:
        """Click on words that the terminal shows."""
        self.shows(words)
        row, column = self._place(words)
        column += len(words) // 2
        x, y = self.run(
            "(() => {const box = document.querySelector('.xterm-screen').getBoundingClientRect();"
            f"return [box.x + box.width / terminal.cols * ({column} + .5),"
            f" box.y + box.height / terminal.rows * ({row} + .5)]}})()"
        )
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {"button": "left", "clickCount": 1} if kind != "mouseMoved" else {}
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **button)

    def is_marked(self, words: str) -> bool:
        """Tell whether words stand on another ground than the line below them, as what is selected does."""
        row, column = self._place(words)
        first, second = (
            self.run(f"terminal.buffer.active.getLine({line}).getCell({column}).getBgColor()")
            for line in (row, row + 1)
        )
        return bool(first != second)

    def _place(self, words: str) -> tuple[int, int]:
        for row, line in enumerate(self.screen().splitlines()):
            if words in line:
                return row, line.index(words)
        raise AssertionError(words)

    def picture(self, path: Path) -> None:
        """Save what the page looks like."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot")["data"]))

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") == "Log.entryAdded":
            self.told.append(event["params"]["entry"]["text"])
        elif event.get("method") == "Runtime.exceptionThrown":
            self.told.append(str(event["params"]["exceptionDetails"]))


def until(
    true: Callable[[], object], said: Callable[[], object] = lambda: "", patience: float = _PATIENCE
) -> None:
    """Wait until something is so; fails where that takes too long."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, said()
        time.sleep(0.05)
