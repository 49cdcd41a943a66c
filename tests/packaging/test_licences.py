"""What the program needs at run time may be used and passed on by anybody."""

from importlib.metadata import Distribution
from os import PathLike
from pathlib import Path

import pytest

from reliability.licences import ALLOWED, Licensed, licences_of, needed, optional


class Library(Distribution):
    """A library that is described, and not there."""

    def __init__(self, *headers: tuple[str, str]) -> None:
        self.text = "Metadata-Version: 2.4\nName: fremd\nVersion: 1\n"
        self.text += "".join(f"{key}: {value}\n" for key, value in headers)

    def read_text(self, filename: str) -> str | None:
        return self.text if filename == "METADATA" else None

    def locate_file(self, path: str | PathLike[str]) -> Path:
        return Path(path)


def test_every_licence_is_on_the_list_that_says_why() -> None:
    libraries = needed()
    assert {"textual", "rich", "typst", "PyYAML", "msgspec"} <= {library.name for library in libraries}
    assert [library for library in libraries if library.refused] == []
    assert all(ALLOWED.values())


def test_an_extra_may_have_what_nothing_else_may() -> None:
    assert [library for library in optional() if library.refused] == []
    hunspell = licences_of(Library(("License", "MIT + MPL 1.1/GPL 2.0/LGPL 2.1")))
    assert Licensed("chunspell", "1", hunspell).refused == ("MPL-1.1",)
    assert Licensed("chunspell", "1", hunspell, in_extra=True).refused == ()
    assert Licensed("fremd", "1", ("GPL-2.0",), in_extra=True).refused == ("GPL-2.0",)
    pytest.importorskip("hunspell", reason="the extra tea_assistant[spelling] is not installed")
    assert "chunspell" in {library.name for library in optional()}


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ([("License-Expression", "MIT")], ()),
        ([("License-Expression", "MIT AND Apache-2.0")], ()),
        ([("License", "BSD-3-Clause, Apache-2.0, dependency licenses")], ()),
        ([("Classifier", "License :: OSI Approved :: MIT License")], ()),
        ([("License-Expression", "MIT AND GPL-3.0-only")], ("GPL-3.0-only",)),
        ([("License", "AGPL")], ("AGPL",)),
        ([], ("none named",)),
    ],
)
def test_what_is_not_on_the_list_is_refused(headers: list[tuple[str, str]], refused: tuple[str, ...]) -> None:
    assert Licensed("fremd", "1", licences_of(Library(*headers))).refused == refused
