"""How records leave the archive: one module for each format."""
