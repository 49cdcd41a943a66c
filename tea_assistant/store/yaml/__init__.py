"""YAML read with its places, and changed so that nothing else in a file moves."""
