"""The words of the pages about the two kinds of help, the licences, the costs and the notes."""

from directory.sentences import Sentence, say
from directory.vocabulary import PAYERS, LicenseTerm
from directory.web.patient.about.pages import KindOfHelp, LicenseEntry, Note
from directory.web.patient.listing import cards
from directory.web.patient.parts import Fact, Link

NOTES = (
    Note(cards.DEMO.text, say("This person was made up to show how the site works.")),
    Note(
        cards.UNCLAIMED.text,
        say("The facts come from a public list. The person has not joined."),
    ),
    Note(
        cards.UNLICENSED.text,
        say("A coach. They help with goals and skills, not with an illness."),
    ),
    Note(
        cards.UNCONFIRMED.text,
        say("No one has told us lately if there is room. Call to check."),
    ),
)
_SEARCHES = {
    "psychologist": say("Search psychologists"),
    "lcsw": say("Search clinical social workers"),
    "lpc": say("Search professional counselors"),
    "lmft": say("Search marriage and family therapists"),
    "psychiatrist": say("Search psychiatrists"),
    "pmhnp": say("Search psychiatric nurse practitioners"),
    "associate": say("Search therapists in training"),
    "coach": say("Search coaches"),
}
KINDS_OF_HELP = (
    KindOfHelp(
        say("Support and coaching"),
        (
            Note(say("Good for"), say("Stress, plans, habits, a hard week")),
            Note(say("What you do"), say("Learn tools for right now")),
            Note(say("Who gives it"), say("A coach, a class, a group, or a licensed person")),
            Note(say("How it feels"), say("Lighter work, most often about the here and now")),
            Note(say("How long"), say("Often a few talks")),
            Note(say("Insurance"), say("Most plans do not pay")),
        ),
    ),
    KindOfHelp(
        say("Psychotherapy"),
        (
            Note(
                say("Good for"),
                say("A problem that stays, comes back, or gets in the way of your life"),
            ),
            Note(say("What you do"), say("Learn tools, and work on the cause")),
            Note(say("Who gives it"), say("A licensed person, or one in training with a guide")),
            Note(say("How it feels"), say("It can be hard at times, and it can change a lot")),
            Note(say("How long"), say("A few weeks to a year or more")),
            Note(
                say("Insurance"),
                say("Many plans pay, most often when there is a diagnosis"),
            ),
        ),
    ),
)
WORDS_OF_INSURANCE = (
    Note(
        say("In network"),
        say("This person has a deal with your plan. You pay less."),
    ),
    Note(
        say("Out of network"),
        say("There is no deal. You pay more, or all of it. Some plans pay a part back."),
    ),
    Note(
        say("Deductible"),
        say("What you pay on your own each year before your plan starts to pay."),
    ),
    Note(say("Copay"), say("A set amount that you pay at each visit. The plan pays the rest.")),
    Note(say("Coinsurance"), say("A share of each bill that you pay. The plan pays the rest.")),
    Note(
        say("Superbill"),
        say("A bill with dates and codes. You send it to your plan and ask for money back."),
    ),
    Note(
        say("Prior approval"),
        say("Some plans want to say yes before you start. Ask, so that no bill surprises you."),
    ),
    Note(
        say("Good-faith estimate"),
        say(
            "A note that says what your care may cost. If you pay on your own, by law you can "
            "ask for it in writing before you start."
        ),
    ),
    Note(
        say("Sliding scale"),
        say("You pay less if you earn less. You may have to ask for it. That is fine to do."),
    ),
)

_PLANS = {
    "medicaid": say(
        "A plan run by your state for people with low income. You pay little or nothing. "
        "In some states it has another name."
    ),
    "chip": say("A plan for kids and teens whose parents earn a bit more."),
    "medicare": say("A plan for people who are 65 or older, and for some who cannot work."),
    "eap": say(
        "Help that your job pays for. It is often a few free talks. Ask what stays private, "
        "and what happens when the free talks are used up."
    ),
    "victim_comp": say(
        "Money from your state if you were hurt by a crime. It can pay for therapy."
    ),
}

QUESTIONS = (
    say("What do you do here: general support, psychotherapy or both?"),
    say("Do you have a license for my state? What is its number?"),
    say("Have you helped people with what I have? What do you do for it?"),
    say("How will we know if it helps? When do we check?"),
    say("What would I pay for each visit? Do you take my plan? Do some people pay less?"),
    say("When could we meet for the first time, and how often after that?"),
    say("What stays between us, and what does not?"),
    say("What do I do if I feel much worse between two visits?"),
)


def plans() -> tuple[Note, ...]:
    """Return what the plans are that people ask about most, by the names in force."""
    return tuple(Note(PAYERS.label(code), about) for code, about in _PLANS.items())


def license_entry(license: LicenseTerm) -> LicenseEntry:
    """Return a licence with what its holder may do."""
    powers = (
        _treating(license),
        _DIAGNOSING[license.may_diagnose],
        _prescribing(license),
        _testing(license),
    )
    search = Link(_SEARCHES[license.code], f"/search?license={license.code}")
    return LicenseEntry(license.code, license.label, license.about, powers, search)


_DIAGNOSING = {
    "yes": Fact("yes", say("Can find out what is wrong (diagnose)")),
    "state": Fact("ask", say("Can diagnose in some states")),
    "no": Fact("no", say("Cannot diagnose")),
}


def _treating(license: LicenseTerm) -> Fact:
    if license.licensed:
        return Fact("yes", say("Can treat mental health problems"))
    return Fact("no", say("Cannot treat mental health problems"))


def _prescribing(license: LicenseTerm) -> Fact:
    if license.code == "psychologist":
        return Fact("ask", say("Can prescribe medicine in a few states only"))
    return _can(
        license.may_prescribe, say("Can prescribe medicine"), say("Cannot prescribe medicine")
    )


def _testing(license: LicenseTerm) -> Fact:
    return _can(license.may_test, say("Can give tests"), say("Cannot give tests"))


def _can(has_it: bool, yes: Sentence, no: Sentence) -> Fact:
    return Fact("yes", yes) if has_it else Fact("no", no)
