"""Tesseract: the program, its models, and what one reading gives."""
