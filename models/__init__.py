"""The nouns of the house, and what the program knows; imports nothing else of ours."""
