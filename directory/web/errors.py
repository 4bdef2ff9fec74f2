"""Errors become HTTP here and nowhere else: problem+json for programs, a calm page for people."""

from types import TracebackType

import structlog
from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

from directory.errors import Conflict, DirectoryError, Invalid, NotFound, Problem, Unusable
from directory.logs import place_of
from directory.web.moved import moved_listing
from directory.web.problems import problem_response

_STATUS = {NotFound: 404, Conflict: 409, Invalid: 422, Unusable: 503}
_PAGES = frozenset({404, 429})

_ErrorInfo = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]

_log = structlog.get_logger()


def init_app(app: Flask) -> None:
    """Answer every error of the application in the asker's own terms."""
    app.register_error_handler(DirectoryError, _domain_error)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(Exception, _unexpected_error)
    # What a handler of errors raises comes as the original of a server error, logged by then.
    app.log_exception = _log_kind_alone  # type: ignore[assignment,method-assign]
    app.register_error_handler(InternalServerError, _error_of_a_handler)


def _domain_error(error: DirectoryError) -> Response:
    moved = moved_listing() if isinstance(error, NotFound) else None
    if moved is not None:
        return moved
    problems = error.problems if isinstance(error, Invalid) else ()
    detail = "Some fields need mending." if problems else str(error)
    return _answer(_STATUS.get(type(error), 400), detail, problems)


def http_error(error: HTTPException) -> Response:
    """Answer an error of HTTP as the asker reads it."""
    if error.response is not None:
        return make_response(error.response)
    answer = _answer(error.code or 500, error.description or error.name)
    for name, value in error.get_headers(request.environ):
        if name not in {"Content-Type", "Content-Length"}:
            answer.headers[name] = value
    return answer


def _unexpected_error(error: Exception) -> Response:
    _log_kind(type(error), error.__traceback__)
    return _answer(500, InternalServerError.description)


def _error_of_a_handler(error: InternalServerError) -> Response:
    original = error.original_exception
    return _domain_error(original) if isinstance(original, DirectoryError) else http_error(error)


def _log_kind_alone(error: _ErrorInfo) -> None:
    _log_kind(error[0], error[2])


def _log_kind(kind: type[BaseException] | None, traceback: TracebackType | None) -> None:
    """Log no message and no address: they may hold the link of a reply, or what was typed."""
    _log.error(
        "unexpected_error",
        kind=kind.__name__ if kind else None,
        where=place_of(traceback),
        endpoint=request.endpoint,
    )


def _answer(status: int, detail: str, problems: tuple[Problem, ...] = ()) -> Response:
    if request.path.startswith("/api/"):
        return problem_response(status, detail, problems)
    page = status if status in _PAGES else 500 if status >= 500 else 400
    return make_response(render_template(f"errors/{page}.html"), status)
