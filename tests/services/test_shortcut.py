"""The starter: what the system is told to run is the folder that is meant, whatever its name is."""

import configparser
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tea_assistant.errors import FileError, UsageError
from tea_assistant.services.shortcut import Starter, install, remove

HOSTILE = "Mappe \"für\" $(rm) `x` %f \\ Bürger*innen; & [/x] 'y'"


@pytest.fixture
def applications(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share" / "applications"


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # as its documentation says
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def words_of(command: str) -> list[str]:
    """Read a command as desktops do: the escapes of a value, those of the command, then `%%` for `%`."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', command.replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words]


def test_linux_finds_the_starter_and_it_opens_the_folder(applications: Path) -> None:
    folder = Path("/home/amt") / HOSTILE
    (path,) = install(Starter("Stadt Möhringen\n[/x]", folder), "linux")
    assert path.parent == applications
    found = entry(path)
    assert words_of(found["Exec"]) == [
        *(sys.executable, "-m", "tea_assistant", "serve"),
        str(folder),
    ]
    assert found["Name"].startswith("TEA – Stadt Möhringen")
    assert found["Terminal"] == "false"
    assert Path(found["Icon"]).is_file()
    if check := shutil.which("desktop-file-validate"):
        subprocess.run([check, str(path)], check=True)


def test_another_starter_takes_its_place_and_it_can_be_removed(applications: Path) -> None:
    install(Starter("Eins", Path("/eins")), "linux")
    (path,) = install(Starter("Zwei", Path("/zwei"), in_terminal=True), "linux")
    assert list(applications.iterdir()) == [path]
    assert entry(path)["Terminal"] == "true"
    assert words_of(entry(path)["Exec"])[-2:] == ["tea_assistant", "/zwei"]
    assert remove("linux") == [path]
    assert remove("linux") == []


def test_what_no_starter_can_say_is_refused(applications: Path) -> None:
    with pytest.raises(UsageError, match="diesen Ordner"):
        install(Starter("x", Path("/a\nExec=rm")), "linux")
    with pytest.raises(UsageError, match="keinen Starter"):
        install(Starter("x", Path("/a")), "darwin")
    applications.parent.mkdir()
    applications.write_bytes(b"")
    with pytest.raises(FileError, match="lässt sich nicht anlegen"):
        install(Starter("x", Path("/a")), "linux")


def test_windows_is_told_everything_in_variables() -> None:
    told: list[tuple[str, Mapping[str, str]]] = []

    def run(script: str, variables: Mapping[str, str]) -> str:
        told.append((script, variables))
        return "C:/Desktop/TEA Bewerbung.lnk\nC:/Programme/TEA Bewerbung.lnk\n"

    paths = install(Starter(HOSTILE, Path("/eine Mappe")), "win32", run)
    assert [path.name for path in paths] == ["TEA Bewerbung.lnk"] * 2
    script, variables = told[0]
    assert HOSTILE not in script
    assert variables["TEA_TITLE"] == f"TEA – {HOSTILE}"
    assert variables["TEA_PROGRAM"] == sys.executable
    assert variables["TEA_ARGUMENTS"] == '-m tea_assistant serve "/eine Mappe"'
    assert Path(variables["TEA_ICON"]).is_file()
    assert set(variables) == {word.split(")")[0].split("\n")[0].strip() for word in script.split("$env:")[1:]}
    install(Starter("x", Path("/a"), in_terminal=True), "win32", run)
    assert [variables["TEA_WINDOW"] for _, variables in told] == ["7", "1"]
    assert len(remove("win32", run)) == 2


def test_the_icon_for_windows_holds_pictures_of_its_sizes() -> None:
    content = (Path(__file__).parents[2] / "tea_assistant/web/static/icon.ico").read_bytes()
    kind, number = struct.unpack_from("<HH", content, 2)
    assert (kind, number) == (1, 4)
    for index in range(number):
        width, *_, size, at = struct.unpack_from("<BBBBHHII", content, 6 + 16 * index)
        picture = content[at : at + size]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (width or 256,) * 2
