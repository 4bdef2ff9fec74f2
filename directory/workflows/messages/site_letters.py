"""What the mails to people with an account have in common: whose they are, and the last line."""

from dataclasses import dataclass
from typing import Protocol

from directory.mail import Mail

NO_REPLY = "Please do not reply to this email. No one would read it."


class NamedSite(Protocol):
    """A site that has a name and is at an address."""

    @property
    def site_name(self) -> str:
        """The name."""

    @property
    def site_url(self) -> str:
        """Where it is, without a slash at the end."""


@dataclass(frozen=True, slots=True)
class SiteLetters:
    """Letters of one site."""

    site: NamedSite

    @property
    def site_name(self) -> str:
        """How the letters call the site."""
        return self.site.site_name

    def _at(self, path: str) -> str:
        return f"{self.site.site_url}{path}"

    def _letter(self, to: str, subject: str, *parts: str) -> Mail:
        """Return a mail of paragraphs."""
        text = "\n\n".join((*parts, NO_REPLY)) + "\n"
        return Mail(to=to, subject=subject, text=text, language="en")


def quoted(words: str) -> str:
    """Mark every line as somebody's words, so that none can pass for a line of ours."""
    return "\n".join(f"> {line}".rstrip() for line in words.splitlines())
