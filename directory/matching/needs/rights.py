"""What the need asks of a person's right and readiness to do the work."""

from collections.abc import Iterator, Sequence
from datetime import date

from directory.matching.case import Case
from directory.matching.days import day_words
from directory.matching.needs.dated import dated
from directory.matching.outcome import Need
from directory.providers import License
from directory.vocabulary import LICENSES, STATES

_RIGHTS = {
    "license": "Holds a license in {}: {}.",
    "compact": "May treat people in {} by a pact of states: {}.",
    "telehealth": "May treat people in {} by video or phone: {}.",
}
_DIAGNOSIS = "can give a diagnosis"
_SUICIDE = "works with people who think of suicide"


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
    checked = f"Checked on {day_words(day)}." if day else "No one has checked it."
    text = f"{_RIGHTS[held.authority].format(state, held.title)} {checked}"
    return Need(f"may treat people in {state}", "met", text, day)


def _diagnosis(case: Case) -> Need:
    """Tell whether a licence here may diagnose; for some that depends on the state."""
    held = case.provider.licenses_active_in(case.request.state, case.today)
    may = {one.license: LICENSES[one.license].may_diagnose for one in held}
    able = [one for one in held if may[one.license] == "yes"]
    if able:
        return dated(_DIAGNOSIS, "met", _DIAGNOSIS, _last_checked(able).verified_at)
    if "state" in may.values():
        text = "Some people with this license can give a diagnosis. Ask before you book."
        return Need(_DIAGNOSIS, "not_known", text)
    return Need(_DIAGNOSIS, "not_met", "Has no license to give a diagnosis.")


def _last_checked(held: Sequence[License]) -> License:
    return max(held, key=lambda one: one.verified_at or date.min)
