"""A listing in the hands of those who keep it."""
