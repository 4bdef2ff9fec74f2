"""The directory and the settings of the application that is answering."""

from typing import cast

from flask import Flask, current_app

from directory.config import Settings
from directory.workflows import Directory

EXTENSION = "directory"


def current_directory() -> Directory:
    """Return the directory that this application serves."""
    return cast(Directory, current_app.extensions[EXTENSION])


def current_settings() -> Settings:
    """Return the settings of this application."""
    return cast(Settings, current_app.extensions[f"{EXTENSION}.settings"])


def init_app(app: Flask, settings: Settings, directory: Directory) -> None:
    """Give the application the directory that it serves."""
    app.extensions[EXTENSION] = directory
    app.extensions[f"{EXTENSION}.settings"] = settings
