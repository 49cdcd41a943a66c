"""The words of the domain as frozen structs: no files, no YAML, no user interface."""
