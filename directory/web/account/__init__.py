"""Accounts: how providers and admins prove who they are."""
