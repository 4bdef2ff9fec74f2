"""What Flask-Security reads and writes: each write is a short transaction of its own (ADR 0044)."""

import secrets
from datetime import datetime
from typing import Any, cast

from flask_security import RoleMixin, UserDatastore, UserMixin, WebAuthnMixin

from directory.storage import Accounts, AccountSessions
from directory.web.account.people import Passkey, Person, changed
from directory.workflows import Directory


class AccountStore(UserDatastore):  # type: ignore[misc]
    """The accounts of a directory."""

    def __init__(self, directory: Directory) -> None:
        super().__init__(Person, RoleMixin, Passkey)
        self._directory = directory

    def commit(self) -> None:
        """Do nothing: what was put is written."""

    def reload(self, model: Person | Passkey) -> None:
        """Do nothing: what is put is what is stored."""

    def now(self) -> datetime:
        """Return the time by the directory's clock."""
        return self._directory.clock()

    def new_person(self, email: str, password: str | None) -> Person:
        """Return somebody whose account is not stored yet; the password is a hash."""
        return Person(
            id=secrets.token_hex(8),
            email=email,
            created_at=self.now(),
            fs_uniquifier=secrets.token_hex(16),
            fs_webauthn_user_handle=secrets.token_hex(16),
            password=password,
        )

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> Person | None:  # noqa: ARG002
        """Return whom one key names."""
        ((key, value),) = kwargs.items()
        with self._directory.database.reading() as session:
            found = Accounts(session).find(key, str(value))  # type: ignore[arg-type]
        return Person.of(found) if found else None

    def put(self, model: Person | Passkey) -> Person | Passkey:
        """Write what changed of somebody or of a passkey since they were read."""
        with self._directory.database.writing() as session:
            accounts = Accounts(session)
            if isinstance(model, Person):
                _put_person(accounts, AccountSessions(session), model)
            else:
                _put_passkey(accounts, model)
        return model

    def delete(self, model: Person | Passkey) -> None:
        """Forget somebody, or a passkey."""
        with self._directory.database.writing() as session:
            accounts = Accounts(session)
            if isinstance(model, Person):
                accounts.delete(model.id)
            else:
                accounts.delete_passkey(model.id)

    def find_webauthn(self, credential_id: bytes) -> Passkey | None:
        """Return the passkey of a credential."""
        with self._directory.database.reading() as session:
            found = Accounts(session).find_passkey(credential_id)
        return Passkey.of(found) if found else None

    def create_webauthn(self, user: UserMixin, **kwargs: Any) -> None:
        """Store a new passkey of somebody; the names are those of the fields of Passkey."""
        now, person = self.now(), cast(Person, user)
        passkey = Passkey(
            id=secrets.token_hex(8),
            user_id=person.id,
            created_at=now,
            lastuse_datetime=now,
            **{"transports": None, "extensions": None} | kwargs,
        )
        self.put(passkey)
        person.webauthn.append(passkey)

    def delete_webauthn(self, webauthn: WebAuthnMixin) -> None:
        """Forget a passkey."""
        self.delete(cast(Passkey, webauthn))


def _put_person(accounts: Accounts, sessions: AccountSessions, person: Person) -> None:
    """Write what changed of somebody; with the key of their sessions all of those end."""
    record = person.record()
    if person.stored is None:
        accounts.add(record)
    elif values := changed(record, person.stored):
        accounts.change(person.id, values)
        if "fs_uniquifier" in values:
            sessions.end_all(person.id)
    person.stored = record


def _put_passkey(accounts: Accounts, passkey: Passkey) -> None:
    record = passkey.record()
    if passkey.stored is None:
        accounts.add_passkey(record)
    elif values := changed(record, passkey.stored):
        accounts.change_passkey(passkey.id, values)
    passkey.stored = record
