"""The log of what those who run the directory changed."""
