"""The right kind of service where one provider may not be enough, or not be the first."""

from directory.matching.plan.parts import ProgramOffer, Source
from directory.matching.request import MatchRequest
from directory.vocabulary import LEVELS_OF_CARE
from directory.vocabulary.help_sources import HELP_SOURCES
from directory.vocabulary.programs import PROGRAMS, Program

_LEAST_RANK = LEVELS_OF_CARE["intensive"].rank
# The ages of each group in whole years, both included.
_AGES = {"child": (0, 12), "teen": (13, 17), "adult": (18, 64), "older_adult": (65, 120)}


def programs(request: MatchRequest) -> tuple[ProgramOffer, ...]:
    """Return the services for a level of `intensive` or above, by level, flag, concern and age."""
    if LEVELS_OF_CARE[request.level_of_care].rank > _LEAST_RANK:
        return ()
    return tuple(_offer(program) for program in PROGRAMS if _fits(request, program))


def _fits(request: MatchRequest, program: Program) -> bool:
    youngest, oldest = _ages(request)
    is_of_age = youngest <= program.most_age and oldest >= program.least_age
    return is_of_age and (
        request.level_of_care in program.levels
        or not set(program.flags).isdisjoint(request.safety_flags)
        or not set(program.concerns).isdisjoint(request.concerns)
    )


def _ages(request: MatchRequest) -> tuple[int, int]:
    """Return from and to which age the person may be."""
    return _AGES[request.age_group] if request.age is None else (request.age, request.age)


def _offer(program: Program) -> ProgramOffer:
    found = (HELP_SOURCES[code] for code in program.ask)
    ask = tuple(Source(one.code, one.label, one.call, one.about) for one in found)
    return ProgramOffer(program.code, program.label, program.about, ask, program.source)
