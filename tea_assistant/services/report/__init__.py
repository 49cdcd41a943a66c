"""The report of a check, put together for its writers."""
