"""A payer of the operator's own is like any other, and is never forgotten."""

import pytest

from directory.columns.codes import FIELDS, FINGERPRINT, NUMBERS, codes_of
from directory.editions import Edition, problems_in
from directory.editions.drafting import with_own_payer, without_own_payer
from directory.editions.edition import OwnPayer
from directory.matching import RANKING
from directory.roles import Admin
from directory.search import SearchQuery
from directory.storage import Providers
from directory.vocabulary import PAYERS
from directory.web.patient.triage.flow_words import offered_payers
from directory.workflows import Directory
from directory.workflows.indexing import catch_up, reindex
from directory.workflows.matching.search_directory import search_directory
from tests.conftest import NOW
from tests.editions.publishing import publish
from tests.factories import make_provider, store

RIVER = OwnPayer(code="river_health", label="River Health", kind="commercial", synonyms=("RH",))
HILL = OwnPayer(code="hill_care", label="Hill Care", kind="other")
BOTH = with_own_payer(with_own_payer(Edition(), RIVER), HILL)


def taking(directory: Directory, code: str) -> int:
    """Return how many listings a search finds that take a payer; its facet has to say the same."""
    query = SearchQuery(filters={"payer": (code,)}, facets=("payer",))
    answer = search_directory(directory, query).answer
    assert answer.facets["payer"].get(code, 0) == answer.total
    return answer.total


def test_listings_name_it_and_searches_find_it_without_a_new_index(
    directory: Directory, editor: Admin
) -> None:
    store(directory, make_provider(id="old", npi=None, payers=["aetna"]))
    reindex(directory)
    publish(directory, editor, BOTH)
    store(directory, make_provider(id="new", npi=None, payers=["hill_care"]))
    assert (taking(directory, "hill_care"), taking(directory, "river_health")) == (1, 0)
    assert taking(directory, "aetna") == 1
    reindex(directory)
    assert (taking(directory, "hill_care"), taking(directory, "river_health")) == (1, 0)
    query = SearchQuery(text="hill care")
    assert search_directory(directory, query).answer.total == 1


def test_a_retired_one_is_known_but_offered_to_nobody(directory: Directory, editor: Admin) -> None:
    publish(directory, editor, BOTH)
    store(directory, make_provider(id="new", npi=None, payers=["river_health"]))
    assert "river_health" in {choice.value for choice in offered_payers()}
    publish(directory, editor, without_own_payer(BOTH, "river_health"))
    assert "river_health" not in {choice.value for choice in offered_payers()}
    with directory.database.reading() as session:
        assert Providers(session).one("new").payers == ("river_health",)
    catch_up(directory)
    assert (taking(directory, "river_health"), taking(directory, "hill_care")) == (1, 0)


def test_its_place_in_the_columns_never_changes(directory: Directory, editor: Admin) -> None:
    before = FINGERPRINT
    publish(directory, editor, BOTH)
    place = NUMBERS["payer"]["hill_care"]
    publish(directory, editor, without_own_payer(BOTH, "river_health"))
    assert NUMBERS["payer"]["hill_care"] == place
    assert len(codes_of("payer")) == len(FIELDS["payer"])
    assert len(PAYERS) == len(PAYERS.base) + 2
    assert before == FINGERPRINT


def test_there_is_room_for_64() -> None:
    many = [OwnPayer(code=f"payer_{n}", label=f"Payer {n}", kind="other") for n in range(65)]
    draft = Edition(own_payers=tuple(many))
    (problem,) = problems_in(draft, RANKING, NOW.date())
    assert problem.message == "there is room for 64, the retired included"


@pytest.mark.parametrize("code", ["Acme", "9lives", "a", "a b"])
def test_a_code_is_plain(code: str) -> None:
    with pytest.raises(ValueError, match="code"):
        OwnPayer(code=code, label="Acme", kind="other")
