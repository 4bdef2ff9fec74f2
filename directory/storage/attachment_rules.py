"""What becomes of each table that hangs on listings when one is merged or removed, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# `stays`: under the old id. `moves`: to the listing that stays, or aside where it has one of its
# own. `moves_open`: the same for claims that nobody has decided. `adds_up`: to its sums.
# `set_aside`: kept with the merge until it is taken back.
How = Literal["stays", "moves", "moves_open", "adds_up", "set_aside"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a merge does with the rows of a table; `sums` is the column that adds up."""

    how: How
    why: str
    sums: str = ""


RULES: Mapping[str, Rule] = {
    "search_log": Rule("stays", "it tells the index what changed, and both are told"),
    "import_change": Rule("stays", "an import is taken back by the ids that it wrote"),
    "listing_change": Rule("stays", "a history tells what one listing said, and not another"),
    "import_staged": Rule("stays", "it is applied where the listing is as it was, and told else"),
    "verification": Rule("stays", "taking it back restores one listing, and not another"),
    "roster_finding": Rule("stays", "it is applied where the licenses are as it saw them"),
    "removal": Rule("stays", "only decided wishes are there: an open one stops the merge"),
    "tombstone": Rule("stays", "no import may bring back what was removed, under any id"),
    "claim": Rule("moves_open", "whoever waits for an answer waits for the person, not the row"),
    "correction": Rule("moves", "the wish is about the same person"),
    "license_check": Rule("moves", "the check was of the same person"),
    "evidence": Rule("moves", "the file shows something of the same person"),
    "notice": Rule("moves", "what was found is about the same person"),
    "report_look": Rule("moves", "the calls that were looked at are counted there, too"),
    "sampled_call": Rule("moves", "the call is to the same person"),
    "practice_invitation": Rule("moves", "the invitation was to whoever keeps it"),
    "photo": Rule("moves", "the picture is of the same person"),
    "keeper": Rule("set_aside", "those who keep it keep the other one already"),
    "reminder": Rule("set_aside", "they are reminded of the other one"),
    "section_draft": Rule("set_aside", "a draft is of a whole section of one listing"),
    "practice_member": Rule("set_aside", "only where the other one is in the same practice"),
    "exposure": Rule("adds_up", "it was one person's turn all along", "millionths"),
    "contact_report": Rule("adds_up", "the calls were to one person", "reports"),
    "view_count": Rule("adds_up", "people looked for one person", "count"),
}
# All else goes with a listing that is removed: these tell of the removal itself, are sums that age
# by themselves, or are a file that is forgotten within days.
OUTLIVING = frozenset(
    {
        "contact_report",
        "exposure",
        "import_staged",
        "removal",
        "search_log",
        "tombstone",
        "view_count",
    }
)
# A call still counts when its listing is removed, and names it no longer.
NAMELESS = frozenset({"sampled_call"})
