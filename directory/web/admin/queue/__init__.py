"""The queue: claims, checks, corrections and removals that wait for an admin."""
