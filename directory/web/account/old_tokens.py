"""Forms that were open for so long that their token is of an earlier session."""

from typing import cast

from flask import current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from directory.web.account.blueprint import pages
from directory.web.errors import http_error
from directory.web.held_form import held_form, is_from_our_page


@pages.errorhandler(CSRFError)
def show_again(error: CSRFError) -> ResponseReturnValue:
    """Show the form again with all that was typed but the password.

    The gate was asked before the token was, and the page's own form asks for the token once more.
    """
    if not is_from_our_page() or request.endpoint is None:
        return http_error(error)
    if request.endpoint == "account.logout":
        return held_form("again", ""), 400
    view = current_app.view_functions[request.endpoint]
    return cast(ResponseReturnValue, view(**(request.view_args or {})))
