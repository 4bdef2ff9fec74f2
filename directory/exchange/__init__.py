"""Formats in and out: files become outcomes, listings become files; no database here."""
