"""Editions of words and weights, from the draft to the index."""
