"""The history of a dossier in its repository."""
