"""Practices: one account looks after the listings of several clinicians, if they agree."""
