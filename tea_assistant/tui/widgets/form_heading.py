"""The title of a group of fields."""

from textual.widgets import Static


class FormHeading(Static):
    """Stands above the fields of a group."""

    DEFAULT_CSS = """
    FormHeading {
        height: 2;
        margin-bottom: 1;
        color: $primary;
        text-style: bold;
        border-bottom: solid $panel;
    }
    """
