"""Word files as lines and tables."""
