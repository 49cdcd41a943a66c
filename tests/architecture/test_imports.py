"""Each room stands alone: it brings nothing that it may not know, and any of its modules can come first."""

from graphlib import TopologicalSorter

import grimp
import pytest

from tests.architecture.probe import ABOVE, FILE_ROOMS, PURE_ROOMS, imported, modules_of

SCREENS = frozenset({"textual", "rich"})
FILES = frozenset({"yaml", "jsonschema", "jsonschema_rs"})


@pytest.mark.parametrize("room", sorted(FILE_ROOMS | PURE_ROOMS))
def test_a_room_knows_nothing_of_the_rooms_above(room: str) -> None:
    came = imported(*modules_of(room))
    assert came.packages & SCREENS == set()
    if room in PURE_ROOMS:
        assert came.packages & FILES == set()
        assert came.opened == ()


def test_no_modules_need_one_another() -> None:
    graph = grimp.build_graph("tea_assistant", exclude_type_checking_imports=True, cache_dir=None)
    above = tuple(f"tea_assistant.{room}" for room in ABOVE)
    needs = {
        module: graph.find_modules_directly_imported_by(module)
        for module in graph.modules
        if not module.startswith(above)
    }
    assert len(needs) > 300
    # A circle is an error: whichever of its modules comes first cannot be imported.
    TopologicalSorter(needs).prepare()


def test_the_probe_sees_what_it_is_there_to_see() -> None:
    assert imported("textual.color").packages & SCREENS
    assert imported("yaml").packages & FILES
    assert not imported("json").packages & (SCREENS | FILES)
    (opened,) = imported("tests.architecture.opens_a_file").opened
    assert opened.endswith("opens_a_file.txt")


def test_the_rooms_are_looked_at() -> None:
    assert {"model", "figures", "prose", "checks", "document", "errors", "resources"} <= PURE_ROOMS
    assert len(modules_of("checks")) > 50
