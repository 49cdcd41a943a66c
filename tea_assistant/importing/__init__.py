"""Other people's documents, read into grids and proposals; a person decides what becomes of them."""
