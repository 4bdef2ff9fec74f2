"""What the system does, one workflow a file: each joins rooms, and none knows of the web."""

from directory.workflows.opening import Directory, open_directory

__all__ = ["Directory", "open_directory"]
