"""Answers to input that breaks a rule; whoever reports danger also gets the crisis lines."""

from collections.abc import Sequence

from flask import Response, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, TooManyRequests

from directory.errors import Problem, problems_of
from directory.triage import crisis_card, reports_danger
from directory.web.problems import problem_response
from directory.workflows.matching.match_providers import CRISIS_FIRST

_MOST = 100  # problems in one answer


def refuse(error: ValidationError) -> Response:
    """Answer a body or parameters that break the rules of their fields."""
    return refuse_fields(problems_of(error))


def refuse_fields(problems: Sequence[Problem]) -> Response:
    """Answer with what is wrong, field by field, and with the crisis lines where they are due."""
    card = crisis_card("crisis", ()) if _in_danger(request.get_json(silent=True)) else None
    more = {"crisis": card.model_dump()} if card else {}
    return problem_response(422, "Some fields need mending.", problems[:_MOST], **more)


def refuse_too_many(error: TooManyRequests) -> Response:
    """Answer one request too many, with when to ask again, and with the crisis lines where due."""
    card = crisis_card("crisis", ()) if _in_danger(_body()) else None
    more = {"crisis": card.model_dump()} if card else {}
    answer = problem_response(429, error.description or "", (), **more)
    answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _body() -> object:
    try:
        return request.get_json(silent=True)
    except HTTPException:  # far too large
        return None


def _in_danger(body: object) -> bool:
    level = body.get("level_of_care") if isinstance(body, dict) else None
    return reports_danger(body) or (isinstance(level, str) and level in CRISIS_FIRST)
