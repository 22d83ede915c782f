"""How right the records are, measured on documents whose facts are known."""
