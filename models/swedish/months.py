"""The names of the months."""

MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
"""A pattern of one of them."""
