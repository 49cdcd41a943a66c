"""The examination of an installation and a dossier: each file looks at one thing, and none of them writes."""
