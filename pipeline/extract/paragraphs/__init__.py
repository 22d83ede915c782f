"""Paragraphs: items of these minutes, of others, sections of laws."""
