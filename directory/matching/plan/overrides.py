"""How a person has their own way: the fields of a request by which they change what they see."""

from directory.matching.plan.parts import Override
from directory.sentences import say

OVERRIDES = (
    Override(
        "services",
        say(
            "Choose the kind of help: talk, medicine, tests or support. Who may give it stays safe."
        ),
    ),
    Override(
        "order",
        say("Choose who comes first: the closest fit, the soonest, the nearest or the lowest fee."),
    ),
    Override("leave_out", say("Choose what should not count, such as the cost or how you meet.")),
)
