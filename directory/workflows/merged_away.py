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
    """Return rows that name a listing which was merged away as rows about the one that stayed.

    Of such a row counts what it says otherwise than before the merge: the same file changes
    nothing, and what was chosen in the merge stays.
    """
    rows = list(outcomes)
    merges = _naming(session, rows)
    return [_led(session, row, merges) for row in rows] if merges else rows


def _naming(session: Session, rows: Iterable[Outcome]) -> Mapping[str, Merge]:
    """Return the merges in which listings that some rows name went, by their ids and NPIs."""
    named = [row.provider for row in rows if isinstance(row, Record)]
    npis = [one.npi for one in named if one.npi]
    found: dict[str, Merge] = {}
    for merge in Merges(session).naming((one.id for one in named), npis):
        found[merge.gone_id] = merge
        if merge.gone_before.npi:
            found[merge.gone_before.npi] = merge
    held = Providers(session).ids_by_npi(npis)
    return {name: merge for name, merge in found.items() if name not in held}


def _led(session: Session, outcome: Outcome, merges: Mapping[str, Merge]) -> Outcome:
    if not isinstance(outcome, Record):
        return outcome
    row = outcome.provider
    merge = merges.get(row.id) or merges.get(row.npi or "")
    survivor = Merges(session).survivor_of(merge.gone_id) if merge else None
    stored = Providers(session).get(survivor) if survivor else None
    if merge is None or stored is None:
        return outcome
    return replace(outcome, provider=_about(stored, row, merge.gone_before))


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
