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
    "I practice reparative therapy for men with unwanted same-sex attraction.",
    "My specialty is conversion therapy.",
    "Offering sexual orientation change efforts (SOCE) since 1998.",
    "I provide SOCE.",
    "I help clients move from homosexuality to heterosexuality.",
    "I can cure homosexuality.",
    "Gay to straight counseling.",
    "We offer gay conversion for teens.",
    "Conversion treatment for LGBT youth.",
    "I help men leave the gay lifestyle.",
    "Freedom from homosexuality through prayer.",
    "Christian counselor helping you overcome homosexual feelings.",
    "I help people with gender confusion accept their sex through gender identity change efforts.",
    "I am an ex-gay counselor.",
    "Pray the gay away with us.",
    "Let us pray away the gay together!",
    "Helping you change from gay to straight.",
    "I work to eliminate same-sex attractions.",
    "I help reduce same-sex attraction.",
    "Sexual attraction fluidity exploration in therapy (SAFE-T).",
    "I do not call it conversion therapy, but I help people change their sexual orientation.",
    "Reparative-therapy and faith counseling.",
    "I use conversion therapies that work.",
    "Therapy to restore heterosexuality.",
    "I offer change-allowing therapy for sexual orientation change.",
    "We believe homosexuality can be cured.",
    "I help trans kids become comfortable with their birth sex with conversion therapy.",
    "Change is possible: reorientation therapy.",
    "Conversion counselling, couples work, grief.",
    "I'm proud to offer reparative therapy even though some states ban it.",
    "Conversion therapy is not harmful when done right, and I offer it.",
    "Detransition ministry for those who want to leave their gender identity.",
    "Conversion therapy available, sliding scale.",
    "Certified in reparative therapy.",
    "I help boys with same-sex attraction grow into healthy heterosexual men.",
    "My faith-based program helps people walk away from homosexuality.",
    "Ask me about sexual reorientation counseling.",
    "I specialize in helping LGBT teens become heterosexual.",
    "Using EMDR, I treat same sex attraction.",
    "Biblical counseling for those who struggle with homosexuality and want to change.",
    "We run an Ex-Gay support group.",
    "I can help your child stop being gay.",
    "I can help your son stop being transgender.",
    "I do not shame anyone; I use conversion therapy gently.",
    "I have never lost a client. Conversion therapy works.",
    "Years of conversion therapy experience.",
    "I am trained in conversion therapy and CBT.",
    "I treat depression, anxiety, and homosexuality.",
    "Not sure if you are gay? I offer conversion therapy.",
    "Therapy for unwanted homosexual attractions.",
    "I help people reclaim their God-given gender identity and change their gender identity.",
    "Conversion Therapy | CBT | DBT",
    "I guide men out of homosexuality.",
    "Reparative therapist for Christian families.",
    "Your same-sex attraction can be healed here.",
    "Offering conversion therapy (voluntary only).",
    "Reintegrative therapy for unwanted same-sex attractions.",
    "I do not accept insurance. Reparative therapy by phone.",
    "My conversion therapy program lasts twelve weeks.",
    "We help families whose child says they are gay: conversion therapy for minors.",
    "I use SOCE methods with adults who ask.",
    "I practice what some call conversion therapy.",
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
    "I do not provide conversion therapy of any kind.",
    "Conversion therapy is never offered here.",
    "I don't do conversion therapy.",
    "I am LGBTQ affirming and will never offer reparative therapy.",
    "I am trained to help people who survived conversion therapy.",
    "Recovering from conversion therapy",
    "Religious trauma, including conversion therapy",
    "Specialties: religious trauma, conversion therapy survivors, coming out",
    "I help clients heal from the harm of so-called conversion therapy and purity culture.",
    "I believe conversion therapy is abuse.",
    "As a survivor of ex-gay ministries, I know that road.",
    "I testified against conversion therapy in my state.",
    "I signed the pledge to end conversion therapy.",
    "Opposed to conversion therapy.",
    "I have worked with many people who went through sexual orientation change efforts.",
    "I see ex-gay survivors.",
    "Affirming care. No reparative or conversion therapy.",
    "I will not pray away the gay.",
    "I support the ban on conversion therapy.",
    "We reject conversion therapy, reparative therapy and all attempts to change you.",
    "My practice is free of conversion therapy.",
    "People hurt by conversion therapy find a safe place here.",
    "I help you heal from religious trauma and conversion therapy.",
    "I won't ever try to change your gender identity.",
    "Nobody needs to change their sexual orientation.",
    "You do not need fixing: I do not do conversion therapy.",
    "Unlike conversion therapy, my work affirms you.",
    "Gay affirmative therapy; coming out; same-sex couples.",
    "Becoming a straight-A student.",
    "I was once told to pray the gay away. I know how that hurts.",
    "Neither I nor my colleagues offer conversion therapy.",
    "I help those who face conversion therapy at home.",
    "Conversion therapy (which I do not offer) is unethical.",
    "I treat functional neurological (conversion) disorder.",
    "I am trained in working with conversion therapy survivors and CBT.",
    "I do not, under any circumstances, offer conversion therapy.",
    "Conversion therapy isn't something I offer.",
    "Please note that I don't provide any form of conversion or reparative therapy.",
    "You won't find conversion therapy here.",
    "I help people who grew up with conversion therapy in their church.",
    "I have written about the dangers of conversion therapy.",
    "I consider reparative therapy malpractice.",
    "Sexual orientation change efforts are harmful and I do not use them.",
    "Many years ago I went to an ex-gay program; today I am an affirming therapist.",
    "Therapy for people affected by conversion therapy.",
    "I will help you explore your gender identity at your pace.",
    "I do not see being gay as something to change.",
    "I help straight and gay couples.",
    "Sexual orientation, gender identity, and change in midlife.",
    "I welcome clients of any sexual orientation or gender identity.",
    "Support through changing your name and gender markers.",
    "My clients have been told to overcome their homosexuality. I tell them they are whole.",
    "Life after conversion therapy.",
    "Zero tolerance for conversion therapy.",
    "Help with coming out to straight spouses.",
    "Conversion therapy: never.",
    "I am not an ex-gay therapist.",
    "I offer an alternative to conversion therapy.",
    "I'm an outspoken critic of conversion therapy.",
    "I provide trauma therapy, not conversion therapy.",
    "Affirming of all orientations and gender identities; no SOCE.",
    "My training covers religious abuse and the aftermath of conversion therapy.",
    "Many gay men I see carry shame from reparative therapy.",
    "I co-wrote the state law banning conversion therapy.",
    "If someone offered you conversion therapy, I can help you mend.",
    "I support trans youth and their families.",
    "Conversion therapy is child abuse.",
    "I believe sexual orientation does not need to change.",
]


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_is_found(text: str) -> None:
    assert offers_conversion(text)


@pytest.mark.parametrize("text", REFUSES)
def test_a_refusal_and_help_for_those_who_were_hurt_are_no_offer(text: str) -> None:
    assert not offers_conversion(text)


def test_a_denial_far_away_denies_nothing() -> None:
    near, far = ("I do not " + "gladly " * times + "offer" for times in (20, 40))
    assert not offers_conversion(f"{near} conversion therapy")
    assert offers_conversion(f"{far} conversion therapy")


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
