"""Who is signed in, in which browser: kept on the server, so that ending a session ends it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, delete, select, update

from directory.storage.signing_in_tables import AccountSessionRow
from directory.storage.tokens import hash_of_token

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AccountSession:
    """A browser that is signed in to an account.

    `is_strong`: a second factor was used there since; `by_passkey`: that was a passkey.
    """

    id: str
    account_id: str
    browser: str
    opened_at: datetime
    seen_at: datetime
    proved_at: datetime
    is_strong: bool
    by_passkey: bool


class AccountSessions:
    """The sessions of accounts, within one session of the database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(
        self,
        token: str,
        account_id: str,
        browser: str,
        now: datetime,
        *,
        is_strong: bool,
        by_passkey: bool = False,
    ) -> AccountSession:
        """Sign an account in with the token of a new cookie, of which only a hash is kept."""
        self._session.exec(delete(AccountSessionRow).where(_is_over(now)))
        row = AccountSessionRow(
            id=hash_of_token(token),
            account_id=account_id,
            browser=browser,
            opened_at=now,
            seen_at=now,
            proved_at=now,
            is_strong=is_strong,
            by_passkey=by_passkey,
        )
        self._session.add(row)
        return _session_of(row)

    def get(self, token: str, now: datetime) -> AccountSession | None:
        """Return the session that a cookie's token opens, or None where it is over."""
        row = self._session.exec(
            select(AccountSessionRow).where(
                AccountSessionRow.id == hash_of_token(token), ~_is_over(now)
            )
        ).first()
        return _session_of(row) if row else None

    def of_account(self, account_id: str, now: datetime) -> tuple[AccountSession, ...]:
        """Return where an account is signed in, last seen first."""
        rows = self._session.exec(
            select(AccountSessionRow)
            .where(AccountSessionRow.account_id == account_id, ~_is_over(now))
            .order_by(col(AccountSessionRow.seen_at).desc(), AccountSessionRow.id)
        )
        return tuple(map(_session_of, rows))

    def note_seen(self, id: str, now: datetime) -> None:
        """Note that a session was used."""
        self._change(id, seen_at=now)

    def note_proof(
        self, id: str, now: datetime, *, is_strong: bool, by_passkey: bool = False
    ) -> None:
        """Note that whoever sits there has just proved again who they are."""
        self._change(id, proved_at=now, is_strong=is_strong, by_passkey=by_passkey)

    def weaken(self, account_id: str) -> None:
        """Count no session of an account as strong any longer: there is no second factor left."""
        self._change_all(account_id, is_strong=False, by_passkey=False)

    def forget_passkeys(self, account_id: str) -> None:
        """Count no session of an account as proved by a passkey: there is none left."""
        self._change_all(account_id, by_passkey=False)

    def end(self, account_id: str, id: str) -> bool:
        """End one session of an account; tell whether there was one."""
        return self._end(
            (col(AccountSessionRow.account_id) == account_id) & (col(AccountSessionRow.id) == id)
        )

    def end_all(self, account_id: str, but: str | None = None) -> bool:
        """End all sessions of an account, or all but the one with an id."""
        theirs = col(AccountSessionRow.account_id) == account_id
        return self._end(theirs & (col(AccountSessionRow.id) != but) if but else theirs)

    def _change(self, id: str, **values: object) -> None:
        found = update(AccountSessionRow).where(col(AccountSessionRow.id) == id)
        self._session.exec(found.values(**values))

    def _change_all(self, account_id: str, **values: object) -> None:
        theirs = update(AccountSessionRow).where(col(AccountSessionRow.account_id) == account_id)
        self._session.exec(theirs.values(**values))

    def _end(self, which: ColumnElement[bool]) -> bool:
        return self._session.exec(delete(AccountSessionRow).where(which)).rowcount > 0


def _is_over(now: datetime) -> ColumnElement[bool]:
    return or_(
        col(AccountSessionRow.seen_at) <= now - IDLE,
        col(AccountSessionRow.opened_at) <= now - LONGEST,
    )


def _session_of(row: AccountSessionRow) -> AccountSession:
    return AccountSession(
        id=row.id,
        account_id=row.account_id,
        browser=row.browser,
        opened_at=row.opened_at,
        seen_at=row.seen_at,
        proved_at=row.proved_at,
        is_strong=row.is_strong,
        by_passkey=row.by_passkey,
    )
