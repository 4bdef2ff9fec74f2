"""Accounts: their addresses, factors and ends."""
