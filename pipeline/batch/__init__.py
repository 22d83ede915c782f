"""Many documents: which are to be done, by how many workers, and how each ended."""
