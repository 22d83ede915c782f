"""Diarienummer: every form of them, in one normal form."""
