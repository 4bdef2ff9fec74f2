"""Imports: a file is brought, looked at, mended, confirmed, and taken back."""
