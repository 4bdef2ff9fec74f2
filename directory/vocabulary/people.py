"""What people ask of a provider's background and rooms: languages, communities, access."""

from directory.vocabulary.terms import Term, Vocabulary, read_table, term_fields


def _terms(name: str, table: str) -> Vocabulary[Term]:
    return Vocabulary(name, (Term(**term_fields(row)) for row in read_table(table)))


LANGUAGES = _terms("language", "languages.csv")
COMMUNITIES = _terms("community", "communities.csv")
ACCESSIBILITY = _terms("accessibility", "accessibility.csv")
