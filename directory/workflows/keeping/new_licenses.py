"""Licences that a keeper adds: they are public as unchecked, and an admin is asked to look."""

from datetime import datetime

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.history import Author
from directory.providers.locked_facts import is_locked
from directory.workflows.desk.license_checks import ask_for_check


def ask_about_new_licenses(
    session: Session, before: Provider, after: Provider, author: Author, at: datetime
) -> None:
    """Put a public listing into the queue of those to be checked where it names another licence."""
    added = [held for held in after.licenses if held not in before.licenses]
    if author.account_id and author.kind != "admin" and not all(map(is_locked, added)):
        ask_for_check(session, after.id, author.account_id, at)
