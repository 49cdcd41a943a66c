"""`tea install-shortcut`: a starter for the dossier that is meant, and none for what is no dossier."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tea

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="writes what Linux reads")


def test_it_puts_the_starter_into_the_menu_and_takes_it_away(
    tea: Tea, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    done = tea("install-shortcut", dossier / "cycles")
    path = Path(done.out.strip())
    text = path.read_text(encoding="utf-8")
    assert (done.code, text.count(f'"{dossier}"')) == (0, 1)
    assert "Name=TEA – Stadt Möhringen [/x]\n" in text
    assert tea("install-shortcut", "--remove").out.strip() == str(path)
    assert "keinen Starter" in tea("install-shortcut", "--remove").err
    assert tea("install-shortcut", tmp_path).code == 2
    assert not path.exists()
