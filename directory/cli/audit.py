"""The commands about the audit log and roles, for whoever can reach the server."""

from contextlib import closing

import click

from directory.audit_chain import Mark
from directory.config import load_settings
from directory.documents import audit_csv, audit_json_lines
from directory.errors import Unusable
from directory.roles import ROLES, Role
from directory.storage import Accounts, AuditLog
from directory.workflows import open_directory
from directory.workflows.messages.post_mail import deliver
from directory.workflows.roles.change_role import change_role
from directory.workflows.working.check_audit import check_audit, seal_audit

_WAYS = {"jsonl": audit_json_lines, "csv": audit_csv}


def _mark(_context: object, _option: object, typed: str | None) -> Mark | None:
    """Read a mark as `verify` prints it."""
    if typed is None:
        return None
    count, _, digest = typed.partition(":")
    if not count.isdecimal() or not digest:
        raise click.BadParameter("write it as it was printed, like 312:0a1b2c")
    return Mark(int(count), digest)


@click.group(name="audit")
def audit_commands() -> None:
    """Read and check the log of what those who run the directory changed."""


@audit_commands.command()
@click.option(
    "--at-least",
    "noted",
    metavar="COUNT:HASH",
    callback=_mark,
    help="What an earlier check printed.",
)
def verify(noted: Mark | None) -> None:
    """Check that nothing in the log was changed, removed, moved or slipped in."""
    with closing(open_directory(load_settings())) as directory:
        checked = check_audit(directory, noted)
    if checked.fault:
        raise Unusable(f"the log is not whole. {checked.fault}")
    count = checked.end.count
    entries = "1 entry" if count == 1 else f"{count} entries"
    click.echo(f"{entries}, whole. Note this somewhere else: {checked.end}")


@audit_commands.command()
@click.option("--format", "kind", type=click.Choice(list(_WAYS)), default="jsonl")
def export(kind: str) -> None:
    """Print the log."""
    with (
        closing(open_directory(load_settings())) as directory,
        directory.database.reading() as session,
    ):
        for line in _WAYS[kind](AuditLog(session).oldest()):
            click.echo(line, nl=False)


@audit_commands.command()
@click.confirmation_option(prompt="Do you know what happened, and accept the log as it is?")
def seal() -> None:
    """Seal the log as it is, after a fault or a new SECRET_KEY; the log notes what was found."""
    with closing(open_directory(load_settings())) as directory:
        fault = seal_audit(directory).fault
    click.echo(f"Sealed. {fault}" if fault else "The seal holds. Nothing was done.")


@click.command(name="role")
@click.argument("email")
@click.argument("role", type=click.Choice([*ROLES, "none"]))
def give_role(email: str, role: str) -> None:
    """Give the account of an email address a role, or none: the way round a second admin."""
    new: Role | None = next((one for one in ROLES if one == role), None)
    with closing(open_directory(load_settings())) as directory:
        with directory.database.reading() as session:
            account = Accounts(session).find("email", email)
        if account is None:
            raise Unusable(f"no account has the address {email}")
        change_role(directory, account.id, new, None)
        deliver(directory)
    click.echo("Done. They and the owners have been told by mail.")
