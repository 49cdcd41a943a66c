"""The words of the domain as frozen dataclasses: no files, no YAML, no user interface."""
