"""ODT (OASIS OpenDocument 1.3): text with its numbers, tables, headers, notes and pages, changes accepted."""
