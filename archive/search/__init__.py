"""Search: an index of words, sections and facets, and the language in which it is asked."""
