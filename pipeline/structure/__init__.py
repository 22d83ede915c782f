"""The outline: documents in the file, items in the document, blocks in the item."""
