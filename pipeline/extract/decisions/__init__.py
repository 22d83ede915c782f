"""Decisions: under their headings, in running text of minutes, in letters; one module for each way."""
