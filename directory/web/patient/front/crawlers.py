"""What search engines may read: robots.txt and the map of the site."""

from flask import Blueprint, Response
from markupsafe import escape

from directory.storage import Providers
from directory.web.access import current_directory, current_settings
from directory.web.patient.about.guide import GUIDE, about_the_site
from directory.workflows.accuracy.read_accuracy import is_accuracy_public

pages = Blueprint("crawlers", __name__)

_PUBLIC = ("", "search", "crisis", "about")
# A site map holds at most this many addresses (sitemaps.org, protocol 0.9).
_MOST = 50_000


@pages.get("/robots.txt")
def robots() -> Response:
    """Keep crawlers out of the questions, of searches and of the way out."""
    lines = (
        "User-agent: *",
        "Disallow: /triage",
        "Disallow: /shortlist",
        "Disallow: /leave",
        "Disallow: /search?",
        f"Sitemap: {current_settings().site_url}/sitemap.xml",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@pages.get("/sitemap.xml")
def sitemap() -> Response:
    """List the pages that do not depend on anybody's answers."""
    with current_directory().database.reading() as session:
        ids = Providers(session).published_ids()
    site_pages = about_the_site(is_accuracy_public(current_directory()))
    guide = (link.href.removeprefix("/") for link in (*GUIDE, *site_pages))
    paths = (*_PUBLIC, *guide, *(f"providers/{id}" for id in ids))[:_MOST]
    site = current_settings().site_url
    entries = "".join(f"<url><loc>{escape(f'{site}/{path}')}</loc></url>" for path in paths)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{space}">{entries}</urlset>'
    return Response(text, mimetype="application/xml")
