"""Where somebody goes on to, which is never another site."""

from urllib.parse import urlsplit

from flask import redirect, request
from flask_security.utils import validate_redirect_url
from werkzeug.wrappers import Response as Reply

AFTER_SIGN_IN = "/my/listing"


def is_local(address: str) -> bool:
    """Tell whether an address is a path of this site, however a browser may read it."""
    return (
        address.startswith("/")
        and not address.startswith(("//", "/\\"))
        and address.isprintable()
        and not urlsplit(address).netloc
        and validate_redirect_url(address)
    )


def next_address() -> str:
    """Return where the person who asks wanted to go, as the form or the address says."""
    wanted = request.form.get("next") or request.args.get("next") or ""
    return wanted if is_local(wanted) else AFTER_SIGN_IN


def go_to(address: str) -> Reply:
    """Send a browser on after a form."""
    return redirect(address, 303)
