"""Figures: exact values from counts, their history over the rounds, and their German print."""
