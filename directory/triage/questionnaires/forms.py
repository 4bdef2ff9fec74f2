"""Forms: the codes that the questions, totals and headings of each instrument come by."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.vocabulary.instruments import INSTRUMENTS, Instrument, Question

# A question answered "no" or "never" at the first place lets those after it go unasked.
_SKIPS: Mapping[str, Mapping[int, range]] = {
    "AUDITC": {0: range(1, 3)},
    "PCPTSD5": {0: range(1, 6)},
    "CSSRS": {1: range(2, 5), 5: range(6, 7)},
}
# What is asked after the items is a field of its own in our answers.
_FOLLOW_UPS = {"ASQ": "ASQ_NOW", "PHQ9": "difficulty"}


@dataclass(frozen=True, slots=True)
class Form:
    """One instrument as it is sent: its questions by their codes, in order.

    `skips` says which questions may be left out where an earlier one was answered 0; `scores`
    are the totals that it can come to, none where it has no total.
    """

    name: str
    questions: Mapping[str, Question]
    skips: Mapping[int, range]
    scores: range
    instrument: Instrument | None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the questions, in their order."""
        return tuple(self.questions)


def own_code(name: str, number: int, questions: int) -> str:
    """Return our own link id of a question: the bare name where it is the only one."""
    return f"{name}.{number}" if questions > 1 else name


def _coded(name: str, questions: tuple[Question, ...]) -> Mapping[str, Question]:
    count = len(questions)
    return MappingProxyType(
        {q.loinc or own_code(name, n, count): q for n, q in enumerate(questions, start=1)}
    )


def _form(instrument: Instrument) -> Form:
    gate = (instrument.gate,) if instrument.gate else ()
    questions = (*gate, *instrument.items, *instrument.brought_items)
    skips = MappingProxyType(dict(_SKIPS.get(instrument.code, {})))
    low, high = instrument.range or (0, -1)
    coded = _coded(instrument.code, questions)
    return Form(instrument.code, coded, skips, range(low, high + 1), instrument)


def _single(name: str, question: Question) -> Form:
    return Form(name, _coded(name, (question,)), MappingProxyType({}), range(0), None)


def _all_forms() -> Mapping[str, Form]:
    forms = (
        *map(_form, INSTRUMENTS.values()),
        *(
            _single(_FOLLOW_UPS[instrument.code], instrument.follow_up)
            for instrument in INSTRUMENTS.values()
            if instrument.follow_up
        ),
    )
    return MappingProxyType({form.name: form for form in forms})


FORMS = _all_forms()
# Every code that a question comes by, ours too, with the code that the form knows it by.
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {code: code for form in FORMS.values() for code in form.questions}
    | {
        own_code(form.name, number, len(form.codes)): code
        for form in FORMS.values()
        for number, code in enumerate(form.codes, start=1)
    }
)
# Our own codes say which form a question belongs to; a LOINC code may stand on several.
OWN_FORMS: Mapping[str, str] = MappingProxyType(
    {
        own_code(form.name, number, len(form.codes)): form.name
        for form in FORMS.values()
        for number in range(1, len(form.codes) + 1)
    }
)
TOTALS: Mapping[str, str] = MappingProxyType(
    {f"{code}.total": code for code, form in FORMS.items() if form.scores and code != "MDQ"}
    | {i.total_loinc: code for code, i in INSTRUMENTS.items() if i.total_loinc}
)
HEADINGS: Mapping[str, str] = MappingProxyType(
    {code: code for code, form in FORMS.items() if len(form.codes) != 1}
    | {i.panel_loinc: code for code, i in INSTRUMENTS.items() if i.panel_loinc}
)
TRAPS: Mapping[str, str] = MappingProxyType(
    {code: why for i in INSTRUMENTS.values() for code, why in i.traps.items()}
)
