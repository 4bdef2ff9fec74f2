"""The composition root: settings in, an application out."""

import atexit
import gc

from flask_openapi3.openapi import OpenAPI
from flask_wtf.csrf import CSRFProtect

from directory.config import Settings, load_settings
from directory.logs import set_up_logs
from directory.matching import MatchRequest
from directory.resources import resource_folder
from directory.web import (
    access,
    account,
    admin,
    delivery,
    editions,
    errors,
    gate,
    headers,
    health,
    languages,
    provider,
    rate_limits,
    static,
    templating,
)
from directory.web.access import current_directory
from directory.web.admin.imports import limits as upload_limits
from directory.web.api import api
from directory.web.api.openapi import INFO, description
from directory.web.api.refusals import refuse
from directory.web.patient import BESIDE, BLUEPRINTS, WITHOUT_TOKEN
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.opening import Clock, open_directory, utc_now

MAX_BODY = 1_000_000  # bytes
_WARM_UP = MatchRequest(level_of_care="counselling", age_group="adult", state="DC", text="warm up")


def create_app(settings: Settings | None = None, clock: Clock = utc_now) -> OpenAPI:
    """Make the application that the settings describe; raise Unusable where one is missing."""
    settings = settings or load_settings()
    settings.require_secret_key()
    set_up_logs()
    app = OpenAPI(
        "directory",
        info=INFO,
        doc_ui=False,
        static_folder=str(resource_folder("static")),
        validation_error_callback=refuse,
    )
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=MAX_BODY,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=not settings.development,
        WTF_CSRF_TIME_LIMIT=None,
        # No page sends a referrer, so none can be asked for; the token is what protects.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    directory = open_directory(settings, clock)
    editions.init_app(app, directory)
    access.init_app(app, settings, directory)
    templates, static_files = resource_folder("templates"), resource_folder("static")
    templating.set_up_templates(app, templates, static_files, settings.site_name)
    languages.init_app(app, resource_folder("translations"))
    errors.init_app(app)
    headers.init_app(app, secure=not settings.development)
    rate_limits.init_app(app, settings, directory)
    static.init_app(app)
    gate.init_app(app)
    upload_limits.init_app(app, settings)
    _add_routes(app)
    account.init_app(app, settings, directory)
    admin.init_app(app)
    delivery.init_app(app, directory)
    return app


def _add_routes(app: OpenAPI) -> None:
    """Register every blueprint; forms need a token, unless they are told apart in another way."""
    csrf = CSRFProtect(app)
    for blueprint in (api, description):
        csrf.exempt(blueprint)
        app.register_api(blueprint)
    for pages in (languages.choice, *WITHOUT_TOKEN, *provider.WITHOUT_TOKEN):
        csrf.exempt(pages)
    for pages in (
        health.health,
        *BLUEPRINTS,
        *BESIDE,
        *account.BLUEPRINTS,
        *provider.BLUEPRINTS,
        *admin.BLUEPRINTS,
    ):
        app.register_blueprint(pages)


def create_served_app() -> OpenAPI:
    """Make the application for a server, with its slow tables read before the first request."""
    app = create_app()
    # What stays for good need not be looked through whenever memory is tidied up.
    gc.collect()
    gc.freeze()
    with app.test_request_context():
        match_providers(current_directory(), _WARM_UP, is_shown=False)
        atexit.register(current_directory().close)
    return app
