"""What the screens of a review share: rows, blocks, words, tasks."""
