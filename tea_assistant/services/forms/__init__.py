"""Forms as the schemas plan them: which fields there are, what they show, what typed text means."""
