"""Which forms a sheet holds: those it names, then whatever its answers make up in full."""

from directory.errors import FieldError
from directory.triage.questionnaires.forms import FORMS, TOTALS, Form
from directory.triage.questionnaires.sheet import Sheet

_LONGEST_FIRST = sorted(FORMS.values(), key=lambda form: -len(form.codes))


def forms_in(sheet: Sheet) -> tuple[Form, ...]:
    """Return the forms of a sheet; raise FieldError where one is there in part only."""
    forms = [FORMS[name] for name in sheet.named]
    for form in forms:
        _check_whole(form, sheet)
    left = set(sheet.answers) - {code for form in forms for code in form.codes}
    for form in _LONGEST_FIRST:
        sent = left & set(form.codes)
        if sent and sent == set(form.codes) & set(sheet.answers) and not sheet.missing(form):
            forms.append(form)
            left -= sent
    if left:
        _refuse_part(left, sheet)
    return tuple(forms)


def is_score_alone(form: Form, sheet: Sheet) -> bool:
    """Say whether only a score was sent of an instrument that we may take a score of."""
    only_scored = form.instrument is not None and not form.instrument.bundled
    # The risk that comes with a C-SSRS has been found wrong where all answers were no.
    return only_scored and form.name != "CSSRS" and not _sent(form, sheet)


def _sent(form: Form, sheet: Sheet) -> bool:
    return any(code in sheet.answers for code in form.codes)


def _check_whole(form: Form, sheet: Sheet) -> None:
    place = sheet.named[form.name]
    if is_score_alone(form, sheet):
        if form.name not in sheet.totals:
            raise FieldError(place, f"names {form.name} without a score: send {form.name}.total")
        return
    if not _sent(form, sheet):
        raise FieldError(place, f"names {form.name} without its answers: {_remedy(form)}")
    if missing := sheet.missing(form):
        raise FieldError(place, _lacks(form, missing))


def _remedy(form: Form) -> str:
    totals = [code for code, name in TOTALS.items() if name == form.name]
    return f"send them all, or take {' and '.join(totals)} out"


def _refuse_part(left: set[str], sheet: Sheet) -> None:
    code = next(code for code in sheet.answers if code in left)
    holders = [form for form in FORMS.values() if code in form.codes]
    nearest = max(holders, key=lambda f: (len(left & set(f.codes)), -len(f.codes)))
    raise FieldError(sheet.answers[code].place, _lacks(nearest, sheet.missing(nearest)))


def _lacks(form: Form, missing: tuple[str, ...]) -> str:
    return (
        f"{form.name} lacks its question {', '.join(missing)}: send every question, "
        "without an answer where none was given"
    )
