"""What reading damaged, mended: proposed edits, applied."""
