"""Tries to make the program lose something: faults in every write, power cuts, several programs at once."""
