"""The document as a Typst program, and from it as PDF."""
