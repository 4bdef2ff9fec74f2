"""Claims of listings, from asking to the decision."""
