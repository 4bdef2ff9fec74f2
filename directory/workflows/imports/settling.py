"""What a row of a file does to what is stored: create, update, leave alone, skip or refuse."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sqlmodel import Session

from directory.exchange.identity import id_of_npi
from directory.exchange.outcomes import Outcome, Record, RowError, RowWarning, Skipped
from directory.providers import Provider
from directory.providers.removals import Tombstone
from directory.storage import Keepers, LicenseChecks, Providers, Tombstones
from directory.workflows.desk.verify_listing import BARRED
from directory.workflows.merging.merged_away import led_to_survivors
from directory.workflows.removals.tombstones import without_buried

ROWS_AT_ONCE = 500
_KEPT = "the provider keeps this listing themselves"
_BARRED = "a license is limited or taken away, so nobody sees this listing"
Place = tuple[str, int]  # a file and a line of it


@dataclass(frozen=True, slots=True)
class Change:
    """A listing to write; without `after` the stored one is as the file has it."""

    line: int
    before: Provider | None
    after: Provider | None
    warnings: tuple[RowWarning, ...] = ()


Settled = Change | Skipped | RowError


@dataclass(frozen=True, slots=True)
class _Bound:
    """Listings of which a file does not decide all: somebody keeps them, or they are held off."""

    kept: frozenset[str]
    held: frozenset[str]


def chunks(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Yield a few hundred rows at a time, as many as one transaction takes in."""
    outcomes = iter(outcomes)
    while some := list(islice(outcomes, ROWS_AT_ONCE)):
        yield some


def settle(
    session: Session, some: Sequence[Outcome], file: str, seen: dict[str, Place]
) -> list[Settled]:
    """Decide what each of some rows does to what is stored.

    `seen` holds what earlier rows of the same import named, and is added to.
    """
    some = led_to_survivors(session, some)
    records = [row for row in some if isinstance(row, Record)]
    stored, stones = _stored(Providers(session), records), _tombstones(session, records)
    kept = frozenset(Keepers(session).of_listings([one.id for one in stored.values()]))
    held = LicenseChecks(session).held_among([one.id for one in stored.values()])
    spared = (without_buried(row, stones) if stones else row for row in some)
    return [_settle(row, stored, _Bound(kept, held), seen, file) for row in spared]


def _stored(providers: Providers, records: list[Record]) -> dict[str, Provider]:
    """Return what is stored for these records, by id and by NPI."""
    holders = providers.ids_by_npi(r.provider.npi for r in records if r.provider.npi)
    ids = {*holders.values(), *(record.provider.id for record in records)}
    found = {provider.id: provider for provider in providers.get_many(sorted(ids))}
    return found | {npi: found[id] for npi, id in holders.items() if id in found}


def _tombstones(session: Session, records: list[Record]) -> dict[str, Tombstone]:
    npis = (record.provider.npi for record in records)
    return Tombstones(session).of(
        (record.provider.id for record in records), (npi for npi in npis if npi)
    )


def _settle(
    outcome: Outcome,
    stored: dict[str, Provider],
    bound: _Bound,
    seen: dict[str, Place],
    file: str,
) -> Settled:
    """Decide what one row does to what is stored."""
    if not isinstance(outcome, Record):
        return outcome
    before = stored.get(outcome.provider.npi or "") or stored.get(outcome.provider.id)
    if before != outcome.provider:  # what stands here as the file says is for the desk to decide
        outcome = _without_barred(outcome)
    provider, line = outcome.provider, outcome.line
    if repeated := _seen_before(provider, before, (file, line), seen):
        return Skipped(line, f"the same listing stands on {repeated}")
    if before is None:
        return Change(line, None, provider, outcome.warnings)
    after = _in_place_of(before, provider, before.id in bound.held)
    if is_kept_from(before, after, before.id in bound.kept):
        return Skipped(line, _KEPT)
    if before.claimed and before.id != provider.id:
        message = f"the listing {before.id} has this NPI: give that id, or mend the NPI"
        return RowError(line, "npi", provider.npi or "", message)
    return Change(line, before, None if after == before else after, outcome.warnings)


def _without_barred(record: Record) -> Record:
    """Return a row hidden where a board limited a license of it, or took it away."""
    provider = record.provider
    if not provider.published or not any(held.status in BARRED for held in provider.licenses):
        return record
    hidden = provider.model_copy(update={"published": False})
    warning = RowWarning(record.line, "licenses", _BARRED)
    return replace(record, provider=hidden, warnings=(*record.warnings, warning))


def is_kept_from(before: Provider, after: Provider, is_kept: bool) -> bool:
    """Tell whether a file would overwrite what its provider wrote, here or elsewhere."""
    if not after.claimed:
        return before.claimed
    return is_kept and after != before


def _seen_before(
    provider: Provider, before: Provider | None, place: Place, seen: dict[str, Place]
) -> str:
    """Return where this import named a listing already, and note this place where it did not."""
    names = {provider.id, before.id if before else provider.id}
    names |= {id_of_npi(provider.npi)} if provider.npi else set()
    first = next((seen[name] for name in sorted(names) if name in seen), None)
    if first is None:
        seen |= dict.fromkeys(names, place)
        return ""
    file, line = first
    return f"line {line}" if file == place[0] else f"line {line} of {file}"


def _in_place_of(before: Provider, after: Provider, is_held: bool) -> Provider:
    """Keep the id; a register brings no listing back that was taken from the public here.

    Nor does any file bring one back that a source holds off the site, nor one that does not say so:
    a listing that waits hidden for a check would be public once its file is read again.
    """
    if after.claimed and not is_held and "published" in after.model_fields_set:
        return after.model_copy(update={"id": before.id})
    return after.model_copy(update={"id": before.id, "published": before.published})
