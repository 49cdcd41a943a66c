"""Named states of a dossier: kept, verified, looked at, put back."""
