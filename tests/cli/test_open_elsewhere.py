"""A command that writes says that the dossier is open in a window, and writes all the same."""

from pathlib import Path

from tea_assistant.services.claim import Claim
from tests.cli.conftest import Tea


def test_commands_that_write_say_so(dossier: Path, tea: Tea) -> None:
    claim = Claim(dossier)
    claim.take()
    renewed = tea("renew", str(dossier), "--to", "2028", "--anyway")
    assert renewed.code == 0
    assert renewed.err.count("Hinweis: Diese Mappe ist gerade geöffnet (") == 1
    assert (dossier / "cycles/2028/cycle.yaml").is_file()
    assert "gerade geöffnet" not in tea("status", str(dossier)).err
    claim.release()
    assert "gerade geöffnet" not in tea("renew", str(dossier), "--to", "2028", "--undo").err
