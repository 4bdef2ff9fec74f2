"""Whom a person keeps: the list, side by side, on paper, and how a call went."""
