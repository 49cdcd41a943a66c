"""Hostile texts on every screen: read from a dossier, and put into every box."""
