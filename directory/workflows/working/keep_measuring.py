"""What is measured every week: the figures of the last, and whom to call in this."""

from directory.providers.view_counts import week_of
from directory.storage import CallSamples, WeeklyFigures
from directory.workflows.accuracy.draw_calls import draw_calls
from directory.workflows.accuracy.take_figures import last_week, take_figures
from directory.workflows.opening import Directory


def keep_measuring(directory: Directory) -> None:
    """Take the figures once a week, and look once a day for listings to call."""
    today = directory.today()
    with directory.database.reading() as session:
        samples = CallSamples(session)
        sample, size = samples.sample(week_of(today)), samples.plan().size
        newest = WeeklyFigures(session).newest_week()
    if newest is None or newest < last_week(directory):
        take_figures(directory)
    if size and (sample is None or sample.looked_on < today):
        draw_calls(directory)
