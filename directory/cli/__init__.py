"""The command line."""

from directory.cli.audit import audit_commands, give_role
from directory.cli.commands import main

main.add_command(audit_commands)
main.add_command(give_role)

__all__ = ["main"]
