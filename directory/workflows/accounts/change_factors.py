"""Changing how an account proves who it is: each change is mailed, and ends all other sessions."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from directory.mail import Mail
from directory.storage import Accounts, AccountSessions, AuditLog, StoredAccount, StoredPasskey
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory

_NO_AUTHENTICATOR = {"tf_primary_method": None, "tf_totp_secret": None, "tf_last_counter": None}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose factors change, and the session in which they do it."""

    account_id: str
    session_id: str


def has_second_factor(account: StoredAccount) -> bool:
    """Tell whether an account is asked for more than its password."""
    return bool(account.tf_totp_secret or account.passkeys)


def set_up_authenticator(
    directory: Directory, owner: Owner, secret: str, counter: int, letter: Mail
) -> None:
    """Give an account an authenticator, in place of any other; its code was used just now."""
    with directory.database.writing() as session:
        values = {
            "tf_primary_method": "authenticator",
            "tf_totp_secret": secret,
            "tf_last_counter": counter,
        }
        Accounts(session).change(owner.account_id, values)
        _tell(session, directory, owner, letter)


def use_counter(directory: Directory, account_id: str, counter: int) -> bool:
    """Use the code of a counter up, and all before it; tell whether it was still unused."""
    with directory.database.writing() as session:
        accounts = Accounts(session)
        account = accounts.get(account_id)
        if account is None or (account.tf_last_counter or 0) >= counter:
            return False
        accounts.change(account_id, {"tf_last_counter": counter})
        return True


def remove_authenticator(directory: Directory, owner: Owner, letter: Mail) -> None:
    """Take the authenticator away."""
    with directory.database.writing() as session:
        Accounts(session).change(owner.account_id, _NO_AUTHENTICATOR)
        _note_absence(session, owner.account_id)
        _tell(session, directory, owner, letter)


def add_passkey(directory: Directory, owner: Owner, passkey: StoredPasskey, letter: Mail) -> None:
    """Keep a new passkey."""
    with directory.database.writing() as session:
        Accounts(session).add_passkey(passkey)
        _tell(session, directory, owner, letter)


def remove_passkey(directory: Directory, owner: Owner, id: str, letter: Mail) -> None:
    """Take a passkey of the account away."""
    with directory.database.writing() as session:
        Accounts(session).delete_passkey(id)
        _note_absence(session, owner.account_id)
        _tell(session, directory, owner, letter)


def renew_recovery_codes(
    directory: Directory, owner: Owner, hashes: Iterable[str], letter: Mail
) -> None:
    """Give an account new recovery codes; those before are worth nothing from now on."""
    with directory.database.writing() as session:
        Accounts(session).change(owner.account_id, {"mf_recovery_codes": tuple(hashes)})
        post(session, letter, directory.clock())


def use_recovery_code(directory: Directory, account_id: str, hash: str, letter: Mail) -> bool:
    """Use a recovery code up and tell the account's owner; tell whether it was one."""
    with directory.database.writing() as session:
        accounts = Accounts(session)
        account = accounts.get(account_id)
        codes = (account.mf_recovery_codes or ()) if account else ()
        if hash not in codes:
            return False
        left = tuple(one for one in codes if one != hash)
        accounts.change(account_id, {"mf_recovery_codes": left})
        post(session, letter, directory.clock())
        return True


def clear_factors(directory: Directory, account: StoredAccount, letter: Mail) -> None:
    """Take every factor and recovery code away, and sign the account out everywhere."""
    with directory.database.writing() as session:
        accounts = Accounts(session)
        for passkey in account.passkeys:
            accounts.delete_passkey(passkey.id)
        accounts.change(account.id, _NO_AUTHENTICATOR | {"mf_recovery_codes": None})
        if account.role:
            subject = f"account/{account.id}"
            AuditLog(session).append(directory.clock(), None, "account.cleared", subject)
        AccountSessions(session).end_all(account.id)
        post(session, letter, directory.clock())


def _note_absence(session: Session, account_id: str) -> None:
    """Where no factor is left, codes that stand in for one and proofs by one mean nothing."""
    account = Accounts(session).get(account_id)
    if account and not account.passkeys:
        AccountSessions(session).forget_passkeys(account_id)
    if account and not has_second_factor(account):
        Accounts(session).change(account_id, {"mf_recovery_codes": None})
        AccountSessions(session).weaken(account_id)


def _tell(session: Session, directory: Directory, owner: Owner, letter: Mail) -> None:
    AccountSessions(session).end_all(owner.account_id, but=owner.session_id)
    post(session, letter, directory.clock())
