"""Two listings of one person: one as the register has it, one as a clinic wrote it."""

import pytest

from directory.workflows import Directory
from tests.accounts import store_account
from tests.factories import store
from tests.merging.merging import EDITOR, own_listing, register_listing


@pytest.fixture
def two(directory: Directory) -> Directory:
    """A directory that holds both, with an editor and two who may keep listings."""
    store(directory, register_listing(), own_listing())
    with directory.database.writing() as session:
        store_account(session, EDITOR.account_id, "editor@example.org", "editor")
        store_account(session, "account-ana", "ana@example.org")
        store_account(session, "account-ben", "ben@example.org")
    return directory
