"""The samples, read whole."""
