"""Beginning a practice: whoever does so manages it."""

import re
import secrets

from pydantic import TypeAdapter, ValidationError

from directory.errors import Invalid, Problem
from directory.fields import Line
from directory.storage import Practices
from directory.workflows.opening import Directory

LONGEST_NAME = 80  # letters
# A name stands in mails to people who did not ask for them: it must lead nowhere.
_LEADS_AWAY = re.compile(r"://|www\.|@|\w\.[^\W\d_]{2,}")
_LINE = TypeAdapter(Line)


def begin_practice(directory: Directory, account_id: str, name: str) -> str:
    """Begin a practice and return its id; raise Invalid where it cannot be called so."""
    called = practice_name(name)
    id = secrets.token_hex(8)
    with directory.database.writing() as session:
        practices = Practices(session)
        practices.add(id, called, directory.clock())
        practices.add_manager(id, account_id, directory.clock())
    return id


def practice_name(typed: str) -> str:
    """Return the name of a practice, or raise Invalid."""
    name = " ".join(typed.split())
    problem = None
    if not name:
        problem = "Type the name of your practice"
    elif len(name) > LONGEST_NAME:
        problem = f"Shorten the name to {LONGEST_NAME} letters or fewer"
    elif _LEADS_AWAY.search(name):
        problem = "Leave out web and email addresses"
    if problem is None:
        try:
            return _LINE.validate_python(name)
        except ValidationError:
            problem = "Leave out characters that cannot be seen"
    raise Invalid((Problem("name", problem),))
