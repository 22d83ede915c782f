"""What a page image needs before it is read, told page by page, and nothing more."""
