"""CSV files are read with whatever delimiter and encoding they were saved."""

import pytest

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing.grids import grids_of
from tests.importing.grid_text import as_text

ROWS = [
    ["Gruppe", "Frauen", "Anteil"],
    ["Bürger*innen [/x]", "1.990", "59,4 %"],
    ["„Führung“", "81", "36,2 %"],
]
READ = """\
##
1: Gruppe | Frauen | Anteil
2: Bürger*innen [/x] | 1.990 | 59,4 %
3: „Führung“ | 81 | 36,2 %"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_every_usual_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in ROWS)

    assert as_text(grids_of("zahlen.csv", text.encode(encoding))) == READ


def test_commas_divide_cells_where_decimal_commas_are_quoted() -> None:
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS)

    assert as_text(grids_of("zahlen.csv", text.encode())) == READ


def test_decimal_commas_do_not_divide_cells() -> None:
    text = "Gruppe;Stellen\nFührung;12,5\nBeschäftigte;1.990,25\n"

    assert (
        as_text(grids_of("z.csv", text.encode()))
        == "##\n1: Gruppe | Stellen\n2: Führung | 12,5\n3: Beschäftigte | 1.990,25"
    )


def test_a_delimiter_that_the_file_names_itself_is_taken() -> None:
    assert as_text(grids_of("z.csv", b"sep=,\na,b;c\n1,2;3\n")) == "##\n2: a | b;c\n3: 1 | 2;3"


def test_captions_blank_lines_and_breaks_inside_cells() -> None:
    text = 'Personal 2024\n\nGruppe;"Frauen\n(Köpfe)"\nFührung;81\n\ngesamt;81\n\nJahr;Frauen\n2024;7\n'

    assert as_text(grids_of("z.csv", text.encode())) == (
        "## Personal 2024\n3: Gruppe | Frauen (Köpfe)\n5: Führung | 81\n7: gesamt | 81\n"
        "##\n9: Jahr | Frauen\n10: 2024 | 7"
    )


def test_a_quote_that_is_not_closed_names_its_line() -> None:
    with pytest.raises(ForeignFileError, match="Anführungszeichen") as refused:
        grids_of("z.csv", b'a;b\nc;"d\ne;f\n')

    assert refused.value.line == 2


def test_a_hundred_thousand_lines_are_refused_at_a_cell() -> None:
    with pytest.raises(ForeignFileError, match="Ab Zelle A20001 "):
        grids_of("z.csv", b"a;1;2\n" * 100_000)


def test_markdown_is_known_by_its_name_or_its_look() -> None:
    table = "| | Frauen |\n|---|---|\n| Führung | 81 |\n".encode()

    assert as_text(grids_of("plan.md", table)) == as_text(grids_of("plan.txt", table))
    assert grids_of("plan.md", table)[0].head == 1


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("leer.csv", b" \n", "Die Datei ist leer."),
        ("alt.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "alten Office-Format"),
        (
            "geheim.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "mit einem Kennwort geschützt",
        ),
        ("plan.pdf", b"%PDF-1.7", "PDF-Datei"),
        ("bericht.xls", b"<html><p>Bericht</p></html>", "keine Tabelle"),
        ("kaputt.xlsx", b"Kein Zip", "beschädigt"),
        ("kaputt.xlsx", b"PK\x03\x04Unsinn", "beschädigt"),
        ("bild.csv", b"\x89PNG\x00\x01\x02\x81\x8d", "keinen lesbaren Text"),
        ("gross.csv", b"a;b\n" * 8_000_000, "zu groß"),
    ],
)
def test_what_is_no_table_is_refused_in_german(name: str, data: bytes, message: str) -> None:
    with pytest.raises(ForeignFileError, match=message) as refused:
        grids_of(name, data)

    assert refused.value.file == name
