"""Wishes to be removed, and what keeps a removed listing away."""
