"""Practices and their members."""
