"""Domains where anybody can have an address or a page: they prove nobody's practice."""

from directory.vocabulary.terms import read_table

# Mail that is free, listings and booking services, pages of one's own, networks. Source: own
# knowledge of 2026; a domain that is missing here costs an admin a closer look.
SHARED_DOMAINS = frozenset(row["domain"] for row in read_table("shared_domains.csv"))
