"""The tables of accounts and their passkeys."""

from datetime import datetime

from sqlalchemy import JSON, LargeBinary, Text
from sqlmodel import Field, SQLModel

from directory.storage.tables import UtcDateTime


class AccountRow(SQLModel, table=True):
    """A person who may sign in; the names with a prefix are those of Flask-Security."""

    __tablename__ = "account"

    id: str = Field(primary_key=True)
    email: str = Field(unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    role: str | None = None
    password: str | None = None
    fs_uniquifier: str = Field(unique=True)
    fs_webauthn_user_handle: str = Field(unique=True)
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = Field(default=None, sa_type=Text)
    tf_last_counter: int | None = None
    mf_recovery_codes: list[str] | None = Field(default=None, sa_type=JSON)


class PasskeyRow(SQLModel, table=True):
    """A passkey of an account: the public half alone."""

    __tablename__ = "passkey"

    id: str = Field(primary_key=True)
    user_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    name: str
    credential_id: bytes = Field(sa_type=LargeBinary, unique=True)
    public_key: bytes = Field(sa_type=LargeBinary)
    sign_count: int
    transports: list[str] | None = Field(default=None, sa_type=JSON)
    backup_state: bool
    device_type: str
    extensions: str | None = None
    usage: str
    created_at: datetime = Field(sa_type=UtcDateTime)
    lastuse_datetime: datetime = Field(sa_type=UtcDateTime)


class AddressChangeRow(SQLModel, table=True):
    """A change of an account's address; of the links that go on with it only hashes are kept."""

    __tablename__ = "address_change"

    id: int | None = Field(default=None, primary_key=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    old_email: str
    new_email: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    is_done: bool = False
    confirm_hash: str = Field(unique=True)
    stop_hash: str = Field(unique=True)
