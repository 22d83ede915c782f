"""The text layers of PDF pages: their words, whether they can be trusted, and what is read instead."""
