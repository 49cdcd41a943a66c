"""Files to model and back: reading with places, checking against the schemas, writing without losing a word."""
