"""Crisis lines as links that dial, write or chat."""

import re
from urllib.parse import quote

from directory.sentences import Sentence, say
from directory.triage import Crisis
from directory.triage.crisis import CrisisLine
from directory.vocabulary.crisis import CRISIS_WORDS
from directory.vocabulary.crisis import CrisisLine as KnownLine
from directory.web.patient.parts import HelpCard, HelpLine

_KEYWORD_TO_NUMBER = re.compile(r"(?P<word>\S+) to (?P<number>[\d-]+)")


def help_line(line: CrisisLine | KnownLine) -> HelpLine:
    """Return a crisis line with its links."""
    return HelpLine(
        name=Sentence(line.name),
        call=line.call,
        call_number=_digits(line.call) if line.call else None,
        text=_text_words(line.text) if line.text else None,
        text_link=_text_link(line.text) if line.text else None,
        chat=line.chat,
    )


def help_card(crisis: Crisis) -> HelpCard:
    """Return a crisis card; one with the neutral headline has neutral words throughout."""
    is_neutral = crisis.headline == CRISIS_WORDS["headline_neutral"]
    return HelpCard(
        headline=Sentence(crisis.headline),
        body=Sentence(CRISIS_WORDS["body_neutral" if is_neutral else "body"]),
        lines=tuple(map(help_line, crisis.lines)),
        limits=Sentence(CRISIS_WORDS["limits"]),
    )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _text_words(text: str) -> str:
    """Return what to send and where to, as in `HOME to 741741`."""
    found = _KEYWORD_TO_NUMBER.fullmatch(text)
    if found is None:
        return text
    return say("{word} to {number}", word=found["word"], number=found["number"])


def _text_link(text: str) -> str:
    # Both `?` and `&`: Android reads the one, iOS the other.
    found = _KEYWORD_TO_NUMBER.fullmatch(text)
    if found is None:
        return f"sms:{_digits(text)}"
    return f"sms:{_digits(found['number'])}?&body={quote(found['word'])}"
