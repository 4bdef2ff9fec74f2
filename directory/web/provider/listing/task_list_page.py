"""From a listing to its task list."""

from collections.abc import Iterator

from directory.providers.completeness import completeness
from directory.providers.section_states import SectionState, State, section_states
from directory.web.problem_words import in_plain_words
from directory.web.provider.field_words import day_words
from directory.web.provider.listing.pages import Action, Gap, Task, TaskListPage, Way
from directory.web.provider.listing.section_page import listing_href
from directory.web.provider.listing.sections import SECTIONS
from directory.workflows.listing_overview import ListingOverview

_STATES: dict[State, tuple[str, str | None]] = {
    "mend": ("To mend", "govuk-tag--red"),
    "needed": ("Needed", "govuk-tag--blue"),
    "held": ("Saved, not public", "govuk-tag--yellow"),
    "again": ("Still true?", "govuk-tag--yellow"),
    "done": ("Done", None),
    "empty": ("Not begun", "govuk-tag--grey"),
}
_MOST_GAPS = 3  # that are told at once: those that cost most
_PUBLIC = "Patients can find you, and see what you see here."
_PUBLIC_IN_PART = (
    "Patients can find you. Something that you saved is not public yet: it is marked below."
)
_STUB = "Patients see the entry of the public register. Your own words are shown once you publish."


def task_list_page(overview: ListingOverview) -> TaskListPage:
    """Return the task list of a listing."""
    drafted, href = overview.drafted, listing_href(overview.drafted.stored.id)
    states = section_states(
        drafted.stored, drafted.drafts, drafted.values, drafted.to_mend, overview.today
    )
    tag, colour, standing = _standing(overview)
    complete = completeness(drafted.values, overview.today)
    gaps = complete.missing[:_MOST_GAPS]
    return TaskListPage(
        title=drafted.stored.name,
        tag=tag,
        tag_colour=colour,
        standing=standing,
        actions=tuple(_actions(overview, href)),
        tasks=tuple(_task(one, href) for one in states),
        percent=complete.percent,
        gaps=tuple(Gap(one.what, one.costs, f"{href}/{one.section}") for one in gaps),
        more_gaps=len(complete.missing) - len(gaps),
        reach_href=f"{href}/reach",
        ways=tuple(_ways(overview, href)),
    )


def _task(one: SectionState, href: str) -> Task:
    state, tag = _STATES[one.state]
    code = one.section.code
    return Task(SECTIONS[code].title, f"{href}/{code}", _hint(one), state, tag)


def _hint(one: SectionState) -> str:
    if one.problems:
        return in_plain_words(one.problems)[0].message
    if one.lapsed and one.lapsed.year > 1:
        return f"Your word on this held until {day_words(one.lapsed)}."
    return "Nobody has confirmed this yet." if one.lapsed else ""


def _standing(overview: ListingOverview) -> tuple[str, str, str]:
    """Say how the whole listing stands: in two words, with a colour, and in a sentence."""
    drafted = overview.drafted
    if drafted.is_live:
        return "Public", "govuk-tag--green", _PUBLIC_IN_PART if drafted.drafts else _PUBLIC
    if not drafted.stored.claimed:
        return "Not public yet", "govuk-tag--yellow", _STUB
    return "Hidden", "govuk-tag--grey", "Patients cannot see this listing."


def _actions(overview: ListingOverview, href: str) -> Iterator[Action]:
    if overview.drafted.is_live:
        yield Action(
            "See what patients see", f"/providers/{overview.drafted.stored.id}", False, False
        )
        yield Action("Take it off the site", f"{href}/take-off", False, False)
    else:
        text = "Bring it back" if overview.was_public else "Publish"
        yield Action(text, f"{href}/publish", False, True)


def _ways(overview: ListingOverview, href: str) -> Iterator[Way]:
    yield Way("Photo", f"{href}/photo", "Add one, change it, or take it away")
    yield Way("Preview", f"{href}/preview", "Your listing as patients see it")
    yield Way(
        "Who would find you", f"{href}/reach", "Your place in three made-up searches, and why"
    )
    is_coach = overview.drafted.values.get("license") == "coach"
    what = "What a coach may offer" if is_coach else "What your license lets you offer"
    yield Way(what, f"{href}/offer", "And who is sent to you")
    yield Way("History", f"{href}/history", "Who changed what, and how to bring it back")
    yield Way("Numbers", f"{href}/numbers", "How often people saw and called you")
