"""The reasoning of a jury: awards, praise, expectations."""
