"""Documents of any kind as one model: headings, contents, annexes, and what kind of text each is."""
