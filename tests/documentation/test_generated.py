"""What the documentation takes from the program is what the program has today; `make docs` writes it anew."""

import re

from docs import make_drawing, make_formats
from tea_assistant.model.layout import Kind, role_of

FORMATS = make_formats.PAGE.read_text(encoding="utf-8")
ELSEWHERE = {Kind.CAPSULE, Kind.REPORT, Kind.PROPOSALS, Kind.KEYS}
"""No dossier has such files."""
FILLED = {"year": "2025", "id": "af03", "catalogue": "verwaltung-2021", "person": "anna", "document": "plan"}


def test_the_tables_of_keys_are_current() -> None:
    assert make_formats.page(FORMATS) == FORMATS


def test_every_kind_of_file_is_described_where_it_stands() -> None:
    sections = re.findall(r"^## (`.*`)\n\n.*\n\n<!-- keys: (\w+) -->", FORMATS, re.MULTILINE)
    assert {kind for _, kind in sections} | ELSEWHERE == set(Kind)
    for heading, kind in sections:
        for file in re.findall(r"`([^`]+)`", heading):
            role = role_of(re.sub(r"<(\w+)>", lambda found: FILLED.get(found[1], "name"), file))
            # The list of a named state is no file of the model.
            assert kind == Kind.SNAPSHOT if role is None else role.kind == kind, file


def test_a_table_says_what_the_schema_says() -> None:
    assert "| `name` * | string | Name: Name der Organisation" in make_formats.table(Kind.DOSSIER)
    assert "| `awards[].valid.from` | string or integer |" in make_formats.table(Kind.DOSSIER)


def test_the_drawing_shows_the_contracts() -> None:
    drawing = make_drawing.drawing()
    assert make_drawing.DRAWING.read_text(encoding="utf-8") == drawing
    assert drawing.index(">services<") < drawing.index(">store<") < drawing.index(">model<")
