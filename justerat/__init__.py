"""The program that people start."""
