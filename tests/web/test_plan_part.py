"""The plan on the page of results: in brief, with the rest under folds."""

from datetime import date

from flask.testing import FlaskClient

from directory.matching import Plan
from directory.matching.plan.parts import (
    AddOn,
    Approach,
    GroupOffer,
    Pair,
    Person,
    ProgramOffer,
    Source,
    WayOn,
)
from directory.web.patient.pages.parts import Link
from directory.web.patient.pages.plan import Ask, Fold, Item, PairPart
from directory.web.patient.plan_part import anchor, asks_of, plan_part
from tests.web.test_results import results

ANA, BEN = Person("ana", "Ana", 1), Person("ben", "Ben", None)


def folds(level: str = "psychotherapy", **parts: object) -> tuple[Fold, ...]:
    return plan_part(Plan(**parts), level).folds  # type: ignore[arg-type]


def test_an_empty_plan_has_no_folds() -> None:
    found = plan_part(Plan(), "psychotherapy")
    assert found.pair is None
    assert found.folds == ()


def test_a_pair_leads_to_both_and_one_who_is_both_is_named_once() -> None:
    both = plan_part(Plan(pair=Pair(ANA, BEN, "Talk.")), "psychotherapy").pair
    assert both == PairPart("Talk.", (Link("Ana", "#match-1"), Link("Ben", "/providers/ben")))
    one = plan_part(Plan(pair=Pair(ANA, ANA, "Talk.")), "psychotherapy").pair
    assert one == PairPart("Talk.", (Link("Ana", "#match-1"),))
    nobody = plan_part(Plan(pair=Pair(None, None, "Ask.")), "psychotherapy").pair
    assert nobody == PairPart("Ask.", ())


def test_programs_say_where_to_ask_and_are_open_where_they_come_first() -> None:
    source = Source("samhsa", "SAMHSA helpline", "1-800-662-4357", "It is free.")
    program = ProgramOffer("day_program", "Day program", "Help all day.", (source,), "[own]")
    asks = (Ask("SAMHSA helpline: It is free.", Link("Call (800) 662-4357", "tel:18006624357")),)
    item = Item("Day program", None, ("Help all day.",), asks=asks)
    assert folds("intensive", programs=(program,)) == (
        Fold("Programs to ask about", (item,), is_open=True),
    )
    assert not folds("urgent", programs=(program,))[0].is_open


def test_where_a_program_comes_first_so_does_the_plan(client: FlaskClient) -> None:
    page = results(client, concerns=["alcohol"], care_so_far=["relapsed"])
    assert page.index("Programs to ask about") < page.index('id="people"')
    assert page.count("Your plan in brief") == 1


def test_whoever_stands_under_the_fold_is_shown_on_a_page_of_their_own() -> None:
    third, fourth = Person("ana", "Ana", 3), Person("ben", "Ben", 4)
    assert [anchor(third), anchor(fourth)] == ["#match-3", "/providers/ben"]


def test_a_kind_of_therapy_is_told_with_its_note() -> None:
    deep = Approach("PDT", "Psychodynamic therapy", (), "B", "Fits.", "Open.", "You talk.", "Hard.")
    plain = Approach("CBT", "CBT", (), "A", "Fits.", "Short.", "You plan.", None)
    assert folds(approaches=(deep, plain))[0].items == (
        Item("Psychodynamic therapy", None, ("Fits.", "Open. You talk."), ("Hard.",)),
        Item("CBT", None, ("Fits.", "Short. You plan.")),
    )


def test_a_group_is_told_with_its_leader_and_its_day() -> None:
    def told(day: date | None) -> Item:
        group = GroupOffer(
            *(BEN, "Calm", "grief", "process", "grief", 8, 3, None, "Mondays at 6 p.m."),
            *("A group.", "Psychologist", ("First a talk.",), day),
        )
        return folds(groups=(group,))[0].items[0]

    assert told(date(2026, 11, 2)) == Item(
        "Calm",
        Link("Ben", "/providers/ben"),
        (
            "A group.",
            "Mondays at 6 p.m. Led by Ben, Psychologist.",
            "Confirmed on November 2, 2026.",
        ),
        ("First a talk.",),
    )
    assert told(None).lines[2] == "No one has confirmed this."


def test_an_add_on_names_who_offers_it_where_anybody_does() -> None:
    offered = AddOn("YOGA", "Yoga", "You move.", (), (ANA, BEN), "Beside.")
    graded = AddOn("MBSR", "Class", "You sit.", (), (), "Beside.")
    assert folds(add_ons=(offered, graded))[0].items == (
        Item("Yoga", None, ("You move.", "On this list: Ana, Ben."), ("Beside.",)),
        Item("Class", None, ("You sit.",), ("Beside.",)),
    )


def test_insurance_has_a_fold_where_a_plan_is_to_pay() -> None:
    assert folds(insurance="Ask.") == (
        Fold("If your health plan pays", (Item("What plans ask for", None, ("Ask.",)),)),
    )


def test_wishes_are_buttons_and_all_else_that_leads_on_is_listed() -> None:
    ways = (
        WayOn("relaxation", "Leave out.", drop="formats", total=3),
        WayOn("telehealth", "By video.", total=3),
        WayOn("line", "211: Ask.", call="211"),
    )
    assert asks_of(Plan(ways_on=ways)) == (
        Ask("By video.", None),
        Ask("211: Ask.", Link("Call 211", "tel:211")),
    )


def test_the_people_come_before_the_plan(client: FlaskClient) -> None:
    page = results(client)
    assert (
        page.index("What to do first")
        < page.index('id="people"')
        < page.index("Your plan in brief")
    )
    assert "Kinds of therapy that may fit" in page
    assert "Change what counts" in page


def test_a_pair_and_a_group_lead_to_people_on_the_page(client: FlaskClient) -> None:
    both = results(client, on_medication="true")
    assert 'href="#match-1"' in both
    assert 'id="match-1"' in both
    grouped = results(client, concerns=["anger"], **{"coverage.payer": ""})
    assert "Groups beside one-on-one help" not in grouped
