"""The calls of one week: on the screen, on paper and as a file."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask import Blueprint, Response

from directory.accuracy.calls import WRONG, Said, said_by
from directory.accuracy.samples import OPEN_FOR, Sample, SampledCall
from directory.errors import NotFound
from directory.providers import Provider
from directory.sentences import ENGLISH
from directory.storage import CallSamples, Providers
from directory.web.access import current_directory, current_settings
from directory.web.admin.amounts import counted
from directory.web.admin.naming import GONE_LISTING
from directory.web.admin.truth import asking
from directory.web.admin.truth.files import calls_file
from directory.web.admin.truth.pages import CallRow, SheetPage, WeekPage
from directory.web.downloads import CSV, attachment
from directory.web.rendering import render_page

ADDRESS = "/admin/truth/weeks/<week>"
_ToCall = tuple[SampledCall, Provider, Said]
_COLOURS = {"right": "green", "wrong": "red", "unknown": "grey"}
_OUTCOMES = {"right": "Accurate", "wrong": "Not accurate", "unknown": "Not known"}

pages = Blueprint("truth_week", __name__)


@pages.get(ADDRESS)
def see(week: str) -> str:
    """Show whom to call in a week, and what became of it."""
    sample, calls = _sample(week)
    is_open = sample.is_open(current_directory().today())
    page = WeekPage(
        title=f"Calls of the week of {ENGLISH.day(sample.week)}",
        said=_said(sample, calls, is_open),
        how_drawn=_how_drawn(sample, len(calls)),
        calls=tuple(_rows(calls)),
        sheet_href=f"/admin/truth/weeks/{week}/sheet",
        csv_href=f"/admin/truth/weeks/{week}/calls.csv",
        is_open=is_open,
    )
    return render_page("admin/truth/week.html", page)


@pages.get(f"{ADDRESS}/sheet")
def sheet(week: str) -> str:
    """Show the calls that are yet to be made, to print."""
    sample, calls = _sample(week)
    waiting = [call for call in calls if not call.is_made]
    found = tuple(_to_call(waiting))
    missing = len(waiting) - len(found)
    page = SheetPage(
        title=f"Call sheet, week of {ENGLISH.day(sample.week)}",
        back_href=f"/admin/truth/weeks/{week}",
        script=asking.script(current_settings().site_name),
        calls=tuple(asking.on_paper(*one) for one in found),
        gone=f"{counted(missing, 'listing is', 'listings are')} gone since." if missing else "",
    )
    return render_page("admin/truth/sheet.html", page)


@pages.get(f"{ADDRESS}/calls.csv")
def as_file(week: str) -> Response:
    """Give the calls that are yet to be made as a file, with empty cells for what is heard."""
    sample, calls = _sample(week)
    found = _to_call([call for call in calls if not call.is_made])
    return attachment(calls_file(found), f"calls-{sample.week}.csv", CSV)


def _sample(week: str) -> tuple[Sample, tuple[SampledCall, ...]]:
    with current_directory().database.reading() as session:
        samples, day = CallSamples(session), _day(week)
        sample = samples.sample(day) if day else None
        if sample is None:
            raise NotFound(f"nothing was drawn in a week {week}")
        return sample, samples.calls(sample.week)


def _day(week: str) -> date | None:
    try:
        return date.fromisoformat(week)
    except ValueError:
        return None


def _to_call(calls: list[SampledCall]) -> Iterator[_ToCall]:
    """Yield calls with their listings as patients see them; what is hidden is left out."""
    with current_directory().database.reading() as session:
        ids = [call.provider_id for call in calls]
        listings = {one.id: one for one in Providers(session).get_published(ids)}
    for call in calls:
        if listing := listings.get(call.provider_id):
            yield call, listing, said_by(listing, call.plan)


def _rows(calls: tuple[SampledCall, ...]) -> Iterator[CallRow]:
    with current_directory().database.reading() as session:
        found = Providers(session).get_many([call.provider_id for call in calls])
    listings = {one.id: one for one in found}
    for call in calls:
        yield _row(call, listings.get(call.provider_id))


def _row(call: SampledCall, listing: Provider | None) -> CallRow:
    is_seen = listing is not None and listing.is_public
    said = said_by(listing, call.plan) if listing and is_seen else Said()
    state = _OUTCOMES[call.outcome] if call.is_made else "To call" if is_seen else "Left out"
    return CallRow(
        name=listing.name if listing else GONE_LISTING,
        href=f"/admin/truth/calls/{call.id}",
        phones=", ".join(phone.text for phone in asking.phones(said)),
        state=state,
        colour=_COLOURS[call.outcome] if call.is_made else "blue" if is_seen else "grey",
        about=_about(call, is_seen),
    )


def _about(call: SampledCall, is_seen: bool) -> str:
    if not call.is_made:
        return "" if is_seen else "Patients do not see it any more. It counts as not made."
    wrong = ". ".join(WRONG[fact] for fact in call.wrong)
    return f"{wrong}. " if wrong else ""


def _said(sample: Sample, calls: tuple[SampledCall, ...], is_open: bool) -> str:
    made = sum(call.is_made for call in calls)
    last = sample.week + OPEN_FOR - timedelta(days=1)
    ends = f"You can note calls until {ENGLISH.day(last)}." if is_open else "This week is over."
    return f"{made} of {counted(len(calls), 'call is', 'calls are')} noted. {ends}"


def _how_drawn(sample: Sample, calls: int) -> str:
    return (
        f"{counted(calls, 'listing', 'listings')} drawn by lot among "
        f"{counted(sample.population, 'public listing', 'public listings')} with a phone number. "
        f"{counted(sample.uncallable, 'public listing has', 'public listings have')} none and "
        f"cannot be drawn. The seed of the lot is {sample.seed}: whoever orders all ids by the "
        "SHA-256 of the seed, a new line and the id gets the same order."
    )
