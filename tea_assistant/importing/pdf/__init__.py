"""PDF files as lines and tables."""
