"""What happens to people who need help right now, and the crisis lines for each."""

from dataclasses import dataclass

from directory.sentences import Sentence, say

LIFELINE = "988 Suicide & Crisis Lifeline"


@dataclass(frozen=True, slots=True)
class NeedOfHelp:
    """One kind of trouble, with the crisis lines that ship for it."""

    id: str
    title: Sentence
    about: Sentence
    lines: tuple[str, ...]


NEEDS = (
    NeedOfHelp(
        "too-much",
        say("It is all too much, or you think of ending your life"),
        say(
            "Someone will listen. You do not need to know what to say. “I am not okay” is enough "
            "to start."
        ),
        (LIFELINE, "Crisis Text Line"),
    ),
    NeedOfHelp(
        "home",
        say("Someone close to you hurts or scares you"),
        say(
            "It is not your fault. They will not tell you what to do. If your phone is watched, "
            "call from another one."
        ),
        ("National Domestic Violence Hotline", "love is respect (teens)"),
    ),
    NeedOfHelp(
        "assault",
        say("Someone did something sexual that you did not want"),
        say("It is not your fault, last night or long ago. You decide what happens next."),
        ("RAINN",),
    ),
    NeedOfHelp(
        "young",
        say("You are a child or a teen"),
        say("You can call on your own. You do not have to give your name."),
        ("Childhelp", "Trevor Project (LGBTQ+ youth)", "love is respect (teens)"),
    ),
    NeedOfHelp(
        "child",
        say("A child may not be safe"),
        say("You do not need to be sure. If the child is in danger now, call 911 first."),
        ("Childhelp",),
    ),
    NeedOfHelp(
        "overdose",
        say("An overdose, poison, or too many pills"),
        say(
            "Call 911 at once if someone does not wake up, has trouble breathing, or shakes. "
            "If you have naloxone, use it. Stay with them."
        ),
        ("Emergency services", "Poison Help"),
    ),
    NeedOfHelp(
        "drugs",
        say("Alcohol or drugs"),
        say(
            "Do not stop all at once on your own after heavy use. It can be a danger to your "
            "body. Ask here for a place that can help."
        ),
        ("SAMHSA National Helpline",),
    ),
    NeedOfHelp(
        "veterans",
        say("You served, or someone close to you did"),
        say("Call 988, then press 1."),
        ("Veterans Crisis Line",),
    ),
    NeedOfHelp(
        "lgbtq",
        say("You are LGBTQ+ and want to talk to someone who gets it"),
        say("The Trevor Project is for young people. Trans Lifeline is run by trans people."),
        ("Trevor Project (LGBTQ+ youth)", "Trans Lifeline"),
    ),
    NeedOfHelp(
        "birth",
        say("You are pregnant or have a new baby"),
        say(
            "Call or text at any hour. If you hear or see things that others do not, or feel you "
            "may hurt yourself or the baby, call 911 now."
        ),
        ("National Maternal Mental Health Hotline",),
    ),
    NeedOfHelp(
        "spanish",
        say("You would like to speak Spanish"),
        say("Call 988, then press 2. Or text the word AYUDA to 988."),
        ("988 in Spanish",),
    ),
)
