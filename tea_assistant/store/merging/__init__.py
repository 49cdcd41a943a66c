"""Two versions of a file that were made from one, put together."""
