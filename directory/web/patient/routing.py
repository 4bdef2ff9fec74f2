"""What is known by now, and so which questions come next; the policy itself is the triage's."""

import re

from directory.triage.branches import BRANCHES, Known, branches_for
from directory.triage.follow_ups import (
    asks_about_danger_again,
    asks_about_overdose_now,
    asks_about_withdrawal,
    care_so_far_asked,
)
from directory.triage.phrases import flags_in
from directory.vocabulary.instruments import INSTRUMENTS
from directory.web.patient.questions import When
from directory.web.patient.visit import Answers

# Used from 12 years on, though made for adults; the age of ASQ is the instrument's own.
PHQ4_FROM = 12
ASQ_FROM = INSTRUMENTS["ASQ"].minimum_age or 0
ALONE = "instruments.HARK.alone"
GATE = "instruments.PCPTSD5.gate"
_HEARD = "text.flags"
_PROXY = {"child", "other"}
# Whose answers may put questions on the path that were not on it before.
_LEADS_ON = re.compile(
    r"age|text|concerns|duration|difficulty|formats|red_flags"
    rf"|instruments\.(PHQ4|ASQ|AUDITC)\[\d\]|{re.escape(ALONE)}|{re.escape(GATE)}"
)


def item_key(instrument: str, number: int) -> str:
    """Return the key of an item of an instrument, counted from 0."""
    return f"instruments.{instrument}[{number}]"


def trauma_key(number: int) -> str:
    """Return the key of an item behind the gate about trauma, counted from 0."""
    return f"instruments.PCPTSD5.items[{number}]"


def age_of(answers: Answers) -> int:
    """Return the age given, or that of an adult while it is not known."""
    age = answers.get("age")
    return age if isinstance(age, int) else 30


def codes_of(answers: Answers, key: str) -> tuple[str, ...]:
    """Return the codes chosen for a question, none where it was not answered."""
    chosen = answers.get(key)
    return chosen if isinstance(chosen, tuple) else ()


def chosen_concerns(answers: Answers) -> tuple[str, ...]:
    """Return the concerns chosen, the main one first."""
    main = answers.get("concerns[0]")
    return tuple(sorted(codes_of(answers, "concerns"), key=lambda code: code != main))


def is_for_another(answers: Answers) -> bool:
    """Tell whether someone answers for a child or for someone else."""
    return answers.get("for") in _PROXY


def total_of(answers: Answers, instrument: str, places: range) -> int:
    """Return the sum of some items, 0 where one of them is missing: nothing is filled up."""
    values = [answers.get(item_key(instrument, place)) for place in places]
    numbers = [value for value in values if isinstance(value, int)]
    return sum(numbers) if len(numbers) == len(values) else 0


def may_lead_to_more(key: str) -> bool:
    """Tell whether an answer to this question may lead to further questions."""
    return _LEADS_ON.fullmatch(key) is not None


def asks_branch(code: str) -> When:
    """Return who is asked a branch."""
    return lambda answers: code in branches_for(known(answers))


def known(answers: Answers) -> Known:
    """Return what the choice of the branches rests on."""
    return Known(
        age=age_of(answers),
        for_self=not is_for_another(answers),
        concerns=chosen_concerns(answers),
        wants_couples="couples" in codes_of(answers, "formats"),
        phq2=total_of(answers, "PHQ4", range(2, 4)),
        gad2=total_of(answers, "PHQ4", range(2)),
        told=frozenset(code for code in BRANCHES if _was_told(code, answers)),
    )


def _was_told(branch: str, answers: Answers) -> bool:
    # About a partner every word counts; of the others the last answer tells that all are there.
    if branch == "HARK":
        return item_key("HARK", 0) in answers
    if branch == "AUDITC":
        return "instruments.DRUG" in answers
    if branch == "PCPTSD5":
        return GATE in answers and (answers[GATE] != 1 or trauma_key(4) in answers)
    return item_key(branch, len(INSTRUMENTS[branch].items) - 1) in answers


def asq_is_positive(answers: Answers) -> bool:
    """Tell whether any of the four questions was answered yes or declined."""
    keys = [item_key("ASQ", place) for place in range(4)]
    return any(key in answers and answers[key] in (1, None) for key in keys)


def asks_right_now(answers: Answers) -> bool:
    """Tell whether to ask about thoughts right now."""
    return age_of(answers) >= ASQ_FROM and asq_is_positive(answers)


def with_what_was_heard(answers: Answers) -> Answers:
    """Return the answers with the safety flags of the own words, read once for a whole path."""
    text = answers.get("text")
    heard = flags_in(text) if isinstance(text, str) and text else ()
    return {**answers, _HEARD: heard} if heard else answers


def asks_danger_again(answers: Answers) -> bool:
    """Tell whether to ask about danger once more, unless it was told."""
    return answers.get("danger_now") is not True and asks_about_danger_again(_signs(answers))


def asks_overdose_now(answers: Answers) -> bool:
    """Tell whether to ask if an overdose is happening or was meant, unless danger was told."""
    return answers.get("danger_now") is not True and asks_about_overdose_now(_signs(answers))


def _signs(answers: Answers) -> tuple[str, ...]:
    """Return the signs that cannot wait, ticked or told in own words."""
    return (*codes_of(answers, "red_flags"), *codes_of(answers, _HEARD))


def asks_partner(answers: Answers) -> bool:
    """Tell whether to ask about the partner: nobody is pressed who declined beforehand."""
    return asks_branch("HARK")(answers) and answers.get(ALONE, 0) is not None


def asks_how_much_is_drunk(answers: Answers) -> bool:
    """Tell whether the other two questions about drink follow: not where the first is never."""
    first = answers.get(item_key("AUDITC", 0), 1)
    return asks_branch("AUDITC")(answers) and first not in (0, None)


def asks_withdrawal(answers: Answers) -> bool:
    """Tell whether to ask about withdrawal, after all questions about drink."""
    if not asks_how_much_is_drunk(answers):
        return False
    drinking = total_of(answers, "AUDITC", range(3))
    return asks_about_withdrawal(drinking, codes_of(answers, "red_flags"))


def asks_about_trauma(answers: Answers) -> bool:
    """Tell whether the questions behind the gate about trauma are asked."""
    return asks_branch("PCPTSD5")(answers) and answers.get(GATE) == 1


def care_asked(answers: Answers) -> tuple[str, ...]:
    """Return the outcomes of earlier care to ask about."""
    return care_so_far_asked(
        codes_of(answers, "concerns"), answers.get("difficulty"), answers.get("duration")
    )
