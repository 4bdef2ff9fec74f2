"""What the need asks of a person's right and readiness to do the work."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from directory.matching.case import Case
from directory.matching.needs.dated import dated
from directory.matching.outcome import Need
from directory.matching.phrases import filled, together
from directory.providers import License
from directory.sentences import say
from directory.vocabulary import LICENSES, STATES

_RIGHTS = {
    "license": say("Holds a license in {state}: {title}."),
    "compact": say("May treat people in {state} by a pact of states: {title}."),
    "telehealth": say("May treat people in {state} by video or phone: {title}."),
}
_NOT_CHECKED = say("No one has checked it.")
_DIAGNOSIS = say("can give a diagnosis")
_ASK_FOR_DIAGNOSIS = say("Can you give a diagnosis?")
_DEPENDS = say("Some people with this license can give a diagnosis. Ask before you book.")
_NO_DIAGNOSIS = say("Has no license to give a diagnosis.")
_SUICIDE = say("works with people who think of suicide")


def right_needs(case: Case) -> Iterator[Need]:
    """Yield the licence here, the right to diagnose, and readiness for thoughts of suicide."""
    held = case.provider.licenses_active_in(case.request.state, case.today)
    if held:
        yield _license(_last_checked(held))
    if case.request.seeks in {"diagnosis", "both"}:
        yield _diagnosis(case)
    if "suicide" in case.request.safety_flags:
        yield dated(_SUICIDE, "met", _SUICIDE, None)


def _license(held: License) -> Need:
    state, day = STATES.label(held.state), held.verified_at
    right = filled(_RIGHTS[held.authority], state=state, title=held.title)
    text = together(right, _checked(day) if day else _NOT_CHECKED)
    return Need(say("may treat people in {state}", state=state), "met", text, day)


@lru_cache(maxsize=512)
def _checked(day: date) -> str:
    return say("Checked on {day}.", day=day)


def _diagnosis(case: Case) -> Need:
    """Tell whether a licence here may diagnose; for some that depends on the state."""
    held = case.provider.licenses_active_in(case.request.state, case.today)
    may = {one.license: LICENSES[one.license].may_diagnose for one in held}
    able = [one for one in held if may[one.license] == "yes"]
    if able:
        return dated(_DIAGNOSIS, "met", _DIAGNOSIS, _last_checked(able).verified_at)
    if "state" in may.values():
        return Need(_DIAGNOSIS, "not_known", _DEPENDS, question=_ASK_FOR_DIAGNOSIS)
    return Need(_DIAGNOSIS, "not_met", _NO_DIAGNOSIS)


def _last_checked(held: Sequence[License]) -> License:
    return max(held, key=lambda one: one.verified_at or date.min)
