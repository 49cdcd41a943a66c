"""The wheel works without the checkout: catalogue, schemas and example are inside."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of a fresh environment with the wheel; the libraries come from the current one."""
    home = tmp_path_factory.mktemp("umgebung") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    programs = home / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--python",
                str(programs / "python"),
            ),
            *("install", "--quiet", "--no-deps", "--no-index", str(wheel)),
        ],
        check=True,
    )
    site = next(home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages")
    # Last on the path, and the checkout's own link is not followed from here: only libraries are found.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return programs


def run(program: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment: Mapping[str, str] = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    return subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_data_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("action_fields", "schemas", "examples"):
        for path in (CHECKOUT / folder).rglob("*"):
            if path.is_file() and "build" not in path.parts:
                assert f"tea_assistant/_data/{path.relative_to(CHECKOUT).as_posix()}" in names
    # What `tea help` reads out.
    for page in (CHECKOUT / "docs" / "handbuch.md", *(CHECKOUT / "docs" / "handbuch").glob("*.md")):
        assert f"tea_assistant/_data/{page.relative_to(CHECKOUT).as_posix()}" in names
    assert "tea_assistant/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]


def test_every_style_sheet_is_inside(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sheets = {path.relative_to(CHECKOUT).as_posix() for path in (CHECKOUT / "tea_assistant").rglob("*.tcss")}
    assert sheets
    assert sheets <= names


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    code = "import tea_assistant; print(tea_assistant.__file__)"
    found = Path(run(installed / "python", "-c", code, folder=tmp_path).stdout.strip())
    assert found.is_relative_to(installed.parent)


def test_the_demo_runs_from_anywhere(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "tea", "demo", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Musterstadt (fiktiv) · Bewerbungsrunde 2025" in done.stdout
    document = tmp_path / "musterstadt" / "build" / "musterstadt-fiktiv-2025.md"
    assert document.stat().st_size > 10_000
    again = run(installed / "tea", "check", "musterstadt", folder=tmp_path)
    assert again.returncode == 0
    assert "0 Fehler" in again.stdout


def test_a_new_dossier_finds_catalogue_and_schemas(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "tea", "new", "mappe", "--name", "Stadt A", folder=tmp_path).returncode == 0
    (tmp_path / "mappe" / "dossier.yaml").write_text("format: 1\nname: Stadt A\nstaat: NW\n")
    done = run(installed / "tea", "check", "mappe", folder=tmp_path)
    assert done.returncode == 1
    assert "  dossier.yaml:3:1 TEA020 " in done.stdout


def test_a_doctor_finds_a_file_of_the_program_that_was_changed(installed: Path, tmp_path: Path) -> None:
    sound = run(installed / "tea", "doctor", folder=tmp_path)
    assert sound.returncode == 0, sound.stdout
    assert "Dateien des Programms sind unverändert" in sound.stdout
    (schema,) = installed.parent.rglob("site-packages/tea_assistant/_data/schemas/theme.schema.json")
    text = schema.read_text(encoding="utf-8")
    schema.write_text(text + "\n", encoding="utf-8")
    try:
        changed = run(installed / "tea", "doctor", folder=tmp_path)
    finally:
        schema.write_text(text, encoding="utf-8")
    assert changed.returncode == 1
    assert "schemas/theme.schema.json" in changed.stdout
