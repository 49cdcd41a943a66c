"""Each module stands alone: it can be imported first, and it brings nothing that its room may not know."""

import os

import pytest

from tests.architecture.probe import FILE_ROOMS, PURE_ROOMS, imported, modules_of

SCREENS = frozenset({"textual", "rich"})
FILES = frozenset({"yaml", "jsonschema", "jsonschema_rs"})

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="probes by fork")


@pytest.mark.parametrize("room", sorted(FILE_ROOMS | PURE_ROOMS))
def test_a_module_knows_nothing_of_the_rooms_above(room: str) -> None:
    modules = modules_of(room)
    found = imported(modules)
    assert list(found) == modules, "every module can be the first"
    assert {name for name, came in found.items() if came.packages & SCREENS} == set()
    if room in PURE_ROOMS:
        assert {name for name, came in found.items() if came.packages & FILES} == set()
        assert {name: came.opened for name, came in found.items() if came.opened} == {}


def test_the_probe_sees_what_it_is_there_to_see() -> None:
    found = imported(["textual.color", "yaml", "json", "tests.architecture.opens_a_file"])
    assert found["textual.color"].packages & SCREENS
    assert found["yaml"].packages & FILES
    assert not found["json"].packages & (SCREENS | FILES)
    assert [
        path.endswith("opens_a_file.txt") for path in found["tests.architecture.opens_a_file"].opened
    ] == [True]


def test_the_rooms_are_looked_at() -> None:
    assert {"model", "figures", "prose", "checks", "document", "errors", "resources"} <= PURE_ROOMS
    assert len(modules_of("checks")) > 50
