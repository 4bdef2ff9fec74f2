"""From a plan to what stands beside the people: in brief, with the rest under folds."""

from collections.abc import Iterator

from directory.matching import Plan
from directory.matching.plan.parts import AddOn, Approach, GroupOffer, Pair, Person, ProgramOffer
from directory.sentences import Sentence, say
from directory.web.patient.contact import shown_phone
from directory.web.patient.pages.parts import Link
from directory.web.patient.pages.plan import Ask, Fold, Item, PairPart, PlanPart

# How many people stand open on the page; the others are one tap away.
OPEN = 3
_FIRST_AT = "intensive"  # here a program comes before any list of people
_CODES_TO_DIAL = 3  # 211, 911 and 988 are dialled as they stand


def plan_part(plan: Plan, level_of_care: str) -> PlanPart:
    """Return the plan as the page shows it; folds without anything in them are left out."""
    folds = (
        Fold(
            say("Programs to ask about"),
            tuple(map(_program, plan.programs)),
            level_of_care == _FIRST_AT,
        ),
        Fold(say("Kinds of therapy that may fit"), tuple(map(_approach, plan.approaches))),
        Fold(say("Groups beside one-on-one help"), tuple(map(_group, plan.groups))),
        Fold(say("What you can add"), tuple(map(_add_on, plan.add_ons))),
        Fold(say("If your health plan pays"), tuple(_insurance(plan))),
    )
    return PlanPart(
        pair=_pair(plan.pair) if plan.pair else None,
        folds=tuple(fold for fold in folds if fold.items),
        comes_first=level_of_care == _FIRST_AT,
    )


def asks_of(plan: Plan) -> tuple[Ask, ...]:
    """Return what leads on where few match, without the wishes, which are buttons."""
    return tuple(_ask(way.text, way.call) for way in plan.ways_on if way.kind != "relaxation")


def anchor(person: Person) -> str:
    """Return where a person stands open on the page, else their own page."""
    is_open = person.rank is not None and person.rank <= OPEN
    return f"#match-{person.rank}" if is_open else f"/providers/{person.id}"


def _pair(pair: Pair) -> PairPart:
    people = dict.fromkeys(one for one in (pair.therapist, pair.prescriber) if one)
    return PairPart(pair.text, tuple(Link(one.name, anchor(one)) for one in people))


def _program(program: ProgramOffer) -> Item:
    asks = tuple(
        _ask(say("{place}: {about}", place=one.label, about=one.text), one.call)
        for one in program.ask
    )
    return Item(program.label, None, (program.about,), asks=asks)


def _ask(text: str, call: str | None) -> Ask:
    if call is None:
        return Ask(text, None)
    digits = "".join(filter(str.isdigit, call))
    shown = call if len(digits) <= _CODES_TO_DIAL else shown_phone(call)
    return Ask(text, Link(say("Call {number}", number=shown), f"tel:{digits}"))


def _approach(one: Approach) -> Item:
    notes = (one.note,) if one.note else ()
    return Item(
        one.label,
        None,
        (one.text, say("{length} {session}", length=one.length, session=one.session)),
        notes,
    )


def _group(group: GroupOffer) -> Item:
    when = say(
        "{schedule}. Led by {name}, {profession}.",
        schedule=group.schedule.rstrip("."),
        name=group.leader.name,
        profession=group.led_by,
    )
    link = Link(group.leader.name, anchor(group.leader))
    return Item(group.name, link, (group.text, when, _confirmed(group)), group.notes)


def _confirmed(group: GroupOffer) -> Sentence:
    if group.confirmed_at:
        return say("Confirmed on {day}.", day=group.confirmed_at)
    return say("No one has confirmed this.")


def _add_on(one: AddOn) -> Item:
    people = tuple(person.name for person in one.offered_by)
    offered = (say("On this list: {people}.", people=people),) if people else ()
    return Item(one.label, None, (one.about, *offered), (one.text,))


def _insurance(plan: Plan) -> Iterator[Item]:
    if plan.insurance:
        yield Item(say("What plans ask for"), None, (plan.insurance,))
