"""What each thing is worth in the order of matches."""
