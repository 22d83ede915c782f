"""How well damaged text is repaired, and sound text left alone, beside other programs."""
