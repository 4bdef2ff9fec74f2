"""What somebody types who asks for a removal: read, and told what to mend."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from directory.mail import is_mail_address
from directory.providers.removals import Reason, What
from directory.sentences import Sentence, say
from directory.web.patient.parts import Slip

MOST = 2000  # characters
WHATS: Mapping[What, Sentence] = {
    "all": say("The whole listing"),
    "details": say("Only the street and the phone number"),
}
REASONS: Mapping[Reason, Sentence] = {
    "not_asked": say("I did not ask to be listed"),
    "wrong": say("What it says is wrong"),
    "retired": say("I do not do this work any more"),
    "unsafe": say("I am not safe when people can find me"),
    "died": say("This person has died"),
    "other": say("Something else"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RemovalForm:
    """A form as it was sent, with what to mend; it shows nothing of itself where it is printed."""

    what: str = ""
    reason: str = ""
    words: str = field(default="", repr=False)
    answer_to: str = field(default="", repr=False)
    by_mail: bool = False
    problems: Mapping[str, str] = field(default_factory=dict)

    @property
    def slips(self) -> tuple[Slip, ...]:
        """What to mend, and where."""
        return tuple(Slip(f"#{name}", words) for name, words in self.problems.items())

    @property
    def chosen(self) -> tuple[What, Reason]:
        """What is asked for and why, of a form that has nothing to mend."""
        return cast(What, self.what), cast(Reason, self.reason)


def read_removal(form: Mapping[str, str]) -> RemovalForm:
    """Read the form."""
    what, reason = form.get("what", ""), form.get("reason", "")
    words, answer_to = _clean(form.get("words", "")), _clean(form.get("email", ""))
    problems: dict[str, str] = {}
    if what not in WHATS:
        problems["what"] = say("Choose what should go")
    if reason not in REASONS:
        problems["reason"] = say("Choose why")
    if len(words) > MOST:
        over = len(words) - MOST
        problems["words"] = say("This is too long. Take out {over} letters or more", over=over)
    if answer_to and not is_mail_address(answer_to):
        problems["email"] = say("This is not an email address. Write it as name@example.com")
    return RemovalForm(what, reason, words, answer_to, "by_mail" in form, problems)


def _clean(typed: str) -> str:
    return _CONTROL.sub("", typed.replace("\r\n", "\n").replace("\r", "\n")).strip()
