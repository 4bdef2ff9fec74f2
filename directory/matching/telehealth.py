"""Who could be met by video, wherever they are, if how to meet and how far did not matter."""

from collections.abc import Iterable

from directory.matching.case import Case
from directory.matching.eligibility import Objection
from directory.matching.request import MatchRequest

BY_VIDEO = "video"


def wishes_of_meeting(request: MatchRequest) -> frozenset[str]:
    """Return the names of the wishes about how to meet and how far away."""
    preferences = (
        f"preferences[{place}]"
        for place, preference in enumerate(request.preferences)
        if preference.factor == "delivery"
    )
    return frozenset({"delivery", "within_miles", *preferences})


def could_meet_by_video(case: Case, objections: Iterable[Objection]) -> bool:
    """Tell whether nothing but wishes about meeting speaks against a provider who does video."""
    about_meeting = wishes_of_meeting(case.request)
    return BY_VIDEO in case.meeting.ways_here and all(
        not about_meeting.isdisjoint(objection.drops) for objection in objections
    )
