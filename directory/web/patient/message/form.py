"""What people type to a provider, and a provider to them: read, and told what to mend."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from directory.mail import is_mail_address
from directory.sentences import say
from directory.triage import Crisis, crisis_card, read_own_words
from directory.web.patient.message.pages import Written
from directory.web.patient.parts import Slip

WORDS, ADDRESS, SEEN_HELP = "message", "email", "seen_help"
MOST = 2000  # characters
# So much is heard for danger of words that are too long to be sent: reading takes its time.
_HEARD = 5 * MOST
# Whatever is no letter, line end or tab: mail must not carry it.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was sent; it shows nothing of itself where it is printed."""

    words: Written = field(repr=False)
    address: Written = field(repr=False)
    has_seen_help: bool

    @property
    def slips(self) -> tuple[Slip, ...]:
        """What to mend before it can go out, and where."""
        fields = ((WORDS, self.words), (ADDRESS, self.address))
        return tuple(Slip(f"#{id}", one.problem) for id, one in fields if one.problem)

    @property
    def crisis(self) -> Crisis | None:
        """Whom to call first, where the words tell of danger and that was not shown yet."""
        heard = "" if self.has_seen_help else self.words.value[:_HEARD]
        return crisis_card("support", read_own_words(heard, 0).safety_flags)


EMPTY = Draft(Written("", None), Written("", None), has_seen_help=False)


def read_draft(form: Mapping[str, str]) -> Draft:
    """Read the form for a message."""
    address = _clean(form.get(ADDRESS, ""))
    problem = None
    if not is_mail_address(address):
        problem = (
            say("This is not an email address. Write it as name@example.com")
            if address
            else say("Write the email address for the answer")
        )
    return Draft(read_words(form), Written(address, problem), SEEN_HELP in form)


def read_words(form: Mapping[str, str]) -> Written:
    """Read the words of a message or a reply."""
    words = _clean(form.get(WORDS, ""))
    if not words:
        return Written("", say("Write a few words"))
    if len(words) <= MOST:
        return Written(words, None)
    over = len(words) - MOST
    return Written(words, say("This is too long. Take out {over} letters or more", over=over))


def _clean(typed: str) -> str:
    return _CONTROL.sub("", typed.replace("\r\n", "\n").replace("\r", "\n")).strip()
