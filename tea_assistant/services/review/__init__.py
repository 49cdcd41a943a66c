"""Comments, answers and sign-offs, and what has to be there before a round is final."""
