"""`tea find` prints file and line of each place."""

import json
from pathlib import Path

from tests.cli.conftest import Tea


def test_places_are_printed_with_file_and_line(herne: Path, tea: Tea) -> None:
    result = tea("find", "zuwanderungsgeschichte", herne)
    assert result.code == 0
    place = result.out.split()[0]
    file, line = place.rsplit(":", 1)
    assert "Zuwanderungsgeschichte" in (herne / file).read_text("utf-8").splitlines()[int(line) - 1]
    values = json.loads(tea("find", "zuwanderungsgeschichte", herne, "--json").out)
    assert f"{values['hits'][0]['file']}:{values['hits'][0]['line']}" == place
    nothing = tea("find", "qqxyzzy", herne)
    assert nothing.code == 1
    assert "Nichts gefunden" in nothing.err
