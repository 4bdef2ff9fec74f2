"""Whether the directory is up, part by part, and where each is mended."""

from collections.abc import Iterator
from datetime import timedelta

from directory.storage import ImportBatch
from directory.web.admin.amounts import bytes_words, counted, span_words
from directory.web.admin.overview.links import AUDIT, DUPLICATES, IMPORTS, LISTINGS, WORDS
from directory.web.admin.overview.pages import Part, State
from directory.web.times import told_time
from directory.workflows.working.look_over import Overview
from directory.workflows.working.vital_signs import SILENT

_MAIL_IS_SLOW, _MAIL_IS_STUCK = timedelta(minutes=10), timedelta(hours=6)
_DISK_IS_LOW, _DISK_IS_FULL = 2 * 10**9, 5 * 10**8  # bytes
# By the first word of a kind of job: where it was asked for.
_WORK = {
    "import": ("See the imports", IMPORTS),
    "duplicates": ("See the duplicates", DUPLICATES),
    "edition": ("See the words", WORDS),
}
_AUDIT_IS_OLD = timedelta(days=2)


def parts_of(seen: Overview) -> Iterator[Part]:
    """Yield the parts of the site."""
    yield _database(seen)
    yield _index(seen)
    yield _worker(seen)
    yield _mail(seen)
    yield _jobs(seen)
    yield _disk(seen)
    yield _import(seen)
    yield _audit(seen)


def _database(seen: Overview) -> Part:
    listings = seen.listings
    says = (
        f"It answers. It holds {counted(listings.whole, 'listing')}: patients see"
        f" {listings.public:,}, {listings.hidden:,} are hidden, somebody keeps {listings.kept:,}."
    )
    return Part("Database", "good", says, "See the listings", LISTINGS)


def _index(seen: Overview) -> Part:
    held, public = seen.index.held, seen.listings.public
    if held is None:
        says = f"It does not answer: {seen.index.trouble}."
        return Part("Search", "broken", says, command="directory reindex")
    if held != public:
        says = f"Patients may see {counted(public, 'listing')}, and it holds {held:,}."
        return Part("Search", "look", says, command="directory reindex")
    return Part("Search", "good", "It finds every listing that patients may see.")


def _worker(seen: Overview) -> Part:
    without = "Without it no mail goes out, no import runs and nothing stale is hidden."
    if seen.worker is None:
        says = f"None has run yet. {without}"
        return Part("Worker", "broken", says, command="directory worker")
    silent = seen.now - seen.worker.at
    if silent > SILENT:
        says = f"It gave no sign of life for {span_words(silent)}. {without}"
        return Part("Worker", "broken", says, command="directory worker")
    return Part("Worker", "good", "It works, and was heard of a moment ago.")


def _mail(seen: Overview) -> Part:
    mail = seen.mail
    if not seen.has_mailer:
        says = "None is sent, for MAIL_URL is not set: nobody can sign up or be reminded."
        return Part("Mail", "look", says)
    if mail.since is None:
        return Part("Mail", "good", "None waits.")
    waited = seen.now - mail.since
    says = (
        f"{counted(mail.count, 'mail waits', 'mails wait')}, the oldest for {span_words(waited)}."
    )
    if waited < _MAIL_IS_SLOW:
        return Part("Mail", "good", says)
    state: State = "broken" if waited > _MAIL_IS_STUCK else "look"
    hint = "Look whether the worker runs and the mail server of MAIL_URL takes mail."
    return Part("Mail", state, f"{says} {hint} After a day mail is dropped.")


def _jobs(seen: Overview) -> Part:
    going = len(seen.waiting) + len(seen.running)
    rest = f" {counted(going, 'job waits or runs', 'jobs wait or run')}." if going else ""
    if seen.failed:
        last = seen.failed[0]
        failed = counted(len(seen.failed), "job")
        says = (
            f"{failed} failed in the last 7 days. The last one said: {last.note.rstrip('.')}.{rest}"
        )
        link, href = _WORK.get(last.kind.partition(".")[0], ("", ""))
        return Part("Long work", "look", says, link, href)
    return Part("Long work", "good", f"Nothing failed in the last 7 days.{rest}")


def _disk(seen: Overview) -> Part:
    free = seen.disk.free
    says = f"{bytes_words(free)} of {bytes_words(seen.disk.whole)} are free."
    if free < _DISK_IS_FULL:
        return Part("Disk", "broken", f"{says} Soon nothing can be saved: make room now.")
    if free < _DISK_IS_LOW:
        return Part("Disk", "look", f"{says} Make room before the next large import.")
    return Part("Disk", "good", says)


def _import(seen: Overview) -> Part:
    last, undone = seen.last_import, seen.last_undone
    taken = f" The last one taken back: {_undone(undone)}." if undone else ""
    if last is None:
        return Part("Last import", "none", "Nothing was imported yet.", "Import a file", IMPORTS)
    done = (
        f"{told_time(last.imported_at)}: {last.name or last.format}, {last.created:,} new and"
        f" {last.updated:,} changed."
    )
    if last.ended_at is None:
        says = f"{done} It still runs, or broke off.{taken}"
        return Part("Last import", "look", says, "See the imports", IMPORTS)
    return Part("Last import", "good", f"{done}{taken}", "See the imports", IMPORTS)


def _undone(batch: ImportBatch) -> str:
    at = told_time(batch.undone_at) if batch.undone_at else ""
    return f"{batch.name or batch.format}, {at}"


def _audit(seen: Overview) -> Part:
    checked = seen.audit
    if checked is None:
        says = "Not checked yet. The worker does it once a day."
        return Part("Audit log", "none", says, "See the log", AUDIT)
    when = f"Checked {told_time(checked.at)}"
    if checked.note:
        return Part("Audit log", "broken", f"{when}. {checked.note}", "See the log", AUDIT)
    state: State = "look" if seen.now - checked.at > _AUDIT_IS_OLD else "good"
    return Part("Audit log", state, f"{when}: every entry is in its place.", "See the log", AUDIT)
