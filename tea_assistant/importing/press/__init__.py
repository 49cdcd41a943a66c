"""Press releases: the measure that each tells of."""
