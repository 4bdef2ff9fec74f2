"""What the patient pages find around them in the application."""

from flask import current_app

from directory.workflows import Directory


def the_directory() -> Directory:
    """Return the directory that this application serves."""
    directory = current_app.extensions["directory"]
    assert isinstance(directory, Directory)
    return directory
