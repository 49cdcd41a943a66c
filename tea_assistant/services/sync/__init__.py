"""One dossier and several people: what everybody wrote, put together through a repository."""
