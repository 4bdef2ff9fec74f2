"""Logs with an allow-list: what is not on it never reaches a line, whatever code passes it in."""

import sys
from types import TracebackType

import structlog
from structlog.typing import EventDict, WrappedLogger

ALLOWED = frozenset(
    {"event", "level", "timestamp", "kind", "where", "endpoint", "count", "seconds"}
)


def only_allowed(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Drop every field that is not on the list; a patient's words could be in any of them."""
    return {name: value for name, value in event.items() if name in ALLOWED}


def set_up_logs() -> None:
    """Write logs as JSON lines to standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def place_of(traceback: TracebackType | None) -> str:
    """Return the file and line in which an error was raised, without any value."""
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    if traceback is None:
        return "unknown"
    return f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}"
