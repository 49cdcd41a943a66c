"""Hostile input: what a stranger may write into any file or command line, and what must not come of it."""
