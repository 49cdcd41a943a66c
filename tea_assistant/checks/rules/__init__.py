"""The rules, one a file, named after its code."""
