"""Inputs that can't be read, or not wholly, and how each must end."""
