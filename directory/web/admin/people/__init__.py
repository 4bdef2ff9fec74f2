"""Who runs the directory, in which role."""
