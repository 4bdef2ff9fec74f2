"""Crisis lines as links that dial, write or chat."""

import re
from urllib.parse import quote

from directory.triage import Crisis
from directory.triage.crisis import CrisisLine
from directory.vocabulary.crisis import CRISIS_WORDS
from directory.vocabulary.crisis import CrisisLine as KnownLine
from directory.web.patient.pages.parts import HelpCard, HelpLine

_KEYWORD_TO_NUMBER = re.compile(r"(?P<word>\S+) to (?P<number>[\d-]+)")


def help_line(line: CrisisLine | KnownLine) -> HelpLine:
    """Return a crisis line with its links."""
    return HelpLine(
        name=line.name,
        call=line.call,
        call_number=_digits(line.call) if line.call else None,
        text=line.text,
        text_link=_text_link(line.text) if line.text else None,
        chat=line.chat,
    )


def help_card(crisis: Crisis) -> HelpCard:
    """Return a crisis card; one with the neutral headline has neutral words throughout."""
    is_neutral = crisis.headline == CRISIS_WORDS["headline_neutral"]
    return HelpCard(
        headline=crisis.headline,
        body=CRISIS_WORDS["body_neutral" if is_neutral else "body"],
        lines=tuple(map(help_line, crisis.lines)),
        limits=CRISIS_WORDS["limits"],
    )


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _text_link(text: str) -> str:
    # Both `?` and `&`: Android reads the one, iOS the other.
    found = _KEYWORD_TO_NUMBER.fullmatch(text)
    if found is None:
        return f"sms:{_digits(text)}"
    return f"sms:{_digits(found['number'])}?&body={quote(found['word'])}"
