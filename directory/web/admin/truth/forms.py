"""The forms of the truth score: what was heard in a call, and how many calls a week."""

from collections.abc import Mapping
from datetime import date

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, HiddenField, IntegerField, RadioField
from wtforms.validators import InputRequired, NumberRange, Optional

from directory.accuracy.calls import Heard, Said
from directory.accuracy.samples import LARGEST_SIZE, SampledCall
from directory.providers import Provider

_TOLD = {"yes": "Yes", "no": "No", "not_told": "They would not say"}
_REACHED = {
    "yes": "Yes, somebody answered or called back",
    "no_answer": "No, nobody answered, on two different days",
    "wrong_number": "No, the number is wrong or out of service",
}
_OPENINGS = {
    "yes": "Yes",
    "waitlist": "Only on a waiting list",
    "no": "No",
    "not_told": "They would not say",
}
_ASK = "Say what you heard. “They would not say” is an answer, too"
_LONGEST_WAIT = 730


class CallForm(FlaskForm):  # type: ignore[misc]
    """What was heard in a call; a question that the listing gives no cause for is not there."""

    called_on = DateField("Day of the call", [InputRequired("Say on which day you called")])
    reached = RadioField(
        "Did you reach somebody?", [InputRequired("Say if you reached somebody")], choices=_REACHED
    )
    person = RadioField("Does this person work there?", [Optional()], choices=_TOLD)
    accepting = RadioField("Do they take new patients?", [Optional()], choices=_OPENINGS)
    wait_days = IntegerField(
        "Days until a first visit",
        [Optional(), NumberRange(0, _LONGEST_WAIT, f"Write a number from 0 to {_LONGEST_WAIT}")],
    )
    plan = RadioField("Do they take this plan?", [Optional()], choices=_TOLD)
    address = RadioField("Is the office there?", [Optional()], choices=_TOLD)
    confirms = BooleanField("Count what was right as confirmed on that day")
    seen = HiddenField()

    def heard(self) -> Heard | None:
        """Return what was heard, None where something is to be mended, written beside its field.

        Where nobody was reached or the person is not there, what else was ticked does not count.
        """
        is_sound = self.validate()
        reached = self.reached.data
        if reached in {"no_answer", "wrong_number"}:
            return Heard(reached) if is_sound else None
        asked = ["person"]
        if self.person.data == "yes":
            asked += [name for name in ("accepting", "plan", "address") if name in self]
        missing = [self[name] for name in asked if reached and not self[name].data]
        for field in missing:
            field.errors = [_ASK]
        return None if missing or not is_sound else self._answers()

    def _answers(self) -> Heard:
        answers = {
            name: self[name].data
            for name in ("accepting", "wait_days", "plan", "address")
            if name in self and self[name].data is not None
        }
        if self.person.data != "yes":
            answers = {}
        return Heard(reached="yes", person=self.person.data, **answers)


class SizeForm(FlaskForm):  # type: ignore[misc]
    """How many calls are drawn each week."""

    size = IntegerField(
        "Calls a week",
        [
            InputRequired("Write a number"),
            NumberRange(0, LARGEST_SIZE, f"Write a number from 0 to {LARGEST_SIZE}"),
        ],
    )


def call_form(
    call: SampledCall, listing: Provider, said: Said, labels: Mapping[str, str], today: date
) -> CallForm:
    """Return the form for a call, as it was noted or yet empty; `labels` say what to ask."""
    stands = _noted(call.heard) if call.heard else {}
    stands |= {"called_on": call.called_on or today, "seen": said.mark}
    form = CallForm(data=stands | {"confirms": bool(call.confirmed)})
    is_asked = {
        "accepting": said.accepting != "unknown",
        "wait_days": said.accepting != "unknown",
        "plan": bool(said.plan),
        "address": bool(said.places),
        "confirms": listing.claimed,
    }
    for name, needed in is_asked.items():
        if not needed:
            del form[name]
    for name, label in labels.items():
        if name in form:
            form[name].label.text = label
    return form


def _noted(heard: Heard) -> dict[str, object]:
    """Return what was ticked: nothing more of whom nobody reached, or who is not there."""
    asked = ["reached", *(["person"] if heard.reached == "yes" else [])]
    if heard.person == "yes":
        asked += ["accepting", "wait_days", "plan", "address"]
    values = {name: getattr(heard, name) for name in asked}
    return {name: value for name, value in values.items() if value is not None}
