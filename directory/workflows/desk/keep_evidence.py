"""Attaching files to a listing that show what was found, and deleting them."""

import secrets
from hashlib import sha256

from directory.errors import Conflict, NotFound
from directory.evidence_files import file_name, read_evidence
from directory.providers.evidence import MOST_FILES, Evidence
from directory.roles import Admin
from directory.storage import AuditLog, EvidenceFiles, Providers
from directory.workflows.opening import Directory


def attach_evidence(
    directory: Directory, provider_id: str, admin: Admin, name: str, file: bytes
) -> Evidence:
    """Keep a file with a listing; raise Invalid where its bytes are of no kind that is taken."""
    kind, now = read_evidence(file), directory.clock()
    evidence = Evidence(
        id=secrets.token_hex(12),
        provider_id=provider_id,
        name=file_name(name, kind),
        kind=kind,
        size=len(file),
        sha256=sha256(file).hexdigest(),
        added_at=now,
        added_by=admin.account_id,
    )
    with directory.database.writing() as session:
        Providers(session).one(provider_id)
        files = EvidenceFiles(session)
        if files.count(provider_id) >= MOST_FILES:
            raise Conflict(f"a listing has {MOST_FILES} files at most: delete one first")
        files.add(evidence, file)
        details = {"sha256": evidence.sha256, "size": evidence.size}
        audit = AuditLog(session)
        audit.append(now, admin, "evidence.attached", f"listing/{provider_id}", details)
    return evidence


def delete_evidence(directory: Directory, evidence_id: str, admin: Admin) -> str:
    """Delete a file for good; return the id of its listing."""
    with directory.database.writing() as session:
        found = EvidenceFiles(session).get(evidence_id)
        if found is None:
            raise NotFound(f"there is no file {evidence_id}")
        evidence, _file = found
        EvidenceFiles(session).remove(evidence_id)
        subject, details = f"listing/{evidence.provider_id}", {"sha256": evidence.sha256}
        audit = AuditLog(session)
        audit.append(directory.clock(), admin, "evidence.deleted", subject, details)
    return evidence.provider_id
