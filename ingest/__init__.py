"""File -> pages -> words: the only folder that opens documents or runs OCR."""
