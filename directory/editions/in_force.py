"""Bringing an edition into force in this process, in one place and as a whole."""

from directory.editions import laying_over
from directory.editions.edition import Edition
from directory.providers.freshness import CLOCKS
from directory.vocabulary import CONCERNS, MODALITIES, PAYERS
from directory.vocabulary.crisis import CRISIS_LINES
from directory.vocabulary.edition import InForce, forget_derived
from directory.vocabulary.evidence import SIGN_OFFS

SHIPPED = Edition()
_NOW: InForce[Edition] = InForce(SHIPPED)


def in_force() -> Edition:
    """Return the edition that this process goes by."""
    return _NOW()


def put_in_force(edition: Edition) -> None:
    """Lay an edition over what ships; whoever calls sees to it that nobody reads meanwhile.

    All is worked out before the first thing is replaced, so an error changes nothing.
    """
    concerns, modalities = laying_over.concerns(edition), laying_over.modalities(edition)
    payers, lines = laying_over.payers(edition), laying_over.crisis_lines(edition)
    clocks, sign_offs = laying_over.clocks(edition), laying_over.sign_offs(edition)
    CONCERNS.put(concerns)
    MODALITIES.put(modalities)
    PAYERS.put(payers)
    CRISIS_LINES.put(lines)
    CLOCKS.put(clocks)
    SIGN_OFFS.put(sign_offs)
    _NOW.put(edition)
    forget_derived()
