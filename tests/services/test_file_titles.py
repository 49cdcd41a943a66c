"""The German names of files, as notices and lists show them."""

import pytest

from tea_assistant.model.layout import role_of
from tea_assistant.services.file_titles import title_of


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("figures/2022.yaml", "Kennzahlen 2022"),
        ("figures/2024-12-31.yaml", "Kennzahlen zum 31.12.2024"),
        ("cycles/2025/reviews/erika.yaml", "Prüfung 2025 von erika"),
    ],
)
def test_figures_are_named_by_their_day_or_year(file: str, title: str) -> None:
    role = role_of(file)
    assert role is not None
    assert title_of(role) == title
