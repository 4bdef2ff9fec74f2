"""Nobody who offers conversion practices is listed; whoever says no to them is."""

import pytest
from pydantic import ValidationError

from directory.errors import FieldError, problems_of
from directory.providers.conversion import offers_conversion
from directory.providers.rules import conversion_practices_are_ruled_out
from tests.factories import make_coach, make_provider, make_unclaimed

OFFERS = [
    "I offer conversion therapy.",
    "Conversion therapy",
    "Specialties: grief, reparative therapy, couples",
    "I am a Reparative Therapist.",
    "We provide sexual orientation change efforts for adults.",
    "Trained in gender identity change efforts",
    "I lead an ex-gay ministry.",
    "Ex gay myself, I walk with you.",
    "Together we pray away the gay.",
    "We are praying the gay away.",
    "Help with unwanted same-sex attraction",
    "Freedom from unwanted same sex attractions and shame.",
    "I help people overcome same-sex attraction.",
    "My work is healing homosexuality through faith.",
    "I can help you change your sexual orientation.",
    "I help teens in changing their gender identity.",
    "You can become straight.",
    "Sexual reorientation therapy in a caring room.",
    "Reorientation counseling for men",
    "I do not judge. I offer conversion therapy.",
    "I do not judge, and I offer conversion therapy.",
    "I do not judge and offer conversion therapy.",
    "I not only pray with you, I also offer reparative therapy.",
    "I am not afraid to offer conversion therapy.",
    "There is no shame in conversion therapy.",
    "I treat trauma and offer conversion therapy.",
    "I offer conversion therapy without pressure.",
    "I offer conversion therapy to heal the trauma behind it.",
    "I have 20 years of work in conversion–therapy.",
    "CONVERSION\n  THERAPY\nfor families. conversion   therapy for all",
    "I am against haste, but I offer conversion therapy.",
    "Survivors of loss are welcome; I practice conversion therapy.",
    "Sexual orientation and gender identity change efforts offered here",
]
REFUSES = [
    "",
    "I help people who feel anxious.",
    "I do not offer conversion therapy.",
    "I don’t offer conversion therapy.",
    "I never practise conversion therapy or reparative therapy.",
    "We do not practice, support, or refer for conversion therapy.",
    "No conversion therapy here.",
    "I oppose conversion therapy.",
    "I refuse to do reparative therapy.",
    "I stand against conversion practices.",
    "Survivors of conversion therapy are welcome.",
    "I specialize in survivors of conversion therapy.",
    "I offer support to survivors of conversion therapy.",
    "I offer help to people who were harmed by conversion therapy.",
    "Healing from conversion therapy and other church programs",
    "I work with the trauma of ex-gay ministries.",
    "Many of my clients were sent to conversion therapy as teens.",
    "I left the ex-gay movement and now help others who did.",
    "Support for conversion therapy survivors",
    "Conversion therapy is harmful.",
    "Conversion therapy does not work.",
    "Conversion therapy has no place in my office.",
    "Conversion therapy is something I do not offer.",
    "Recovery after attempts to change their sexual orientation.",
    "I will not try to change your sexual orientation.",
    "Nobody can change your gender identity, and I won't try.",
    "I treat conversion disorder and unexplained pain.",
    "A reparative relationship can heal; so can reparative parenting.",
    "Questions of sexual orientation and gender identity are welcome.",
    "I am a gay man and I work with gay men.",
    "I tell it straight.",
    "I help heal the wounds that homophobia leaves.",
    "Career change, conversion of old habits into new ones.",
    "I help with changing their gender identity documents.",
    "I endured conversion therapy myself.",
]


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_is_found(text: str) -> None:
    assert offers_conversion(text)


@pytest.mark.parametrize("text", REFUSES)
def test_a_refusal_and_help_for_those_who_were_hurt_are_no_offer(text: str) -> None:
    assert not offers_conversion(text)


def refusal(make, **changes):
    with pytest.raises(ValidationError) as refused:
        make(**changes)
    ((field, message),) = [(one.field, one.message) for one in problems_of(refused.value)]
    return field, message


@pytest.mark.parametrize("make", [make_provider, make_coach, make_unclaimed])
def test_whoever_says_that_they_offer_conversion_practices_is_not_listed(make) -> None:
    assert refusal(make, offers_conversion_practices=True) == (
        "offers_conversion_practices",
        "nobody is listed who offers conversion practices",
    )
    assert make(offers_conversion_practices=False).offers_conversion_practices is False
    assert make().offers_conversion_practices is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("bio", "I help people. I offer conversion therapy."),
        ("name", "Reparative Therapy of Reno"),
        ("practice", {"id": "p", "name": "Ex-Gay Ministry"}),
    ],
)
def test_a_text_that_offers_them_is_refused_by_the_name_of_its_field(field, value) -> None:
    assert refusal(make_provider, **{field: value}) == (
        field,
        (
            "this reads as an offer of a conversion practice, and nobody is listed who offers one: "
            "if you do not, say so plainly"
        ),
    )


@pytest.mark.parametrize("text", ["name", "schedule"])
def test_a_group_that_offers_them_is_refused(text) -> None:
    group = {"name": "Men", "theme": "other", "kind": "process", "seats": 8, "open": 2}
    group |= {"schedule": "Mondays"} | {text: "Leaving homosexuality"}
    assert refusal(make_provider, formats=["group"], groups=[group])[0] == "groups"


def test_a_bio_that_says_no_to_them_is_welcome() -> None:
    assert make_provider(bio="I do not offer conversion therapy.").bio


@pytest.mark.parametrize("answer", [None, False])
def test_whoever_publishes_a_listing_says_that_they_offer_none(answer) -> None:
    provider = make_provider(offers_conversion_practices=answer)
    if answer is False:
        conversion_practices_are_ruled_out(provider)
        return
    with pytest.raises(FieldError, match="say that you offer no conversion practices") as refused:
        conversion_practices_are_ruled_out(provider)
    assert refused.value.field == "offers_conversion_practices"
