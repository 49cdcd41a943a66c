"""The titles between the fields of a form."""

from textual.widgets import Static


class FormHeading(Static):
    """Stands above the fields of a group."""

    DEFAULT_CSS = """
    FormHeading { height: 1; margin-bottom: 1; color: $primary; text-style: bold; }
    """


class SectionHeading(FormHeading):
    """Stands above another part of a form."""

    DEFAULT_CSS = """
    SectionHeading { height: 2; border-bottom: solid $panel; }
    """
