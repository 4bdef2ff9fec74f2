"""The guide: the pages that explain help, in the order in which they lead on."""

from directory.sentences import say
from directory.web.accuracy_page import TITLE
from directory.web.patient.about.pages import GuideLink

GUIDE = (
    GuideLink(
        "/about/therapy-or-psychotherapy",
        say("Therapy or psychotherapy?"),
        say("Two words for help, and why you do not need to choose."),
    ),
    GuideLink(
        "/about/kinds-of-therapy",
        say("Kinds of therapy"),
        say("What each kind is like, and what studies say."),
    ),
    GuideLink(
        "/about/formats",
        say("Alone, as a couple, as a family, in a group"),
        say("Who is in the room with you."),
    ),
    GuideLink(
        "/about/a-session",
        say("What a session is like"),
        say("The first time, and the times after that."),
    ),
    GuideLink(
        "/about/licenses",
        say("What licenses mean"),
        say("Who may treat you, and who may give you medicine."),
    ),
    GuideLink(
        "/about/costs",
        say("What it costs"),
        say("Prices, health plans, and help that is free."),
    ),
    GuideLink(
        "/about/questions",
        say("Questions to ask, and your rights"),
        say("What to ask first, when to change, and what is never right."),
    ),
)
ABOUT_THE_SITE = (
    GuideLink("/about/privacy", say("Your privacy"), say("What happens to what you tell us.")),
    GuideLink(
        "/about/triage",
        say("How we read your answers"),
        say("Each rule, for you and for those who check."),
    ),
    GuideLink(
        "/about/matching",
        say("How we choose and order people"),
        say("What counts, and how much."),
    ),
    GuideLink(
        "/about/evidence",
        say("How well each kind of therapy is shown to help"),
        say("Each grade, with its source."),
    ),
)
# There only while those who run the site publish it.
ACCURACY = GuideLink("/about/accuracy", TITLE, say("What we found when we called."))
_PLACES = {link.href: place for place, link in enumerate(GUIDE)}


def title_of(path: str) -> str:
    """Return the title of a page of the guide."""
    return GUIDE[_PLACES[path]].title


def next_after(path: str) -> GuideLink | None:
    """Return the page to read next, None after the last one."""
    place = _PLACES[path] + 1
    return GUIDE[place] if place < len(GUIDE) else None


def about_the_site(is_accuracy_public: bool) -> tuple[GuideLink, ...]:
    """Return the pages about the site that are there."""
    return (*ABOUT_THE_SITE, ACCURACY) if is_accuracy_public else ABOUT_THE_SITE
