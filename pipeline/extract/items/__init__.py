"""The matters of minutes, each with what was told, moved and decided in it."""
