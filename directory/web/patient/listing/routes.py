"""The page of one provider."""

from flask import Blueprint, make_response
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.providers import Provider
from directory.sentences import say
from directory.storage import Photos, Providers
from directory.web.access import current_directory
from directory.web.patient.listing.pages import RestingPage
from directory.web.patient.listing.profile import profile_of
from directory.web.patient.sessions import this_visit
from directory.web.patient.shortlist.calling import calling
from directory.web.patient.shortlist.kept import shortlist_here
from directory.web.patient.viewing import note_view
from directory.web.rendering import render_page, told
from directory.workflows.messages.send_message import obstacle

pages = Blueprint("listing", __name__)


@pages.get("/providers/<id>")
def provider(id: str) -> str | Reply:
    """Show one public listing, or that it rests; raise NotFound for any other."""
    directory = current_directory()
    with directory.database.reading() as session:
        found = Providers(session).get(id)
        photo = Photos(session).public_names([id]).get(id)
    if found is None or not found.published:
        raise NotFound(f"no listing has the id {id}")
    if not found.is_public:
        return _resting(found)
    note_view("opened", found.id)
    takes_messages = obstacle(directory, found) is None
    page = profile_of(found.as_published(), directory.today(), takes_messages, photo)
    part = calling(found, this_visit(), shortlist_here())
    return render_page("provider.html", page, calling=told(part))


def _resting(provider: Provider) -> Reply:
    """Say to whoever kept the address why there is nothing; for programs it is gone."""
    page = RestingPage(title=say("This listing is resting"), name=provider.name)
    return make_response(render_page("resting.html", page), 404)
