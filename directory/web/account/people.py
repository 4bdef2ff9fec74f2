"""Accounts as Flask-Security handles them: objects that change, read from records and compared."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Self

from flask_security import UserMixin, WebAuthnMixin

from directory.roles import Role
from directory.storage import StoredAccount, StoredPasskey


@dataclass(eq=False, kw_only=True)
class Passkey(WebAuthnMixin):  # type: ignore[misc]
    """A passkey; the names of the fields are those of Flask-Security."""

    id: str
    user_id: str
    name: str
    credential_id: bytes
    public_key: bytes = field(repr=False)
    sign_count: int
    transports: list[str] | None
    backup_state: bool
    device_type: str
    extensions: str | None
    usage: str
    created_at: datetime
    lastuse_datetime: datetime
    stored: StoredPasskey | None = field(default=None, repr=False)

    @classmethod
    def of(cls, stored: StoredPasskey) -> Self:
        """Return a stored passkey."""
        return cls(**_values(stored), stored=stored)

    def record(self) -> StoredPasskey:
        """Return the passkey as it is to be stored."""
        return StoredPasskey(**_values(self, StoredPasskey))


@dataclass(eq=False, kw_only=True)
class Person(UserMixin):  # type: ignore[misc]
    """Somebody with an account; the names of the fields are those of Flask-Security."""

    id: str
    email: str = field(repr=False)
    created_at: datetime
    # The library looks for these on the class, so they have to begin with something.
    fs_uniquifier: str = field(default="", repr=False)
    fs_webauthn_user_handle: str = field(default="", repr=False)
    confirmed_at: datetime | None = None
    role: Role | None = None
    password: str | None = field(default=None, repr=False)
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = field(default=None, repr=False)
    tf_last_counter: int | None = None
    mf_recovery_codes: list[str] | None = field(default=None, repr=False)
    webauthn: list[Passkey] = field(default_factory=list)
    stored: StoredAccount | None = field(default=None, repr=False)
    # What the library asks of everybody, and what nobody has here.
    tf_phone_number: None = None
    roles: tuple[()] = ()
    active: bool = True

    @classmethod
    def of(cls, stored: StoredAccount) -> Self:
        """Return a stored account."""
        values = _values(stored)
        passkeys = [Passkey.of(passkey) for passkey in values.pop("passkeys")]
        return cls(**values, webauthn=passkeys, stored=stored)

    def record(self) -> StoredAccount:
        """Return the account as it is to be stored, without its passkeys."""
        return StoredAccount(**_values(self, StoredAccount), passkeys=())


def changed(now: StoredAccount | StoredPasskey, before: object) -> dict[str, object]:
    """Return the fields that are not as they were before."""
    names = (one.name for one in fields(now) if one.name != "passkeys")
    return {
        name: getattr(now, name) for name in names if getattr(now, name) != getattr(before, name)
    }


def _values(of: Any, kind: Any = None) -> dict[str, Any]:
    """Return the values of the fields of a kind: tuples in records, lists in what changes."""
    turned, into = (list, tuple) if kind else (tuple, list)
    names = [one.name for one in fields(kind or of) if not (kind and one.name == "passkeys")]
    values = {name: getattr(of, name) for name in names}
    return {key: into(one) if isinstance(one, turned) else one for key, one in values.items()}
