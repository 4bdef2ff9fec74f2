"""States, districts and territories by USPS code."""

from directory.vocabulary.terms import Term, Vocabulary, read_table, term_fields

STATES = Vocabulary("state", (Term(**term_fields(row)) for row in read_table("states.csv")))
