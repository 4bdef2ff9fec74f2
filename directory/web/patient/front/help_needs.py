"""The needs of the page of help, with the ways to reach their lines."""

from directory.vocabulary.crisis import CRISIS_LINES
from directory.vocabulary.needs import NEEDS, NeedOfHelp
from directory.web.patient.front.help_lines import help_line
from directory.web.patient.front.pages import Need
from directory.web.patient.parts import HelpLine


def needs() -> tuple[Need, ...]:
    """Return every need that a line answers, with the ways to reach its lines."""
    found = (Need(one.id, one.title, one.about, _lines(one)) for one in NEEDS)
    return tuple(need for need in found if need.lines)


def _lines(need: NeedOfHelp) -> tuple[HelpLine, ...]:
    """Return the lines of a need: those that ship in its order, then the operator's own."""
    by_name = {str(line.name): line for line in CRISIS_LINES}
    shipped = [by_name[name] for name in need.lines if name in by_name]
    own = [line for line in CRISIS_LINES if line.need == need.id]
    return tuple(map(help_line, (*shipped, *own)))
