"""DOCX (ECMA-376, part 1): text with its numbers, tables, headers, notes and pages, changes accepted."""
