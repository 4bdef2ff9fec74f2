"""What workflows answer, as the JSON documents of the public interface."""

from directory.documents.audit import audit_csv, audit_json_lines
from directory.documents.imports import write_import_report
from directory.documents.listings import (
    Document,
    provider_document,
    search_document,
    vocabulary_document,
)
from directory.documents.matches import matched_document

__all__ = [
    "Document",
    "audit_csv",
    "audit_json_lines",
    "matched_document",
    "provider_document",
    "search_document",
    "vocabulary_document",
    "write_import_report",
]
