"""The document: one round of a dossier as an application that can be read, printed and signed."""
