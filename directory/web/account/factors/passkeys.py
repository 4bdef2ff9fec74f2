"""Passkeys: what a browser is asked, and whether its answer is true."""

import hashlib
import secrets
import uuid
from urllib.parse import urlsplit

import webauthn
from flask import request, session
from webauthn.helpers import (
    options_to_json,
    parse_authentication_credential_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from directory.errors import Invalid, Problem
from directory.storage import Accounts, PasskeyChallenges, StoredAccount, StoredPasskey
from directory.web.access import current_directory, current_settings

NAME_LENGTH = 40
_ASKED = "account.passkey"
# How the library says that an answer is no good, or no answer at all.
_UNTRUE = (WebAuthnException, ValueError, KeyError, TypeError)
_BY_FINGER_OR_PIN = UserVerificationRequirement.REQUIRED


def creation_options(account: StoredAccount) -> str:
    """Return, as JSON, what a browser needs to make a passkey that finds its account by itself."""
    options = webauthn.generate_registration_options(
        rp_id=_site_id(),
        rp_name=current_settings().site_name,
        user_id=account.fs_webauthn_user_handle.encode(),
        user_name=account.email,
        user_display_name=account.email,
        challenge=_new_challenge(),
        exclude_credentials=list(map(_descriptor, account.passkeys)),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_BY_FINGER_OR_PIN
        ),
    )
    return options_to_json(options)


def request_options(account: StoredAccount | None) -> str:
    """Return, as JSON, what a browser needs to use a passkey of an account, or any of this site."""
    options = webauthn.generate_authentication_options(
        rp_id=_site_id(),
        challenge=_new_challenge(),
        allow_credentials=list(map(_descriptor, account.passkeys if account else ())),
        user_verification=_BY_FINGER_OR_PIN,
    )
    return options_to_json(options)


def read_new_passkey(account: StoredAccount, name: str, answer: str) -> StoredPasskey:
    """Return the passkey that a browser made; raise Invalid where its answer does not hold."""
    challenge, now = _used_challenge(), current_directory().clock()
    try:
        parsed = parse_registration_credential_json(answer)
        made = webauthn.verify_registration_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=_site_id(),
            expected_origin=_origin(),
            require_user_verification=True,
        )
    except _UNTRUE as error:
        raise _untrue() from error
    if _known(made.credential_id):
        raise _untrue()
    return StoredPasskey(
        id=uuid.uuid4().hex,
        user_id=account.id,
        name=name,
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        transports=tuple(one.value for one in parsed.response.transports or ()),
        backup_state=made.credential_backed_up,
        device_type=made.credential_device_type.value,
        extensions=None,
        usage="first",
        created_at=now,
        lastuse_datetime=now,
    )


def use_passkey(answer: str) -> str:
    """Return the account whose passkey signed what we asked; raise Invalid where none did."""
    directory, challenge = current_directory(), _used_challenge()
    try:
        parsed = parse_authentication_credential_json(answer)
        known = _known(parsed.raw_id)
        if known is None or not _is_handle_of(known, parsed.response.user_handle):
            raise _untrue()
        signed = webauthn.verify_authentication_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=_site_id(),
            expected_origin=_origin(),
            credential_public_key=known.public_key,
            credential_current_sign_count=known.sign_count,
            require_user_verification=True,
        )
    except _UNTRUE as error:
        raise _untrue() from error
    values = {"sign_count": signed.new_sign_count, "lastuse_datetime": directory.clock()}
    with directory.database.writing() as database:
        Accounts(database).change_passkey(known.id, values)
    return known.user_id


def _known(credential_id: bytes) -> StoredPasskey | None:
    with current_directory().database.reading() as database:
        return Accounts(database).find_passkey(credential_id)


def _is_handle_of(passkey: StoredPasskey, handle: bytes | None) -> bool:
    """Tell whether a browser that names an account names the passkey's own."""
    with current_directory().database.reading() as database:
        account = Accounts(database).get(passkey.user_id)
    return handle is None or bool(account and account.fs_webauthn_user_handle.encode() == handle)


def _new_challenge() -> bytes:
    """Return what is to be signed: known to this browser, and answered once at most."""
    challenge, directory = secrets.token_urlsafe(32).encode(), current_directory()
    with directory.database.writing() as database:
        PasskeyChallenges(database).add(_hash(challenge), directory.clock())
    session[_ASKED] = challenge.decode()
    return challenge


def _used_challenge() -> bytes:
    challenge, directory = str(session.pop(_ASKED, "")).encode(), current_directory()
    with directory.database.writing() as database:
        if not PasskeyChallenges(database).use(_hash(challenge), directory.clock()):
            raise _untrue()
    return challenge


def _hash(challenge: bytes) -> str:
    return hashlib.sha256(challenge).hexdigest()


def _untrue() -> Invalid:
    message = "That did not work, or took longer than five minutes. Please try again."
    return Invalid((Problem("credential", message),))


def _descriptor(passkey: StoredPasskey) -> PublicKeyCredentialDescriptor:
    known = passkey.transports or ()
    ways = [one for one in AuthenticatorTransport if one.value in known]
    return PublicKeyCredentialDescriptor(id=passkey.credential_id, transports=ways)


def _origin() -> str:
    """Return the address that passkeys are bound to; in development the one that was asked."""
    settings = current_settings()
    return (request.host_url if settings.development else settings.site_url).rstrip("/")


def _site_id() -> str:
    return urlsplit(_origin()).hostname or ""
