"""Listings that may be of one person."""
