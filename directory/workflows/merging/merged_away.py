"""Listings that were merged into another: where they lead, and what an import does about them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pydantic import ValidationError
from sqlmodel import Session

from directory.exchange.outcomes import Outcome, Record
from directory.providers import Provider
from directory.providers.merging import Merge
from directory.storage import Merges, Providers
from directory.workflows.opening import Directory

# What a file cannot say of a listing that stayed: who it is, and what was decided here.
_NOT_OF_A_FILE = {"id", "npi", "published", "claimed", "hidden_since", "demo"}


def standing_listing(session: Session, id: str) -> Provider | None:
    """Return a listing, or the one that it was merged into; None where there is neither."""
    survivor = Merges(session).survivor_of(id)
    return Providers(session).get(survivor or id)


def survivor_of(directory: Directory, id: str) -> str | None:
    """Return the public listing that one was merged into, None where there is none."""
    with directory.database.reading() as session:
        survivor = Merges(session).survivor_of(id)
        found = Providers(session).get(survivor) if survivor else None
    return found.id if found and found.published else None


def led_to_survivors(session: Session, outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return rows about listings that were merged as rows about the one that stayed.

    Of such a row counts what it says otherwise than before the merge: the same file changes
    nothing, and what was chosen in the merge stays.
    """
    rows = list(outcomes)
    named = [row.provider for row in rows if isinstance(row, Record)]
    went, stayed = _went(session, named), _stayed(session, named)
    return [_led(session, row, went, stayed) for row in rows] if went or stayed else rows


def _went(session: Session, named: Iterable[Provider]) -> Mapping[str, Merge]:
    """Return the merges in which listings that some rows name went, by their ids and NPIs."""
    listings = tuple(named)
    npis = [one.npi for one in listings if one.npi]
    found: dict[str, Merge] = {}
    for merge in Merges(session).naming((one.id for one in listings), npis):
        found[merge.gone_id] = merge
        if merge.gone_before.npi:
            found[merge.gone_before.npi] = merge
    held = Providers(session).ids_by_npi(npis)
    return {name: merge for name, merge in found.items() if name not in held}


def _stayed(session: Session, named: Iterable[Provider]) -> Mapping[str, Provider]:
    """Return by id the listings that some rows name, as they were before any was merged in."""
    found: dict[str, Provider] = {}
    for merge in Merges(session).into(one.id for one in named):
        found.setdefault(merge.survivor_id, merge.survivor_before)
    return found


def _led(
    session: Session,
    outcome: Outcome,
    went: Mapping[str, Merge],
    stayed: Mapping[str, Provider],
) -> Outcome:
    if not isinstance(outcome, Record):
        return outcome
    row = outcome.provider
    merge = went.get(row.id) or went.get(row.npi or "")
    before = merge.gone_before if merge else stayed.get(row.id)
    stored = standing_listing(session, merge.gone_id if merge else row.id)
    if before is None or stored is None:
        return outcome
    return replace(outcome, provider=_about(stored, row, before))


def _about(stored: Provider, row: Provider, before: Provider) -> Provider:
    """Return what a row says of the listing that stayed, in place of the one that went."""
    said = row.model_dump(mode="json", exclude=_NOT_OF_A_FILE)
    was = before.model_dump(mode="json", exclude=_NOT_OF_A_FILE)
    news = {name: value for name, value in said.items() if value != was[name]}
    if row.claimed != stored.claimed:
        identity = {"id": stored.id, "npi": stored.npi}
        return row.model_copy(update=identity) if news else stored
    try:
        return Provider.model_validate(stored.model_dump(mode="json") | news)
    except ValidationError:
        return stored
