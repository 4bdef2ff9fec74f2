"""Listings that may be of one person: looked through, merged, parted again."""
