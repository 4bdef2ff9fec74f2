"""Goals under plain headings, so that nobody has to read twenty in a row."""

_GROUPS = """
Feel better and cope: reduce_symptoms coping_skills cope_daily_stress organisation confidence
  process_change
Get on better with people: relationships communication change_relationship_patterns
Know myself and grow: understand_self understand_triggers personal_growth future_goals
Heal or change something deep: underlying_issues past_events core_beliefs change_patterns
  resolve_trauma treat_condition change_beliefs personality_change
"""
_LINES = [line.partition(": ") for line in _GROUPS.replace("\n  ", " ").strip().splitlines()]
GOAL_GROUPS = tuple((heading, tuple(codes.split())) for heading, _, codes in _LINES)
