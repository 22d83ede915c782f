"""Matters: what records tell of their steps, kept as rows, asked for by number or §, joined to ways."""
