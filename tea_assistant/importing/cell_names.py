"""The names that spreadsheets give to columns and cells: A, B, … Z, AA; B7."""

_LETTERS = 26


def column_name(number: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(name: str) -> int:
    """Return the number of a column, from 1; 0 where the name is none."""
    if not name or not (name.isascii() and name.isalpha()) or len(name) > 3:
        return 0
    number = 0
    for letter in name.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_name(column: int, row: int) -> str:
    """Return the name of a cell, as in B7."""
    return f"{column_name(column)}{row}"
