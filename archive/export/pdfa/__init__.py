"""Searchable PDF/A-2b: the pages as they are, and under them the repaired text."""
