"""Who is in the room, and from where one can meet: the formats, the groups and the ways."""

from directory.sentences import inside, joined, say
from directory.vocabulary import DELIVERY, FORMATS, KINDS, THEMES
from directory.vocabulary.terms import Term
from directory.web.patient.about.pages import FormatEntry, Note
from directory.web.patient.parts import Link

_GOOD_FOR = {
    "individual": say("Most things. If you are not sure, start here. You can add more later."),
    "couples": say("Fights, growing apart, trust, sex, or a hard choice that you face as two."),
    "family": say("Trouble at home, a child or teen who struggles, or a loss that hits you all."),
    "group": say("Grief, drinking, worry, skills, or when you feel alone with it."),
    "in_person": say("When you want to leave the house for it, or have no quiet place at home."),
    "video": say("When it is far, or hard to get there. You need a place where no one listens in."),
    "phone": say("When you have no good internet, or do not like to be seen on a screen."),
}
_SEARCHES = {
    "individual": say("Find one-on-one help"),
    "couples": say("Find help for couples"),
    "family": say("Find help for families"),
    "group": say("Find people who lead groups"),
    "in_person": say("Find help in person"),
    "video": say("Find help by video"),
    "phone": say("Find help by phone"),
}


def formats() -> tuple[FormatEntry, ...]:
    """Return who may be in the room."""
    return tuple(_entry("format", term) for term in FORMATS.values())


def ways() -> tuple[FormatEntry, ...]:
    """Return from where one can meet."""
    return tuple(_entry("delivery", term) for term in DELIVERY.values())


def group_kinds() -> tuple[Note, ...]:
    """Return the two kinds of groups."""
    return tuple(Note(kind.label, kind.about) for kind in KINDS.values())


def themes() -> str:
    """Name what groups are about, all but the one that stands for any other."""
    return joined(inside(theme.label) for theme in THEMES.values() if theme.code != "other")


def _entry(filter: str, term: Term) -> FormatEntry:
    search = Link(_SEARCHES[term.code], f"/search?{filter}={term.code}")
    return FormatEntry(term.code, term.label, term.about, _GOOD_FOR[term.code], search)
