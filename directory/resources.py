"""The folders that ship beside the package: templates, static files and demo listings."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource_folder(name: str) -> Path:
    """Return a folder of the wheel or, in a checkout, of the repository."""
    in_wheel = _PACKAGE / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / name
