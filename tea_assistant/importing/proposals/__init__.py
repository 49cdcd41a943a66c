"""Measures that a text tells of: titles, dates, people, results, law."""
