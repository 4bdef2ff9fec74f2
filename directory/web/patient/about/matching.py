"""How we choose and order people, for everybody: what counts, with every row and its source."""

from itertools import groupby

from directory.matching import RankingTable
from directory.matching.described import (
    described_evidence,
    described_figures,
    described_groups,
    described_help_sources,
    described_kinds,
    described_lengths,
    described_limits,
    described_programs,
    described_sentences,
)
from directory.matching.phrases import TELLING_CONCERNS, TELLING_MODALITIES
from directory.sentences import say
from directory.vocabulary import CONCERNS
from directory.vocabulary.described import Fact
from directory.vocabulary.evidence import EVIDENCE
from directory.web.patient.about.pages import DescribedTable, EvidencePage, MatchingPage

_PLAIN = {
    "need": say("How well they fit what you need"),
    "preference": say("Who they are and how they work, if you have a wish"),
    "time": say("How soon they can see you"),
    "cost": say("What it costs, if you ask"),
    "culture_language": say("Your language and community, if you ask"),
    "access": say("How you meet and how far it is, if you ask"),
    "data_trust": say("How new the facts are"),
}


def matching_page(table: RankingTable) -> MatchingPage:
    """Return what orders people, in short and row by row."""
    tables = (
        DescribedTable("figures", "What each thing is worth", described_figures(table)),
        DescribedTable("limits", "Other figures", described_limits()),
        DescribedTable("lengths", "Usual lengths", described_lengths()),
        DescribedTable("groups", "Groups", described_groups()),
        DescribedTable("programs", "Programs", described_programs()),
        DescribedTable("sources", "Where to ask", described_help_sources()),
        DescribedTable("sentences", "What we say", described_sentences()),
    )
    graded = (*described_evidence(), *described_kinds())
    rows = [*graded, *(row for one in tables for row in one.rows)]
    return MatchingPage(
        weights=tuple(Fact(_PLAIN[name], f"{weight:g}") for name, weight in table.weights),
        urgent_weight=f"{table.urgent.time:g}",
        band_points=f"{table.fairness.band_points:g}",
        of_one_practice=table.fairness.of_one_practice,
        first_places=table.fairness.first_places,
        tables=tables,
        waiting=sum(row.awaits_a_clinician for row in rows),
        rows=len(rows),
    )


def evidence_page() -> EvidencePage:
    """Return the grade of each kind of therapy, without the rows that no page may show."""
    pairs, kinds = described_evidence(), described_kinds()
    shown_kinds = tuple(row for row in kinds if row.code not in TELLING_MODALITIES)
    evidence = _evidence()
    shown = sum(len(one.rows) for one in evidence) + len(shown_kinds)
    return EvidencePage(
        kinds=DescribedTable("kinds", "Kinds of therapy", shown_kinds),
        evidence=evidence,
        hidden=len(pairs) + len(kinds) - shown,
    )


def _evidence() -> tuple[DescribedTable, ...]:
    """Return the graded pairs by concern, but for those that would tell a partner who looks on."""
    rows = zip(EVIDENCE, described_evidence(), strict=True)
    shown = [
        (pair.concern, row)
        for pair, row in rows
        if pair.concern not in TELLING_CONCERNS and pair.modality not in TELLING_MODALITIES
    ]
    return tuple(
        DescribedTable("evidence", CONCERNS.label(concern), tuple(row for _, row in found))
        for concern, found in groupby(shown, key=lambda one: one[0])
    )
