"""What people answer on their walks through the questions, so that every one is seen."""

from collections.abc import Mapping

from tests.web.walking import Given

LOW = {f"instruments.PHQ4[{place}]": "3" for place in range(4)}
DRINKS = {f"instruments.AUDITC[{place}]": "4" for place in range(3)}
# What a calm person says to the questions that only some are asked.
ALSO = dict.fromkeys(
    ("red_flags.withdrawal_signs", "danger_now.again", "red_flags.overdose_now"), "false"
)
# Two further screens are asked at most, so one walk shows two branches.
WALKS: Mapping[str, Mapping[str, Given]] = {
    "calm": {},
    "low and worried": LOW,
    "after trauma, drinks": {
        "concerns": ["ptsd", "alcohol"],
        "concerns[0]": "ptsd",
        "instruments.PCPTSD5.gate": "1",
        **DRINKS,
    },
    "eats little, afraid": {
        "concerns": ["bulimia"],
        "formats": ["couples"],
        "instruments.HARK[0]": "1",
    },
    "thoughts of death": {"instruments.ASQ[0]": "1"},
    "thoughts of death now": {"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "1"},
    "hears voices": {"red_flags": ["psychosis", "overdose"]},
    "a child": {"for": "child", "age": "9"},
    "a goal": {"concerns": ["habits"], "wants": "tools", "seeks": "growth", "tried_coping": "no"},
    "nobody fits": {
        "state": "AK",
        "zip": "99501",
        "coverage.payer": "cigna",
        "preferences.gender": "female",
    },
    "in danger": {"danger_now": "true"},
}
