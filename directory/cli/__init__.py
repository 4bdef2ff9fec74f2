"""The command line."""

from directory.cli.commands import main

__all__ = ["main"]
