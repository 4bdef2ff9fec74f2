"""Keeping a listing true: by a link in a mail, or signed in."""
