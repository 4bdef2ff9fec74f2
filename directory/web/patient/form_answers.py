"""From a form to answers: each control read by its kind, or a sentence on how to mend it."""

from collections.abc import Callable, Mapping, Sequence

from directory.geography import point_of_zip
from directory.sentences import Sentence, say
from directory.web.patient.questions import Field, Question
from directory.web.patient.visit import Answer, Answers

Written = Mapping[str, Sequence[str]]
LETTERS = 2_000  # of own words
_DIGITS = 9
_FARTHEST = 500  # miles


class Unreadable(ValueError):
    """What was written cannot be taken as an answer; the sentence says how to mend it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_form(
    question: Question, written: Written, answers: Answers
) -> tuple[dict[str, Answer], dict[str, Sentence]]:
    """Return the answers of a page and, by field, what is to be mended."""
    read: dict[str, Answer] = {}
    problems: dict[str, Sentence] = {}
    for field in question.fields:
        try:
            read[field.key] = _READERS[field.kind](field, written.get(field.key, ()), answers)
        except Unreadable as problem:
            problems[field.key] = problem.sentence
    if read.get("within_miles") is not None and read.get("zip", "") is None:
        problems["zip"] = say("Write the ZIP code too, as we count the miles from there")
    return read, problems


def _one_of(field: Field, written: Sequence[str], answers: Answers) -> Answer:
    code = written[0] if written else ""
    if not code and not field.required:
        return None
    for choice in field.choices(answers):
        if choice.code == code:
            return choice.value
    raise Unreadable(say("Choose one answer to go on"))


def _some_of(field: Field, written: Sequence[str], answers: Answers) -> Answer:
    known = {choice.code for choice in field.choices(answers)}
    codes = tuple(code for code in dict.fromkeys(written) if code in known)
    if len(codes) > field.most:
        raise Unreadable(
            say(
                "Choose no more than {most}. You chose {chosen}", most=field.most, chosen=len(codes)
            )
        )
    return codes


def _text(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    text = "\n".join((written[0] if written else "").strip().splitlines())
    if len(text) > LETTERS:
        written_letters = say(
            "Make it shorter: {letters} letters are written, and {most} fit",
            letters=len(text),
            most=LETTERS,
        )
        raise Unreadable(written_letters)
    return text


def _age(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    text = (written[0] if written else "").strip()
    age = _whole_number(text)
    if age is None or age > 120:
        raise Unreadable(say("Write the age as a number from 0 to 120, such as 34"))
    return age


def _money(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    text = (written[0] if written else "").strip().lstrip("$").replace(",", "")
    if not text:
        return None
    price = _whole_number(text)
    if price is None or price > 10_000:
        raise Unreadable(say("Write the price in whole dollars, such as 120, or leave it empty"))
    return price


def _whole_number(text: str) -> int | None:
    # Python refuses to read a number of thousands of digits, so their count comes first.
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


def _count(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    text = (written[0] if written else "").strip().replace(",", "")
    if not text:
        return None
    times = _whole_number(text)
    if times is None:
        raise Unreadable(say("Write a number, such as 0 or 3, or leave it empty"))
    return times


def _miles(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    text = (written[0] if written else "").strip()
    if not text:
        return None
    miles = _whole_number(text)
    if miles is None or not 1 <= miles <= _FARTHEST:
        raise Unreadable(say("Write whole miles from 1 to 500, such as 20, or leave it empty"))
    return miles


def _zip(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    text = (written[0] if written else "").strip()
    if not text:
        return None
    if not (len(text) == 5 and text.isascii() and text.isdigit()):
        raise Unreadable(
            say("Write the ZIP code with five numbers, such as 94110, or leave it empty")
        )
    if point_of_zip(text) is None:
        raise Unreadable(say("We do not know this ZIP code. Check it, or leave it empty"))
    return text


def _tick(_field: Field, written: Sequence[str], _answers: Answers) -> Answer:
    return bool(written)


_READERS: Mapping[str, Callable[[Field, Sequence[str], Answers], Answer]] = {
    "radios": _one_of,
    "strength": _one_of,
    "select": _one_of,
    "checkboxes": _some_of,
    "text": _text,
    "number": _age,
    "count": _count,
    "miles": _miles,
    "money": _money,
    "zip": _zip,
    "tick": _tick,
}
