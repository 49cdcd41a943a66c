"""The screens in a browser: a server for one person on the same computer."""
