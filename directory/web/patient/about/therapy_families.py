"""The kinds of therapy as a reader meets them: by family, the best known first."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.matching.phrases import TELLING_MODALITIES
from directory.sentences import say
from directory.vocabulary import MODALITIES


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that go about their work alike: the best known, and the others."""

    id: str
    name: str
    about: str
    known: tuple[str, ...]
    others: tuple[str, ...]


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_OTHER_FAMILIES = (
    Family(
        "strong-feelings",
        say("DBT, for very strong feelings"),
        say(
            "Some people feel things fast and hard. Here you learn to calm down, to bear a bad "
            "hour, and to ask for what you need."
        ),
        _codes("DBT DBTS DBTA"),
        (),
    ),
    Family(
        "trauma",
        say("EMDR and other help after trauma"),
        say(
            "Something awful happened, and it will not let you go. You look back at it in a safe "
            "way, so that it hurts less. You set the pace."
        ),
        _codes("EMDR CPT PE TFCBT"),
        _codes("CTPTSD WET STAIR NET DDPHASE BRAINSP SE SP"),
    ),
    Family(
        "past",
        say("Psychodynamic therapy, to look at your past"),
        say(
            "Things from long ago can steer you without your knowing. You talk freely and see "
            "patterns. Then you can choose a new way."
        ),
        _codes("PDT STPP PSYAN"),
        _codes("MBT TFP RELPD"),
    ),
    Family(
        "growth",
        say("Humanistic therapy, to be heard and to grow"),
        say(
            "You lead, and the therapist listens with care. It is less about tools, and more "
            "about who you are and want to be."
        ),
        _codes("HUM PCT EXIST"),
        _codes("GESTALT EFTI MI IFS"),
    ),
    Family(
        "people",
        say("Help with the people in your life"),
        say(
            "How you feel and how you get along with others are tied. Here you work on a loss, a "
            "fight or a change, or look for small steps that help."
        ),
        _codes("IPT SFBT GRIEFC SUPP"),
        _codes("IPSRT NARR SEXTX CULT REMIN"),
    ),
    Family(
        "couples-and-families",
        say("Work with couples and families"),
        say(
            "You do not come alone. You look at how each one pulls on the others. No one is there "
            "to be blamed."
        ),
        _codes("EFCT GOTTMAN FT PMT"),
        _codes("BCT IBCT PREP DISC PCIT SPACE CPP FBT FFTB FPE FFT MST MDFT ABFT CARE"),
    ),
    Family(
        "groups",
        say("Groups and peers"),
        say(
            "You meet people who know what it is like. You can talk, or just listen. Many feel "
            "less alone after the first time."
        ),
        _codes("PROC PSYED PEER"),
        _codes("TSF SST"),
    ),
    Family(
        "body-art-and-play",
        say("Body, art and play"),
        say(
            "Words are not the only way. You can draw, move, breathe, make music, or play. "
            "Children often show more in play than in talk."
        ),
        _codes("ART MUSIC PLAY YOGA"),
        _codes("DRAMA BIOF MBSR"),
    ),
    Family(
        "medicine-and-tests",
        say("Medicine and tests"),
        say(
            "Some problems get better faster with medicine and talk side by side. Tests can show "
            "what is going on, such as ADHD."
        ),
        _codes("MEDS TEST"),
        (),
    ),
    Family(
        "support",
        say("Coaching, self-help and skills for daily life"),
        say(
            "This is support and not treatment. It can be all you need for a goal, a habit or a "
            "busy time. It can also go along with treatment."
        ),
        _codes("COACH SELFH CAREER"),
        _codes("ASSERT ABA COGREM"),
    ),
    Family(
        "teams",
        say("Care by a team"),
        say("When a lot is going on, one person may not be enough. Then a team works as one."),
        _codes("CSC MANTRA"),
        (),
    ),
)


def _left_over() -> Iterator[str]:
    """Return what no other family holds: CBT and its many kin."""
    placed = {code for family in _OTHER_FAMILIES for code in (*family.known, *family.others)}
    return (code for code in MODALITIES if code not in placed | TELLING_MODALITIES)


_CBT = ("CBT", "BA", "EXP", "ACT")
FAMILIES = (
    Family(
        "cbt",
        say("CBT and kinds like it"),
        say(
            "You look at how what you think, feel and do push one another. You learn new ways and "
            "try them at home. There is a plan, and most often an end in sight."
        ),
        _CBT,
        tuple(code for code in _left_over() if code not in _CBT),
    ),
    *_OTHER_FAMILIES,
)
