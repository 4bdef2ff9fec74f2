"""What the facts and findings of calls are called on the pages of admins."""

from collections.abc import Mapping

from directory.accuracy.calls import Verdict
from directory.accuracy.intervals import Interval
from directory.accuracy.score import Share
from directory.vocabulary import ACCEPTING, PAYERS
from directory.web.plots import percent

CALL_FACT_NAMES: Mapping[str, str] = {
    "reached": "Somebody can be reached",
    "person": "The person works there",
    "accepting": "New patients, as listed",
    "plan": "Takes the plan, as listed",
    "address": "The place is right",
    "wait": "The wait is as listed, or a week longer",
}
VERDICTS: Mapping[Verdict, str] = {
    "right": "Right",
    "wrong": "Wrong",
    "unknown": "Not known",
}
LISTING_FACTS: Mapping[str, str] = {
    "availability": "Openings",
    "payers": "Health plans",
    "locations": "Places",
    "fee": "Fees",
    "licenses": "Licenses",
    "services": "Services",
    "modalities": "Kinds of therapy",
    "concerns": "Concerns",
    "formats": "Formats",
    "groups": "Groups",
    "age_groups": "Ages",
    "delivery": "In person, video or phone",
    "languages": "Languages",
    "bio": "About",
}


def span(interval: Interval) -> str:
    """Write an interval as whole percents."""
    low, high = percent(interval.low), percent(interval.high)
    return low if low == high else f"{low} to {high}"


def share_words(share: Share) -> str:
    """Write what is known of a share in a few words."""
    if share.value is None or share.interval is None:
        return "Not known yet"
    return f"{percent(share.value)} ({span(share.interval)})"


def openings_words(code: str) -> str:
    """Return what a listing says of its openings."""
    return ACCEPTING.label(code)


def plan_words(code: str) -> str:
    """Return the name of a health plan."""
    return PAYERS.label(code)
