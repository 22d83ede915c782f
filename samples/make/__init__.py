"""Makes the sample documents and what is true of them from one source text each."""
