"""What the tables of other people count: their labels, columns and rows, and where each number belongs."""
