"""How many may correct and read an archive at once, and whether anything of it is ever lost."""
