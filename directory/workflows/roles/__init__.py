"""Roles of those who run the directory, and steps that take two."""
