"""Looking through all listings for two of one person."""

from typing import Any

from directory.jobs import Job
from directory.likeness.duplicate import Duplicate
from directory.providers import Provider
from directory.storage import Duplicates, Jobs
from directory.workflows import Directory
from directory.workflows.merging.find_duplicates import EVERYBODY, KIND
from directory.workflows.working.jobs import run_waiting_jobs
from tests.conftest import NOW
from tests.factories import make_license, make_npi, remove, store
from tests.likeness.labelled import OTHER, Listing, pairs
from tests.merging.merging import EDITOR, OWN, REGISTER, own_listing, register_listing


def search(directory: Directory) -> Job:
    with directory.database.writing() as session:
        number = Jobs(session).ask(KIND, EVERYBODY, EDITOR.account_id, NOW)
    run_waiting_jobs(directory)
    with directory.database.reading() as session:
        job = Jobs(session).get(number)
    assert job
    return job


def found(directory: Directory) -> tuple[Duplicate, ...]:
    with directory.database.reading() as session:
        return Duplicates(session).in_state("open", limit=1000)


def decide(directory: Directory, number: int, state: Any) -> None:
    with directory.database.writing() as session:
        Duplicates(session).decide(number, state, EDITOR.account_id, NOW)


def alone(listing: Listing, number: int) -> Listing:
    """Return a listing whose phone and license numbers are those of no other pair."""
    phone = listing["phone"]
    ours = phone and phone != "+1-555-555-0199"
    return listing | {
        "phone": f"+1208{2000000 + number}" if ours else phone,
        "locations": [place | {"phone": None} for place in listing["locations"]],
        "licenses": [
            held | {"number": held["number"] and f"{held['number']}{number}"}
            for held in listing["licenses"]
        ],
    }


def as_stub(listing: Listing) -> Provider:
    """Return what a listing says that tells people apart, as a register has it."""
    held = [
        license | {"status": "unverified", "expires": None, "verified_at": None}
        for license in listing["licenses"]
    ]
    kept = {
        name: listing[name]
        for name in ("id", "npi", "name", "gender", "license", "locations", "phone", "email")
    }
    return Provider.model_validate(kept | {"licenses": held, "claimed": False})


def test_two_listings_of_one_person_are_found(directory: Directory) -> None:
    store(directory, register_listing(), own_listing(phone="+14155550188"))
    assert search(directory).note == "2 listings looked through, 1 pairs alike."
    [pair] = found(directory)
    assert pair.ids == (OWN, REGISTER)
    assert pair.likeness.certainty == "certain"


def test_what_comparison_finds_the_search_finds_among_all(directory: Directory) -> None:
    some = [pair for pair in pairs(each=6, seed=3) if "by their NPI" not in pair.kind]
    names: dict[tuple[str, str], bool] = {}
    for number, pair in enumerate(some):
        first = alone(pair.first, number) | {"id": f"a-{number}", "npi": make_npi(number)}
        second = alone(pair.second, number) | {"id": f"b-{number}"}
        store(directory, as_stub(first), as_stub(second))
        names[f"a-{number}", f"b-{number}"] = pair.is_same
    search(directory)
    likely = {pair.ids for pair in found(directory) if pair.likeness.certainty != "possible"}
    same = {pair for pair, is_same in names.items() if is_same}
    assert len(same & likely) / len(same) >= 0.9
    assert not {pair for pair in likely if pair in names and not names[pair]}


def test_a_search_that_is_begun_again_finds_the_same(directory: Directory) -> None:
    store(directory, register_listing(), own_listing(phone="+14155550188"))
    search(directory)
    first = found(directory)
    search(directory)
    assert found(directory) == first


def test_what_is_not_the_same_is_not_asked_again(directory: Directory) -> None:
    store(directory, register_listing(), own_listing(phone="+14155550188"))
    search(directory)
    decide(directory, found(directory)[0].id, "not_same")
    search(directory)
    assert found(directory) == ()


def test_a_pair_that_is_not_alike_any_more_is_forgotten(directory: Directory) -> None:
    store(directory, register_listing(), own_listing(phone="+14155550188"))
    search(directory)
    store(directory, own_listing(name="Zoe Marsh", licenses=[make_license(number="9")]))
    search(directory)
    assert found(directory) == ()


def test_a_pair_of_which_one_is_gone_is_not_shown(directory: Directory) -> None:
    store(directory, register_listing(), own_listing(phone="+14155550188"))
    search(directory)
    remove(directory, OWN)
    assert found(directory) == ()


def test_every_kind_of_other_people_is_tried() -> None:
    assert {pair.kind for pair in pairs(each=1) if not pair.is_same} == set(OTHER)
