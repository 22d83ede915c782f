"""Dates: every form of them, what each says, and which is the document's own."""
