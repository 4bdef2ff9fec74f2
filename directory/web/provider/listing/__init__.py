"""Editing a listing: its task list, its sections, and what comes of an edit."""
