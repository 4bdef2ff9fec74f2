"""Checking the audit log, and sealing it again once people have looked at what was found."""

from dataclasses import dataclass

from directory.audit_chain import Fault, Mark, first_fault
from directory.errors import Unusable
from directory.storage import AuditLog
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class CheckedLog:
    """The end of the log, to be noted somewhere else, and the first thing that is wrong with it."""

    end: Mark
    fault: Fault | None


def check_audit(directory: Directory, noted: Mark | None = None) -> CheckedLog:
    """Read the whole log and check it, where asked against a mark that was noted elsewhere.

    Raises Unusable where there is no SECRET_KEY, without which no seal can be checked.
    """
    with directory.database.reading() as session:
        secret = str(session.info["secret"])
        if not secret:
            raise Unusable("SECRET_KEY is missing: without it the seal cannot be checked")
        log = AuditLog(session)
        return CheckedLog(log.end(), first_fault(log.links(), log.head(), secret, noted))


def seal_audit(directory: Directory) -> CheckedLog:
    """Seal the end of the log as it is, and note in it what was wrong; return that."""
    checked = check_audit(directory)
    fault = checked.fault
    if fault:
        details = {"fault": fault.kind, "first": fault.first, "last": fault.last}
        with directory.database.writing() as session:
            log = AuditLog(session)
            log.append(directory.clock(), None, "audit.sealed", "audit", details)
            log.seal_end()
    return checked
