"""Files to model and back: reading with places, checking against schemas, writing without loss."""
