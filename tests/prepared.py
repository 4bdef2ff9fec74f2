"""What is made once for all the tests of a run, because every test would make it alike."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from directory.config import Settings
from directory.workflows import open_directory
from directory.workflows.prepare import initialise


def lay_out(instance: Path) -> None:
    """Put tables and an index that hold nothing into an instance folder that is not there yet."""
    if not (instance / "directory.db").exists():
        shutil.copytree(_empty_instance().name, instance, dirs_exist_ok=True)


@cache
def _empty_instance() -> "TemporaryDirectory[str]":
    """Make an instance folder, which goes when the tests end."""
    folder = TemporaryDirectory()
    environ = {"DIRECTORY_ENV": "development", "INSTANCE_PATH": folder.name, "SECRET_KEY": "none"}
    directory = open_directory(Settings.from_environment(environ))
    initialise(directory)
    directory.close()
    return folder


class CompiledTemplates(BytecodeCache):
    """Compiled templates, for every application alike."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code
