"""What the screen for other people's documents is made of: the way, the texts, the tasks."""
