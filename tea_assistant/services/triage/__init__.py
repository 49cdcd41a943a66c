"""Going through other people's documents: what they propose, and what becomes of it."""
