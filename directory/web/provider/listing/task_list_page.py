"""From a listing to its task list."""

from collections.abc import Iterator

from directory.providers.completeness import completeness
from directory.providers.section_states import SectionState, State, section_states
from directory.providers.standing import Standing
from directory.web.field_words import day_words
from directory.web.permissions import SOLE_KEEPERS_SECTIONS
from directory.web.problem_words import in_plain_words
from directory.web.provider.listing.pages import Action, Gap, Task, TaskListPage, Way
from directory.web.provider.listing.section_page import listing_href
from directory.web.provider.listing.sections import SECTIONS
from directory.workflows.keeping.drafted_listing import DraftedListing
from directory.workflows.keeping.listing_overview import ListingOverview

_STATES: dict[State, tuple[str, str | None]] = {
    "mend": ("To mend", "govuk-tag--red"),
    "needed": ("Needed", "govuk-tag--blue"),
    "held": ("Saved, not public", "govuk-tag--yellow"),
    "again": ("Still true?", "govuk-tag--yellow"),
    "done": ("Done", None),
    "empty": ("Not begun", "govuk-tag--grey"),
}
_MOST_GAPS = 3  # that are told at once: those that cost most
_STUB = "Patients see the entry of the public register. Your own words are shown once you publish."
_WAITING = (
    "A person looks at who you are and at what you hold, and we write to you when that is done. "
    "You can go on changing your listing."
)
_RESTING = (
    "Nobody has said for a long time that it is still true, so patients cannot see it. Confirm it, "
    "and it is back at once."
)


def task_list_page(overview: ListingOverview, is_own: bool) -> TaskListPage:
    """Return the task list of a listing; `is_own` is false for who edits it for a practice."""
    drafted, href = overview.drafted, listing_href(overview.drafted.stored.id)
    states = section_states(
        overview.stands, drafted.is_live, drafted.drafts, drafted.values, drafted.to_mend
    )
    tag, colour, standing = _standing(overview)
    complete = completeness(drafted.values, overview.stands.today)
    gaps = complete.missing[:_MOST_GAPS]
    return TaskListPage(
        title=drafted.stored.name,
        tag=tag,
        tag_colour=colour,
        standing=standing,
        actions=tuple(_actions(overview, href)),
        tasks=tuple(_task(one, href, is_own) for one in states),
        percent=complete.percent,
        gaps=tuple(Gap(one.what, one.costs, f"{href}/{one.section}") for one in gaps),
        more_gaps=len(complete.missing) - len(gaps),
        reach_href=f"{href}/reach",
        ways=tuple(_ways(overview, href, is_own)),
    )


def _task(one: SectionState, href: str, is_own: bool) -> Task:
    (state, tag), code = _STATES[one.state], one.section.code
    is_theirs = is_own or code not in SOLE_KEEPERS_SECTIONS
    link = f"{href}/{code}" if is_theirs else None
    return Task(SECTIONS[code].title, link, _hint(one), state, tag)


def _hint(one: SectionState) -> str:
    if one.problems:
        return in_plain_words(one.problems)[0].message
    if one.state == "again":
        return f"Was good until {day_words(one.lapsed)}." if one.lapsed else "Never confirmed."
    return ""


def _standing(overview: ListingOverview) -> tuple[str, str, str]:
    """Say how the whole listing stands: in two words, with a colour, and in a sentence."""
    drafted, stands = overview.drafted, overview.stands
    if not drafted.is_live:
        return _not_live(overview)
    if not drafted.stored.is_public or stands.is_hidden:
        return "Resting", "govuk-tag--yellow", _RESTING
    if stands.is_paused:
        until = day_words(drafted.stored.availability.paused_until)
        return "Paused", "govuk-tag--blue", f"Patients see that you take nobody new until {until}."
    return "Public", "govuk-tag--green", " ".join(_public(drafted, stands, overview.is_waiting))


def _not_live(overview: ListingOverview) -> tuple[str, str, str]:
    if overview.sent_back:
        return "Sent back", "govuk-tag--red", f"We could not check it yet: {overview.sent_back}"
    if overview.is_waiting and not overview.is_checked:
        return "Waiting for a check", "govuk-tag--blue", _WAITING
    if overview.drafted.stored.claimed:
        return "Hidden", "govuk-tag--grey", "Patients cannot see this listing."
    return "Not public yet", "govuk-tag--yellow", _STUB


def _public(drafted: DraftedListing, stands: Standing, waits: bool) -> Iterator[str]:
    yield "Patients can find you."
    if waits:
        yield "We are looking at a license that you added."
    if drafted.drafts:
        yield "Something that you saved is not public yet: it is marked below."
    if stands.has_badge and stands.until:
        yield f"Your page says “Kept up to date” until {day_words(stands.until)}."
    elif stands.hides_on:
        day = day_words(stands.hides_on)
        yield f"If nobody says that it is still true, patients stop seeing it on {day}."


def _actions(overview: ListingOverview, href: str) -> Iterator[Action]:
    if not overview.drafted.is_live:
        if overview.is_checked or not overview.is_waiting:
            text = "Bring it back" if overview.was_public else "Publish"
            yield Action(text, f"{href}/publish", True)
        return
    if overview.stands.lapsed:
        yield Action("Say what is still true", f"{href}/confirm", True)
    yield Action("See what patients see", f"/providers/{overview.drafted.stored.id}", False)
    yield Action("Take a break", f"{href}/pause", False)
    yield Action("Take it off the site", f"{href}/take-off", False)


def _ways(overview: ListingOverview, href: str, is_own: bool) -> Iterator[Way]:
    if overview.drafted.is_live:
        about = "Confirm it in one press, or say you are full"
        yield Way("Is it still true?", f"{href}/confirm", about)
    yield Way("Photo", f"{href}/photo", "Add one, change it, or take it away")
    yield Way("Preview", f"{href}/preview", "Your listing as patients see it")
    yield Way(
        "Who would find you", f"{href}/reach", "Your place in three made-up searches, and why"
    )
    is_coach = overview.drafted.values.get("license") == "coach"
    what = "What a coach may offer" if is_coach else "What your license lets you offer"
    yield Way(what, f"{href}/offer", "And who is sent to you")
    yield Way("History", f"{href}/history", "Who changed what, and how to bring it back")
    yield Way("Numbers", f"{href}/numbers", "How often people saw you and wrote to you")
    if is_own:
        yield Way("Practice", f"{href}/practice", "Who else may edit this, and how to leave")
        yield Way("Ask for a correction", f"{href}/correct", "Of your name, NPI or checked license")
    removal = f"/providers/{overview.drafted.stored.id}/removal"
    if overview.drafted.stored.published:
        yield Way("Ask for its removal", removal, "Taking it off the site is quicker, and keeps it")
