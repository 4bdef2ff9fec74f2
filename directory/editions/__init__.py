"""Editions: what an operator changed of the words, lines, weights and clocks that ship."""

from directory.editions.checking import check, problems_in
from directory.editions.edition import Edition, read_edition
from directory.editions.in_force import in_force, put_in_force

__all__ = ["Edition", "check", "in_force", "problems_in", "put_in_force", "read_edition"]
