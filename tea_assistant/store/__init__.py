"""Files to model and back: reading with places, checking with the schemas, writing without losing a word."""
