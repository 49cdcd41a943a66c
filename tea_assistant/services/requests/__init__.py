"""Forms for departments: made, sent, read back, taken over."""
