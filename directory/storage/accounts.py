"""Accounts and their passkeys. An email address is kept in small letters."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import update
from sqlmodel import Session, col, delete, func, select

from directory.roles import Role
from directory.storage.account_tables import AccountRow, PasskeyRow

# What an account is found by: each belongs to one alone.
Key = Literal["id", "email", "fs_uniquifier", "fs_webauthn_user_handle"]


@dataclass(frozen=True, slots=True)
class StoredPasskey:
    """A passkey as it is stored; `user_id` is the id of its account."""

    id: str
    user_id: str
    name: str
    credential_id: bytes
    public_key: bytes = field(repr=False)
    sign_count: int
    transports: tuple[str, ...] | None
    backup_state: bool
    device_type: str
    extensions: str | None
    usage: str
    created_at: datetime
    lastuse_datetime: datetime


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account as it is stored, with its passkeys; it shows no secret where it is printed."""

    id: str
    email: str = field(repr=False)
    created_at: datetime
    fs_uniquifier: str = field(repr=False)
    fs_webauthn_user_handle: str = field(repr=False)
    confirmed_at: datetime | None = None
    role: Role | None = None
    password: str | None = field(default=None, repr=False)
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = field(default=None, repr=False)
    tf_last_counter: int | None = None
    mf_recovery_codes: tuple[str, ...] | None = field(default=None, repr=False)
    passkeys: tuple[StoredPasskey, ...] = ()


class Accounts:
    """The accounts, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, account: StoredAccount) -> None:
        """Store a new account without passkeys."""
        values = asdict(account)
        del values["passkeys"]
        self._session.add(AccountRow(**_columns(values)))
        self._session.flush()

    def get(self, id: str) -> StoredAccount | None:
        """Return the account of an id, None where there is none."""
        return self.find("id", id)

    def find(self, key: Key, value: str) -> StoredAccount | None:
        """Return the one account that a key names, None where there is none."""
        wanted = value.lower() if key == "email" else value
        row = self._session.exec(
            select(AccountRow).where(getattr(AccountRow, key) == wanted)
        ).one_or_none()
        passkeys = self._passkeys(row.id if row else "")  # also of nobody, which takes as long
        return _stored(row, passkeys) if row else None

    def change(self, id: str, values: Mapping[str, object]) -> None:
        """Write some columns of an account, and leave the others as they are by now."""
        self._session.execute(
            update(AccountRow).where(col(AccountRow.id) == id).values(_columns(values))
        )

    def delete(self, id: str) -> None:
        """Forget an account and its passkeys."""
        self._session.exec(delete(PasskeyRow).where(col(PasskeyRow.user_id) == id))
        self._session.exec(delete(AccountRow).where(col(AccountRow.id) == id))

    def delete_unconfirmed(self, before: datetime) -> None:
        """Forget the accounts begun before a time whose address nobody confirmed."""
        self._session.exec(
            delete(AccountRow).where(
                col(AccountRow.confirmed_at).is_(None), col(AccountRow.created_at) < before
            )
        )

    def count_owners(self) -> int:
        """Return how many accounts may say who has a role."""
        query = select(func.count()).select_from(AccountRow).where(AccountRow.role == "owner")
        return self._session.exec(query).one()

    def with_roles(self) -> tuple[StoredAccount, ...]:
        """Return the accounts that have a role, in the order of their addresses."""
        query = select(AccountRow).where(col(AccountRow.role).is_not(None))
        rows = self._session.exec(query.order_by(col(AccountRow.email))).all()
        return tuple(_stored(row, self._passkeys(row.id)) for row in rows)

    def add_passkey(self, passkey: StoredPasskey) -> None:
        """Store a new passkey."""
        self._session.add(PasskeyRow(**_columns(asdict(passkey))))
        self._session.flush()

    def find_passkey(self, credential_id: bytes) -> StoredPasskey | None:
        """Return the passkey of a credential, None where there is none."""
        query = select(PasskeyRow).where(PasskeyRow.credential_id == credential_id)
        row = self._session.exec(query).one_or_none()
        return _stored_passkey(row) if row else None

    def change_passkey(self, id: str, values: Mapping[str, object]) -> None:
        """Write some columns of a passkey."""
        self._session.execute(
            update(PasskeyRow).where(col(PasskeyRow.id) == id).values(_columns(values))
        )

    def delete_passkey(self, id: str) -> None:
        """Forget a passkey."""
        self._session.exec(delete(PasskeyRow).where(col(PasskeyRow.id) == id))

    def _passkeys(self, account_id: str) -> tuple[StoredPasskey, ...]:
        query = select(PasskeyRow).where(PasskeyRow.user_id == account_id)
        rows = self._session.exec(query.order_by(col(PasskeyRow.created_at)))
        return tuple(map(_stored_passkey, rows))


def _stored(row: AccountRow, passkeys: tuple[StoredPasskey, ...]) -> StoredAccount:
    values = row.model_dump()
    codes = values.pop("mf_recovery_codes")
    return StoredAccount(
        **values,
        mf_recovery_codes=None if codes is None else tuple(codes),
        passkeys=passkeys,
    )


def _stored_passkey(row: PasskeyRow) -> StoredPasskey:
    values = row.model_dump()
    transports = values.pop("transports")
    return StoredPasskey(**values, transports=None if transports is None else tuple(transports))


def _columns(values: Mapping[str, object]) -> dict[str, Any]:
    """Return values as columns take them: lists for tuples, addresses in small letters."""
    columns: dict[str, Any] = {
        key: list(one) if isinstance(one, tuple) else one for key, one in values.items()
    }
    if "email" in columns:
        columns["email"] = str(columns["email"]).lower()
    return columns
