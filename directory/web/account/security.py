"""Flask-Security over our own accounts, with none of its pages but ours."""

from typing import Any, cast

from flask import Flask, current_app
from flask_security import Security, user_authenticated

from directory.config import Settings
from directory.web.account.configuration import settings_of_accounts
from directory.web.account.current import begin_session, current_account
from directory.web.account.datastore import AccountStore
from directory.web.account.mailing import PostedMail
from directory.web.account.passwords import Passwords
from directory.web.account.sessions.cookie import open_now
from directory.web.account.tokens import use_clock
from directory.workflows import Directory


def current_security() -> Security:
    """Return the Flask-Security of this application."""
    return cast(Security, current_app.extensions["security"])


def current_store() -> AccountStore:
    """Return the accounts as Flask-Security reads and writes them."""
    return cast(AccountStore, current_security().datastore)


def init_app(app: Flask, settings: Settings, directory: Directory) -> None:
    """Give the application accounts."""
    json = app.json
    app.config.update(settings_of_accounts(directory.clock))
    security = Security(
        app,
        AccountStore(directory),
        register_blueprint=False,
        mail_util_cls=PostedMail,
        password_util_cls=Passwords,
    )
    app.json = json  # the library's own would forget how ours is set up
    security.want_json(lambda _request: False)
    use_clock(security, settings.secret_key, directory.clock)
    _look_only_when_asked(app, security)
    user_authenticated.connect(begin_session, app)
    app.jinja_env.globals["signed_in"] = current_account


def _look_only_when_asked(app: Flask, security: Security) -> None:
    """Read who is signed in where a page asks for it, and from the session alone."""
    app.before_request_funcs[None].remove(security.principal._on_before_request)  # noqa: SLF001
    processors = app.template_context_processors[None]
    processors[:] = [one for one in processors if one.__module__ != "flask_login.utils"]
    login = security.login_manager
    load = login.user_callback
    login.request_loader(None)

    def load_unless_over(id: str) -> Any:
        """Return whose session it is, while the server knows of it."""
        opened = open_now()
        person = load(id) if opened else None
        return person if person and opened and person.id == opened.account_id else None

    login.user_loader(load_unless_over)
