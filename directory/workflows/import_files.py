"""Imports: files in, listings created or updated, and a report of every row that was not used."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlmodel import Session

from directory.errors import Unusable
from directory.exchange.formats import detect_format, read_file
from directory.exchange.identity import id_of_npi
from directory.exchange.outcomes import Outcome, Record, RowError, RowWarning, Skipped
from directory.providers import Provider
from directory.providers.removals import Tombstone
from directory.storage import Imports, Keepers, Providers, Tombstones
from directory.workflows.import_report import ImportReport, InFile
from directory.workflows.indexing import catch_up, reindex
from directory.workflows.merged_away import led_to_survivors
from directory.workflows.opening import Directory
from directory.workflows.tombstones import without_buried

_ROWS_A_TRANSACTION = 500
_MANY = 2_000  # changed listings, from which on building the index anew is quicker
Progress = Callable[[int, int], None]
_KEPT = "the provider keeps this listing themselves"
Place = tuple[str, int]  # a file and a line of it


def import_files(
    directory: Directory,
    paths: Sequence[Path],
    format: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import files in one batch that can be undone; importing them again changes nothing.

    The format is found out by itself where it is None. With `dry_run` the report is the same and
    nothing is written. Raises Unusable for a file that cannot be read at all.
    """
    formats = [format or detect_format(path) for path in paths]
    name = "+".join(dict.fromkeys(formats))
    report = ImportReport(name, None if dry_run else _new_batch(directory, name))
    try:
        _import_each(directory, report, zip(paths, formats, strict=True), progress)
    except Unusable as error:
        report.close()
        if not (report.batch and report.created + report.updated):
            raise
        raise Unusable(
            f"{error}; to take back what came before: directory undo {report.batch}"
        ) from error
    finally:
        if report.batch:
            _bring_index_up(directory, report)
    return report


def _bring_index_up(directory: Directory, report: ImportReport) -> None:
    if report.created + report.updated > _MANY:
        reindex(directory)
    else:
        catch_up(directory)


def _import_each(
    directory: Directory,
    report: ImportReport,
    files: Iterable[tuple[Path, str]],
    progress: Progress | None,
) -> None:
    seen: dict[str, Place] = {}
    for path, format in files:
        for some in _chunks(read_file(path, format, progress)):
            _take_in(directory, report, path.name, some, seen)


def _new_batch(directory: Directory, format: str) -> str:
    batch = f"{directory.today():%Y%m%d}-{secrets.token_hex(4)}"
    with directory.database.writing() as session:
        Imports(session).begin(batch, format, directory.clock())
    return batch


def _chunks(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    outcomes = iter(outcomes)
    while some := list(islice(outcomes, _ROWS_A_TRANSACTION)):
        yield some


def _take_in(
    directory: Directory,
    report: ImportReport,
    file: str,
    some: list[Outcome],
    seen: dict[str, Place],
) -> None:
    """Take in some rows in one transaction, so that a broken import leaves whole chunks."""
    database = directory.database
    with database.writing() if report.batch else database.reading() as session:
        providers, imports = Providers(session), Imports(session)
        some = led_to_survivors(session, some)
        records = [row for row in some if isinstance(row, Record)]
        stored, stones = _stored(providers, records), _tombstones(session, records)
        kept = frozenset(Keepers(session).of_listings([one.id for one in stored.values()]))
        for outcome in some:
            spared = without_buried(outcome, stones) if stones else outcome
            change = _note(report, file, _settle(spared, stored, kept, seen, file))
            if change and report.batch:
                before, after = change
                providers.save(after)
                imports.note_change(report.batch, before, after)


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


@dataclass(frozen=True, slots=True)
class _Change:
    """A listing to write; without `after` the stored one is as the file has it."""

    before: Provider | None
    after: Provider | None
    warnings: tuple[RowWarning, ...] = ()


def _settle(
    outcome: Outcome,
    stored: dict[str, Provider],
    kept: frozenset[str],
    seen: dict[str, Place],
    file: str,
) -> _Change | Skipped | RowError:
    """Decide what one row does to what is stored."""
    if not isinstance(outcome, Record):
        return outcome
    provider, line = outcome.provider, outcome.line
    before = stored.get(provider.npi or "") or stored.get(provider.id)
    if repeated := _seen_before(provider, before, (file, line), seen):
        return Skipped(line, f"the same listing stands on {repeated}")
    if before is None:
        return _Change(None, provider, outcome.warnings)
    after = _in_place_of(before, provider)
    if _is_kept_from(before, after, kept):
        return Skipped(line, _KEPT)
    if before.claimed and before.id != provider.id:
        message = f"the listing {before.id} has this NPI: give that id, or mend the NPI"
        return RowError(line, "npi", provider.npi or "", message)
    return _Change(before, None if after == before else after, outcome.warnings)


def _is_kept_from(before: Provider, after: Provider, kept: frozenset[str]) -> bool:
    """Tell whether a file would overwrite what its provider wrote, here or elsewhere."""
    if not after.claimed:
        return before.claimed
    return before.id in kept and after != before


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


def _in_place_of(before: Provider, after: Provider) -> Provider:
    """Keep the id; a register brings no listing back that was taken from the public here."""
    if after.claimed:
        return after.model_copy(update={"id": before.id})
    return after.model_copy(update={"id": before.id, "published": before.published})


def _note(
    report: ImportReport, file: str, settled: _Change | Skipped | RowError
) -> tuple[Provider | None, Provider] | None:
    """Write one decision into the report, and return what is to be written to the database."""
    if isinstance(settled, RowError):
        report.errors.add(InFile(file, settled))
        return None
    for warning in settled.warnings:
        report.warnings.add(InFile(file, warning))
    if isinstance(settled, Skipped):
        report.skipped.add(InFile(file, settled))
        return None
    if settled.after is None:
        report.unchanged += 1
        return None
    report.created += settled.before is None
    report.updated += settled.before is not None
    return settled.before, settled.after
