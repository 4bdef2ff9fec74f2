"""How far a person has come and how many questions are left: never backwards, never too much."""

from dataclasses import dataclass

from directory.sentences import Sentence, say, say_many
from directory.web.patient.flow import FLOW, path
from directory.web.patient.questions import Question
from directory.web.patient.routing import may_lead_to_more
from directory.web.patient.visit import Answers

# A question that only some are asked moves the bar a little, and whoever is not asked it jumps on.
_EVERYONE_S, _SOME_S = 4, 1


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a question stands: `done` of FULL before it, `left` questions after it.

    `is_open` where an answer may still lead to more of them.
    """

    number: int
    done: int
    left: int
    is_open: bool

    @property
    def words(self) -> Sentence:
        """Say it in words; only a number that may change is told with "about"."""
        if self.is_open:
            return say_many(
                "Question {number}. About {count} left",
                "Question {number}. About {count} left",
                self.left,
                number=self.number,
            )
        if self.left == 0:
            return say("Question {number}. The last one", number=self.number)
        return say_many(
            "Question {number}. {count} left",
            "Question {number}. {count} left",
            self.left,
            number=self.number,
        )


def progress(answers: Answers, number: int) -> Progress:
    """Return how far the question at this place of the person's path is, counted from 1."""
    steps = path(answers)
    key = steps[number - 1].key
    before = sum(_weight(question) for question in FLOW[: _PLACES[key]])
    return Progress(
        number=number,
        done=before,
        left=len(steps) - number,
        is_open=any(may_lead_to_more(step.key) for step in steps[number - 1 :]),
    )


def _weight(question: Question) -> int:
    return _EVERYONE_S if question.key in _ASKED_OF_EVERYONE else _SOME_S


_PLACES = {question.key: place for place, question in enumerate(FLOW)}
_ASKED_OF_EVERYONE = frozenset(question.key for question in path({}))
FULL = sum(map(_weight, FLOW))
