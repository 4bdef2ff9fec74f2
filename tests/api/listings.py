"""The listings that the API's tests search and match: a few people in California and Nevada."""

from directory.providers import Provider
from tests.factories import make_coach, make_license, make_npi, make_provider, make_unclaimed
from tests.matching.asking import holder_of, prescriber

NEVADA = [{"city": "Reno", "state": "NV", "zip": "89501"}]


def unclaimed(number: int, **changes: object) -> Provider:
    """Return the n-th listing that a register names in Nevada."""
    npi = make_npi(number)
    held = {"state": "NV", "status": "unverified", "expires": None, "verified_at": None}
    licenses = [make_license(**held)]
    facts = {"id": f"npi-{npi}", "npi": npi, "licenses": licenses, "locations": NEVADA}
    return make_unclaimed(**facts | changes)


def _in_training_in_maine(**void: str) -> dict[str, object]:
    """Return somebody whose full licence is void, and who has one that is not independent."""
    void_one = make_license(state="ME", **void)
    training = {"license": "associate", "title": "LMSW-CC", "status": "unverified"}
    return {"licenses": [void_one, make_license(state="ME", **training)]}


def everyone() -> list[Provider]:
    return [
        make_provider(),
        make_provider(id="ben-okafor", name="Ben Okafor", gender="male", payers=["cigna"]),
        make_provider(
            id="carla-diaz",
            name="Carla Diaz",
            languages=["en", "es"],
            concerns=["panic", "grief"],
            accepts_suicidality=True,
            availability={"accepting": "waitlist", "next_opening_days": 30},
        ),
        make_provider(id="dora-couple", name="Dora Lind", formats=["couples"]),
        make_provider(id="eve-full", name="Eve Full", availability={"accepting": "no"}),
        holder_of("pmhnp", id="finn-nurse", name="Finn Moss", demo=True),
        prescriber(id="gia-psychiatrist", name="Gia Marsh", concerns=["panic"]),
        holder_of("associate", id="hal-associate", name="Hal Reyes"),
        make_provider(id="ivy-nevada", name="Ivy Nevin", licenses=[make_license(state="NV")]),
        make_coach(),
        make_provider(id="hidden", name="Not Public", published=False),
        *(unclaimed(number) for number in range(7)),
        unclaimed(7, **_in_training_in_maine(status="revoked")),
        unclaimed(8, **_in_training_in_maine(status="unverified", expires="2026-01-01")),
    ]
