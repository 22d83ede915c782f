"""E-mail: its head and body are a document, what is attached is an input of its own."""
