"""Figures of a dossier: taken over from tables, audited, edited, shown."""
