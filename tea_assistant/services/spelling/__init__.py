"""Words that no dictionary knows: found, asked about, replaced, learned."""
