"""The facts of a listing that people filter or ask by, and what each costs where it is missing.

Each sentence says what the search, the matching or the pages do without the fact; a test runs them
with and without it. `tests/provider/test_completeness.py` has a proof for every sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from directory.providers.stated_facts import (
    Values,
    accepting,
    can_be_reached,
    has_access_facts,
    has_active_license,
    has_group_format,
    has_opening,
    is_confirmed,
    is_licensed,
    parts,
    sees_people,
    states,
)

# Where a fact is missed: by the search, by the matching, on a patient's page, or when publishing.
Where = Literal["search", "matching", "page", "publishing"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one missing fact costs in one place, in plain words."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class ReachFact:
    """One fact: where to mend it, what is missing without it, and what that costs."""

    code: str
    section: str
    what: str
    costs: tuple[Cost, ...]
    is_stated: Callable[[Values, date], bool]
    is_asked_of: Callable[[Values], bool] = lambda _values: True


def _search(text: str) -> Cost:
    return Cost("search", text)


def _matching(text: str) -> Cost:
    return Cost("matching", text)


# What keeps a listing out of all matches comes first.
REACH_FACTS: tuple[ReachFact, ...] = (
    ReachFact(
        "licenses",
        "license",
        "A license, with its state",
        (
            _search("Nobody who picks their state in the search finds you."),
            _matching("You are not matched with anybody."),
        ),
        states("licenses"),
        is_licensed,
    ),
    ReachFact(
        "active_license",
        "license",
        "A license that we have checked and that has not ended",
        (_matching("Until then you are not matched with anybody."),),
        has_active_license,
        lambda values: is_licensed(values) and bool(parts(values, "licenses")),
    ),
    ReachFact(
        "services",
        "services",
        "The kind of help that you offer",
        (
            _search("Nobody who picks a kind of help, such as psychotherapy, finds you."),
            _matching("You are not matched with anybody."),
        ),
        states("services"),
    ),
    ReachFact(
        "age_groups",
        "ages",
        "The ages that you see",
        (
            _search("Nobody who picks an age finds you."),
            _matching("You are not matched with anybody."),
        ),
        states("age_groups"),
    ),
    ReachFact(
        "service_intent",
        "services",
        "Whether you offer psychotherapy, support or both",
        (Cost("publishing", "Without it the listing cannot be published."),),
        states("service_intent"),
    ),
    ReachFact(
        "formats",
        "formats",
        "Who is in the room: one person, a couple, a family, a group",
        (
            _search("Nobody who picks one of these finds you."),
            _matching("You are not matched with anybody who asks for one of these."),
        ),
        states("formats"),
    ),
    ReachFact(
        "accepts_suicidality",
        "services",
        "Whether you work with thoughts of suicide",
        (
            _matching(
                "No answer counts as no: you are not matched with anybody who tells us of thoughts "
                "of suicide."
            ),
        ),
        lambda values, _today: values.get("accepts_suicidality") is not None,
        is_licensed,
    ),
    ReachFact(
        "modalities",
        "modalities",
        "The kinds of therapy that you offer",
        (
            _search("Nobody who picks a kind of therapy finds you."),
            _matching("You miss the points for kinds of therapy that are shown to help."),
        ),
        states("modalities"),
    ),
    ReachFact(
        "concerns",
        "concerns",
        "What you help with",
        (
            _search("Nobody who picks a concern finds you."),
            _matching(
                "Whoever names a concern reads that you do not name it, and you get fewer points."
            ),
        ),
        states("concerns"),
    ),
    ReachFact(
        "accepting",
        "availability",
        "Whether you take new people",
        (
            _search("Nobody who picks “takes new people” finds you."),
            _matching("People read that nobody knows, and you get fewer points than with a yes."),
        ),
        lambda values, _today: accepting(values) != "unknown",
    ),
    ReachFact(
        "next_opening",
        "availability",
        "When your next opening is",
        (
            _search("Whoever sorts by the soonest opening finds you after all who say."),
            _matching("You get fewer points than with an opening within the next two weeks."),
        ),
        has_opening,
        lambda values: accepting(values) in {"yes", "waitlist"},
    ),
    ReachFact(
        "confirmed",
        "availability",
        "A word within the last 21 days that your openings are still true",
        (
            _search("You come after those who said so."),
            _matching("People are told to call first, and you get fewer points."),
            Cost("page", "Your listing says “Not confirmed lately”."),
        ),
        is_confirmed,
        lambda values: accepting(values) != "unknown",
    ),
    ReachFact(
        "delivery",
        "delivery",
        "How you meet: in person, by video or by phone",
        (
            _search("Nobody who picks one of these finds you."),
            _matching("Where a person asks for one, “not known” gets fewer points than a yes."),
        ),
        states("delivery"),
    ),
    ReachFact(
        "locations",
        "places",
        "A place (a town is enough)",
        (_search("Nobody who searches near a ZIP finds you."),),
        states("locations"),
    ),
    ReachFact(
        "accessibility",
        "places",
        "Who can get into your office, such as step-free access",
        (_matching("Where a person needs it, “not known” gets fewer points than a yes."),),
        has_access_facts,
        sees_people,
    ),
    ReachFact(
        "contact",
        "places",
        "A phone number, a website or an email address",
        (Cost("page", "People see no way to reach you."),),
        can_be_reached,
    ),
    ReachFact(
        "fee",
        "costs",
        "What a session costs",
        (
            _search("Nobody who sets a highest price finds you."),
            _matching("Where a person sets one, “not known” gets fewer points than a yes."),
        ),
        states("fee"),
    ),
    ReachFact(
        "payers",
        "costs",
        "The insurance that you take, or that you take none",
        (
            _search("Nobody who picks insurance finds you."),
            _matching("Where a person names a plan, “not known” gets fewer points than a yes."),
        ),
        states("payers"),
        is_licensed,
    ),
    ReachFact(
        "languages",
        "languages",
        "The languages that you speak in sessions",
        (
            _search("Nobody who picks a language, English too, finds you."),
            _matching("Where a person asks for one, “not known” gets fewer points than a yes."),
        ),
        states("languages"),
    ),
    ReachFact(
        "groups",
        "formats",
        "The groups that you lead, with days and free places",
        (_matching("Groups are shown beside results only if they are listed here."),),
        states("groups"),
        has_group_format,
    ),
    ReachFact(
        "bio",
        "words",
        "A few words of your own",
        (
            _search("Words that people type are looked for in your text."),
            _matching("A person's own words are compared with your text."),
        ),
        states("bio"),
    ),
    ReachFact(
        "communities",
        "ages",
        "Whose lives you know well",
        (_matching("Where a person asks for it, “not known” gets fewer points than a yes."),),
        states("communities"),
    ),
    ReachFact(
        "gender",
        "words",
        "Your gender (it is fine to leave this out)",
        (
            _search("Nobody who picks a gender finds you."),
            _matching("Where a person prefers one, “not known” gets fewer points than a yes."),
        ),
        states("gender"),
    ),
)
