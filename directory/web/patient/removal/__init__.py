"""Asking for the removal of a listing about oneself: anybody may, without an account."""
