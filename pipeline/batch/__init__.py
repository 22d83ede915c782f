"""Many documents: what is left to do, spread over workers, and kept as it comes."""
