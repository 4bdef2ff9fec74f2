"""How to begin, as long as nobody real is listed."""

from directory.web.admin.overview.links import IMPORTS, QUEUE
from directory.web.admin.overview.pages import Step
from directory.workflows.working.look_over import Overview

_STEPS = (
    Step(
        "Bring a file: your own table, a state’s list or the public register. You see what"
        " would happen before anything does, and can take all of it back.",
        "Import a file",
        IMPORTS,
    ),
    Step(
        "Look at what came in. New listings can stay hidden until somebody has checked them.",
        "See what waits",
        QUEUE,
    ),
    Step(
        "Keep the worker running: it sends mail and does the long work.",
        command="directory worker",
    ),
    Step("Let the people who are listed claim their page: each page has a link for it."),
)


def steps_of(seen: Overview) -> tuple[Step, ...]:
    """Return the first steps, none where somebody real is listed."""
    return () if seen.has_real_listings else _STEPS
