"""What matching does, told row by row for those who check it."""

from collections.abc import Iterable, Iterator, Mapping

from directory.matching import cautions
from directory.matching.plan import approaches as kinds_named
from directory.matching.plan import group_rules, ways_on
from directory.matching.ranking_table import RANKING, RankingTable, lines_of
from directory.providers.freshness import CLOCKS
from directory.vocabulary import (
    CONCERNS,
    KINDS,
    LEVELS_OF_CARE,
    MODALITIES,
    SAFETY_FLAGS,
    THEMES,
    Vocabulary,
)
from directory.vocabulary.approaches import APPROACHES, approaches, exploring
from directory.vocabulary.described import Described, Fact, provenance
from directory.vocabulary.evidence import EVIDENCE, Evidence, sign_off_of
from directory.vocabulary.help_sources import HELP_SOURCES, HelpSource
from directory.vocabulary.lengths import USUAL_LENGTHS, UsualLength
from directory.vocabulary.modalities import Modality
from directory.vocabulary.programs import PROGRAMS, Program
from directory.vocabulary.terms import Term, read_table

_LINES = {row["code"]: row for row in read_table("ranking_lines.csv")}
_SENTENCES = tuple(read_table("matching_sentences.csv"))
_EXPLORING = {"skills": "skills first", "deeper": "looks deeper"}
_TESTED_WITH = {
    "adult": "adults",
    "child": "children",
    "couple": "couples",
    "family": "families",
    "teen": "teens",
}
# How long each confirmed fact counts, which an edition may change.
_CLOCKS = {
    "availability": "Days for which confirmed openings count in full",
    "payers": "Days for which confirmed health plans count in full",
    "locations": "Days for which confirmed places count in full",
}
_OTHER_CLOCKS = "Days for which any other confirmed fact counts in full"
# Figures that no table holds; a change of them is a change of the code.
_LIMITS = (
    (cautions.SOON.days, "Days before a licence ends within which a caution says so"),
    (ways_on.FEW, "With fewer matches than this the plan leads on"),
    (kinds_named.MOST, "Graded kinds of therapy that a plan names at most"),
    (group_rules.MOST, "Groups that a plan names at most"),
)
NOTHING = "none"


def described_figures(table: RankingTable) -> tuple[Described, ...]:
    """Return every line of a ranking table; what an operator changed is told beside it."""
    shipped = lines_of(RANKING)
    return tuple(
        _figure(code, _written(value), _written(shipped[code]))
        for code, value in lines_of(table).items()
    )


def described_limits() -> tuple[Described, ...]:
    """Return the clocks in force, and the figures that stand in the code."""
    return tuple(
        Described(f"F{place}", "", (Fact("Value", str(value)), Fact("Meaning", meaning), *source))
        for place, (value, meaning, source) in enumerate(_limits(), 1)
    )


def described_evidence() -> tuple[Described, ...]:
    """Return every graded pair, in the order of `EVIDENCE`."""
    return tuple(map(_pair, EVIDENCE))


def described_kinds() -> tuple[Described, ...]:
    """Return every kind of therapy with what a session is like and how it goes about its work."""
    return tuple(map(_kind, MODALITIES.values()))


def described_lengths() -> tuple[Described, ...]:
    """Return the usual length of each kind of therapy that has one, in its words."""
    return tuple(_length(code, length) for code, length in USUAL_LENGTHS.items())


def described_programs() -> tuple[Described, ...]:
    """Return every kind of service that a plan may name, with whom it is for."""
    return tuple(map(_program, PROGRAMS))


def described_help_sources() -> tuple[Described, ...]:
    """Return every place to ask that a plan may name."""
    return tuple(map(_help_source, HELP_SOURCES.values()))


def described_groups() -> tuple[Described, ...]:
    """Return the themes and kinds of groups with the words that say what each is."""
    return tuple(map(_group, (*THEMES.values(), *KINDS.values())))


def described_sentences() -> tuple[Described, ...]:
    """Return every sentence that the matcher says; what it fills in is three dots."""
    return tuple(_sentence(place, row) for place, row in enumerate(_SENTENCES, 1))


def _limits() -> Iterator[tuple[int, str, tuple[Fact, Fact]]]:
    ours = provenance("[own] chosen here")
    now, base = CLOCKS(), CLOCKS.base
    for fact, meaning in _CLOCKS.items():
        yield now.days[fact], meaning, _source_of_clock(now.days[fact], base.days[fact])
    yield now.others, _OTHER_CLOCKS, _source_of_clock(now.others, base.others)
    for value, meaning in _LIMITS:
        yield value, meaning, ours


def _source_of_clock(days: int, shipped: int) -> tuple[Fact, Fact]:
    if days == shipped:
        return provenance("[own] chosen here")
    return provenance(f"[own] set by whoever runs this directory; it ships as {shipped}")


def _written(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else f"{value:g}"


def _figure(code: str, value: str, shipped: str) -> Described:
    source = _LINES[code]["source"]
    if value != shipped:
        source = f"[own] set by whoever runs this directory; it ships as {shipped}"
    facts = Fact("Value", value), Fact("Meaning", _LINES[code]["meaning"]), *provenance(source)
    return Described(code, "", facts)


def _pair(row: Evidence) -> Described:
    source, sign_off = provenance(row.source)
    signed = sign_off_of(row)
    if signed:
        sign_off = Fact(sign_off.name, signed.words)
    return Described(
        f"{row.concern}-{row.modality}-{row.population}",
        f"{CONCERNS.label(row.concern)}: {MODALITIES.label(row.modality)}",
        (
            Fact("Grade", row.grade),
            Fact("Tested with", _TESTED_WITH[row.population]),
            source,
            sign_off,
        ),
    )


def _kind(term: Modality) -> Described:
    ways = (
        Fact(factor.replace("_", " ").capitalize(), _any_of(sorted(approaches(term.code, factor))))
        for factor in APPROACHES
    )
    facts = (
        Fact("What the person reads", f"“{term.about}”"),
        *ways,
        Fact("Exploring", _EXPLORING.get(exploring(term.code) or "", NOTHING)),
        *provenance(f"{term.source}; [own] words and ways"),
    )
    return Described(term.code, term.label, facts)


def _length(code: str, length: UsualLength) -> Described:
    facts = Fact("What the person reads", f"“{length.words}”"), *provenance(length.source)
    return Described(code, MODALITIES.label(code), facts)


def _program(program: Program) -> Described:
    facts = (
        Fact("What the person reads", f"“{program.about}”"),
        Fact("At", _labels(LEVELS_OF_CARE, program.levels)),
        Fact("With the flag", _labels(SAFETY_FLAGS, program.flags)),
        Fact("For", _labels(CONCERNS, program.concerns)),
        Fact("Ages", f"{program.least_age} to {program.most_age}"),
        Fact("Where to ask", _any_of(HELP_SOURCES[code].label for code in program.ask)),
        *provenance(program.source),
    )
    return Described(program.code, program.label, facts)


def _help_source(found: HelpSource) -> Described:
    facts = (
        Fact("Call", found.call or NOTHING),
        Fact("What the person reads", f"“{found.about}”"),
        *provenance(found.source),
    )
    return Described(found.code, found.label, facts)


def _group(term: Term) -> Described:
    facts = (
        Fact("What the person reads", f"“{term.about}”"),
        *provenance(f"{term.source}; [own] words"),
    )
    return Described(term.code, term.label, facts)


def _sentence(place: int, row: Mapping[str, str]) -> Described:
    facts = Fact("What the person reads", f"“{row['sentence']}”"), *provenance(row["source"])
    return Described(f"S{place:02}", row["said_in"].replace("_", " "), facts)


def _labels(vocabulary: Vocabulary[Term], codes: Iterable[str]) -> str:
    return _any_of(map(vocabulary.label, codes))


def _any_of(words: Iterable[str]) -> str:
    return "; ".join(words) or NOTHING
