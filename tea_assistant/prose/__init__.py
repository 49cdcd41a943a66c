"""Prose: reads the Markdown that users write, with references and without emphasis from gender stars."""
