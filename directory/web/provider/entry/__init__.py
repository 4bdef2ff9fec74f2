"""The way in to one's own listings."""
