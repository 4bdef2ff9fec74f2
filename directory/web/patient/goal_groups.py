"""Goals under plain headings, so that nobody has to read twenty in a row."""

from directory.sentences import say

_GROUPS = (
    (
        say("Feel better and cope"),
        "reduce_symptoms coping_skills cope_daily_stress organisation confidence process_change",
    ),
    (say("Get on better with people"), "relationships communication change_relationship_patterns"),
    (
        say("Know myself and grow"),
        "understand_self understand_triggers personal_growth future_goals",
    ),
    (
        say("Heal or change something deep"),
        (
            "underlying_issues past_events core_beliefs change_patterns resolve_trauma "
            "treat_condition change_beliefs personality_change"
        ),
    ),
)
GOAL_GROUPS = tuple((heading, tuple(codes.split())) for heading, codes in _GROUPS)
