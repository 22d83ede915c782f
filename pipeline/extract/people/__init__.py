"""People: names in running text, in lists and beside roles."""
