"""How quickly an archive of a given size answers."""
