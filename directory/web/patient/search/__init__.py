"""The search, as a list and as a map."""
