"""What a new round has to decide about the last one, item by item."""
