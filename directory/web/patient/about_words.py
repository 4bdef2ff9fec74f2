"""The words of the pages about the site, the two kinds of help and the licences."""

from directory.vocabulary import LicenseTerm
from directory.web.patient import cards
from directory.web.patient.pages.front import KindOfHelp, LicenseEntry, Note
from directory.web.patient.pages.parts import Fact

NOTES = (
    Note(cards.DEMO.text, "This person was made up to show how the site works."),
    Note(cards.UNCLAIMED.text, "The facts come from a public list. The person has not joined."),
    Note(cards.UNLICENSED.text, "A coach. They help with goals and skills, not with an illness."),
    Note(cards.UNCONFIRMED.text, "No one has told us lately if there is room. Call to check."),
)
_PLURALS = {
    "psychologist": "psychologists",
    "lcsw": "clinical social workers",
    "lpc": "professional counselors",
    "lmft": "marriage and family therapists",
    "psychiatrist": "psychiatrists",
    "pmhnp": "psychiatric nurse practitioners",
    "associate": "therapists in training",
    "coach": "coaches",
}
KINDS_OF_HELP = (
    KindOfHelp(
        "Support and coaching",
        (
            Note("Good for", "Stress, plans, habits, a hard week"),
            Note("What you do", "Learn tools for right now"),
            Note("Who gives it", "A coach, a class, a group, or a licensed person"),
            Note("How it feels", "Lighter work, most often about the here and now"),
            Note("How long", "Often a few talks"),
            Note("Insurance", "Most plans do not pay"),
        ),
    ),
    KindOfHelp(
        "Psychotherapy",
        (
            Note("Good for", "A problem that stays, comes back, or gets in the way of your life"),
            Note("What you do", "Learn tools, and work on the cause"),
            Note("Who gives it", "A licensed person, or one in training with a guide"),
            Note("How it feels", "It can be hard at times, and it can change a lot"),
            Note("How long", "A few weeks to a year or more"),
            Note("Insurance", "Many plans pay, most often when there is a diagnosis"),
        ),
    ),
)


def license_entry(license: LicenseTerm) -> LicenseEntry:
    """Return a licence with what its holder may do."""
    diagnose = {
        "yes": Fact("yes", "Can find out what is wrong (diagnose)"),
        "state": Fact("ask", "Can diagnose in some states"),
        "no": Fact("no", "Cannot diagnose"),
    }
    powers = (
        _power(license.licensed, "Treat mental health problems"),
        diagnose[license.may_diagnose],
        _prescribing(license),
        _power(license.may_test, "Give tests"),
    )
    return LicenseEntry(license.code, license.label, _PLURALS[license.code], license.about, powers)


def _power(has_it: bool, what: str) -> Fact:
    verb = what[0].lower() + what[1:]
    return Fact("yes", f"Can {verb}") if has_it else Fact("no", f"Cannot {verb}")


def _prescribing(license: LicenseTerm) -> Fact:
    if license.code == "psychologist":
        return Fact("ask", "Can prescribe medicine in a few states only")
    return _power(license.may_prescribe, "Prescribe medicine")
