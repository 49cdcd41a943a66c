"""What a user can do with a dossier, without a user interface."""
