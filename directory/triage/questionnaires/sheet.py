"""A sheet: the lines of one response, sorted into answers, totals and forms they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from directory.errors import FieldError
from directory.triage.questionnaires.choices import value_of
from directory.triage.questionnaires.forms import (
    FORMS,
    HEADINGS,
    OWN_FORMS,
    QUESTIONS,
    TOTALS,
    TRAPS,
    Form,
)
from directory.triage.questionnaires.lines import Line


@dataclass(slots=True)
class Sheet:
    """What was sent together: answers by question, totals by form, and the forms that are named."""

    answers: dict[str, Line] = field(default_factory=dict)
    totals: dict[str, Line] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def value(self, form: Form, number: int) -> int | None:
        """Return the answer to a question of a form: 0 where it was rightly skipped."""
        given = self._given(form, number)
        return 0 if given is None and number in self.skipped(form) else given

    def skipped(self, form: Form) -> frozenset[int]:
        """Return the questions of a form that an answer of 0 lets go unasked."""
        ended = (after for first, after in form.skips.items() if self._given(form, first) == 0)
        return frozenset(number for after in ended for number in after)

    def _given(self, form: Form, number: int) -> int | None:
        code = form.codes[number]
        line = self.answers.get(code)
        if line is None or line.said is None:
            return None
        alias = form.instrument.import_alias if form.instrument else {}
        return value_of(line.said, form.questions[code], alias, line.place)

    def missing(self, form: Form) -> tuple[str, ...]:
        """Return the questions of a form that should have been sent."""
        skipped = self.skipped(form)
        return tuple(
            code
            for number, code in enumerate(form.codes)
            if code not in self.answers and number not in skipped
        )


def sheet_of(lines: Iterable[Line]) -> Sheet:
    """Sort lines; raise FieldError at the first that cannot be what it says it is."""
    sheet = Sheet()
    for line in lines:
        _sort_in(line, sheet)
    return sheet


def _sort_in(line: Line, sheet: Sheet) -> None:
    if line.code in TRAPS:
        raise FieldError(line.place, f"{line.code} {TRAPS[line.code]}")
    if line.heads:
        _name(HEADINGS.get(line.code), line, sheet)
    elif line.code in TOTALS:
        _take_total(line, sheet)
    elif line.code in QUESTIONS:
        _take_answer(line, sheet)
    else:
        raise FieldError(line.place, _stranger(line.code))


def _name(form: str | None, line: Line, sheet: Sheet) -> None:
    if form is not None:
        sheet.named.setdefault(form, line.place)


def _take_total(line: Line, sheet: Sheet) -> None:
    form = TOTALS[line.code]
    if form in sheet.totals:
        raise FieldError(line.place, f"{line.code} is sent twice: send one response a sitting")
    sheet.totals[form] = line
    _name(form, line, sheet)


def _take_answer(line: Line, sheet: Sheet) -> None:
    code = QUESTIONS[line.code]
    if code in sheet.answers:
        raise FieldError(line.place, f"{line.code} is sent twice: send one response a sitting")
    sheet.answers[code] = line
    _name(OWN_FORMS.get(line.code), line, sheet)


def _stranger(code: str) -> str:
    form = HEADINGS.get(code)
    if form is None:
        return f"{code!r} is no code that we read: send LOINC codes, or ours, as PHQ9.1"
    codes = FORMS[form].codes
    instead = f"its first question is {codes[0]}" if codes else f"its score is {form}.total"
    return f"{code} stands for the whole of {form}, not for a question: {instead}"
