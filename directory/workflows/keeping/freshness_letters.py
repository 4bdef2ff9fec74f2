"""The words of the mail that asks whoever keeps a listing whether it is still true."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from directory.mail import Mail
from directory.providers import Provider
from directory.providers.standing import REMINDED_BEFORE, FactStanding, Standing
from directory.providers.stated_words import stated
from directory.sentences import ENGLISH
from directory.workflows.keeping.keep_links import KeepLink, Saying, write_link
from directory.workflows.messages.site_letters import NO_REPLY, SiteLetters

_SOON = timedelta(days=REMINDED_BEFORE[0])
_ASKS: dict[Saying, str] = {
    "true": "All of it is still true:",
    "full": "I am full now:",
    "pause": "I take a break from new people:",
}
_FEWER = (
    "Want fewer of these emails? If you say “still true” to all, every date moves on at once, and"
    " the next email comes in two weeks at the soonest. If you take your listing down, you get"
    " none. To get one only when a date has come:"
)


@dataclass(frozen=True, slots=True)
class FreshnessLetters(SiteLetters):
    """Letters of one site, and what it signs its links with."""

    secret: str

    def reminder(self, to: str, account_id: str, provider: Provider, found: Standing) -> Mail:
        """Return the mail that names what wants confirming, with a link for each answer."""
        parts = (
            f"Hello {provider.name},",
            self._opening(found),
            "\n".join(_fact_line(provider, one, found.today) for one in found.named),
            "Answer with one press, no password needed:",
            *self._links(account_id, provider.id, found.today),
            f"Something else changed? Sign in here:\n{self._at(f'/my/listing/{provider.id}')}",
            *_what_follows(found),
            f"{_FEWER}\n{self._link('fewer', account_id, provider.id, found.today)}",
            f"The links work for 60 days. They are for you alone. {NO_REPLY}",
        )
        return Mail(to=to, subject=_subject(found), text="\n\n".join(parts) + "\n", language="en")

    def _opening(self, found: Standing) -> str:
        if found.is_hidden:
            return (
                f"We have stopped showing your listing on “{self.site_name}”, because no one has"
                " confirmed it for a long time. Nothing is lost: one press brings it back."
            )
        return f"Is this still right in your listing on “{self.site_name}”?"

    def _links(self, account_id: str, provider_id: str, today: date) -> Iterator[str]:
        for saying, ask in _ASKS.items():
            yield f"{ask}\n{self._link(saying, account_id, provider_id, today)}"

    def _link(self, saying: Saying, account_id: str, provider_id: str, today: date) -> str:
        link = KeepLink(provider_id, account_id, saying, today)
        return self._at(f"/keep/{write_link(link, self.secret)}")


def _subject(found: Standing) -> str:
    if found.is_hidden:
        return "Your listing is resting: one press brings it back"
    if found.hides_on and found.hides_on - found.today <= _SOON:
        return f"Your listing will be hidden on {ENGLISH.day(found.hides_on)}"
    return "Is your listing still right?"


def _fact_line(provider: Provider, one: FactStanding, today: date) -> str:
    told = stated(provider, one.fact)
    return f"- {told.name}: {told.words} ({_when(one, today)})"


def _when(one: FactStanding, today: date) -> str:
    if one.until is None:
        return "never confirmed"
    verb = "ended" if one.until < today else "good until"
    return f"{verb} {ENGLISH.day(one.until)}"


def _what_follows(found: Standing) -> Iterator[str]:
    if found.is_hidden or found.hides_on is None:
        return
    hidden = f"if no one confirms it, it is hidden on {ENGLISH.day(found.hides_on)}"
    if found.has_badge:
        yield (
            "When the first date has passed, your listing loses the mark “Kept up to date” and"
            f" moves down in the results; {hidden}. Nothing is deleted."
        )
    else:
        yield (
            "Until then your listing goes without the mark “Kept up to date” and stands lower in"
            f" the results; {hidden}. Nothing is deleted."
        )
