"""The files of the page: strangers' as they were released, and none that fetches anything."""

import hashlib
import re

from tea_assistant.web import answers

STATIC = answers._FOLDER


def test_what_is_not_ours_is_as_it_was_released() -> None:
    listed = re.findall(
        r"^\| (\S+) \| @xterm/.* \| ([0-9a-f]{64}) \|$",
        (STATIC / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    found = {file: hashlib.sha256((STATIC / file).read_bytes()).hexdigest() for file, _ in listed}
    assert found == dict(listed)
    ours = {"page.html", "page.css", "page.js", "icon.svg", "icon.ico"}
    assert {path.name for path in STATIC.iterdir()} - ours == set(found) | {"README.md", "xterm.LICENSE"}


def test_our_own_files_name_no_address_outside() -> None:
    for path in STATIC.glob("page.*"):
        assert not re.findall(r"https?://", path.read_text("utf-8")), path
