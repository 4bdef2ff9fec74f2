"""Looking at the whole audit log once a day, so that somebody sees when it was tampered with."""

from datetime import timedelta

import structlog

from directory.storage import Vitals
from directory.workflows.opening import Directory
from directory.workflows.working.check_audit import check_audit
from directory.workflows.working.vital_signs import AUDIT

_EVERY = timedelta(days=1)
_log = structlog.get_logger()


def watch_audit(directory: Directory) -> None:
    """Check the log where that was not done for a day, and note what was found."""
    now = directory.clock()
    with directory.database.reading() as session:
        last = Vitals(session).last(AUDIT)
        has_secret = bool(session.info["secret"])
    if not has_secret or (last and timedelta(0) <= now - last.at < _EVERY):
        return
    fault = check_audit(directory).fault
    if fault:
        _log.error("audit_fault", kind=fault.kind)
    with directory.database.writing() as session:
        Vitals(session).note(AUDIT, now, str(fault) if fault else "")
