"""The meeting: its front page, and who was there in which capacity."""
