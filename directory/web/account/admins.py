"""The first owner of a site, whom nobody can invite."""

from flask_security.recoverable import generate_reset_password_token

from directory.storage import AuditLog
from directory.web.access import current_directory, current_settings
from directory.web.account.security import current_security, current_store


def make_admin(email: str) -> str | None:
    """Make the account of an address an owner's; return a link to choose a first password.

    Returns None where the account has a password. Raises EmailValidateException, a ValueError,
    where the text is no address.
    """
    store = current_store()
    address = current_security().mail_util.validate(email)
    person = store.find_user(email=address) or store.new_person(address, None)
    before, person.role = person.role, "owner"
    person.confirmed_at = person.confirmed_at or store.now()
    store.put(person)
    with current_directory().database.writing() as session:
        subject, details = f"account/{person.id}", {"before": before, "after": "owner"}
        AuditLog(session).append(store.now(), None, "role.given", subject, details)
    if person.password is not None:
        return None
    token = generate_reset_password_token(person)
    return f"{current_settings().site_url}/account/reset/{token}"
