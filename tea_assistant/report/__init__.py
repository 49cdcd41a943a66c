"""The report on a check for people without the program: its content, and a writer for each form."""
