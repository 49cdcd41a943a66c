"""What is handed in, as one sealed file: made, looked at, verified."""
