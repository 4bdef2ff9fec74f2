"""Files of listings, into the directory and out of it."""
