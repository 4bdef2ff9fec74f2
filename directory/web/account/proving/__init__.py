"""Proving who one is: the second step of signing in, and again before what is sensitive."""
