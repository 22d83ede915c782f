"""Rows of an archive, page by page, for programs and people who look through it."""
