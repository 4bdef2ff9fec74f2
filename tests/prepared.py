"""What is made once for all the tests of a run, because every test would make it alike."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule, rules

from directory.config import ENGINES, Settings
from directory.workflows import open_directory
from directory.workflows.prepare import initialise


def lay_out(instance: Path, engine: str = ENGINES[0]) -> None:
    """Make an instance folder as `initialise` would: with tables and an index that hold nothing."""
    if not (instance / "directory.db").exists():
        shutil.copytree(_empty_instance(engine).name, instance, dirs_exist_ok=True)


@cache
def _empty_instance(engine: str) -> "TemporaryDirectory[str]":
    """Make an instance folder, which goes when the tests end."""
    folder = TemporaryDirectory()
    environ = {
        "DIRECTORY_ENV": "development",
        "INSTANCE_PATH": folder.name,
        "SECRET_KEY": "none",
        "SEARCH_ENGINE": engine,
    }
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


_Builder = Callable[..., tuple[str, str]]
_compile_builder = Rule._compile_builder
_builders: dict[tuple[object, ...], _Builder] = {}


def remember_routes() -> None:
    """Compile a route once a run, and not anew for every application."""
    rules.parse_converter_args = cache(rules.parse_converter_args)
    Rule._compile_builder = _builder_of  # type: ignore[method-assign]


def _builder_of(rule: Rule, append_unknown: bool = True) -> _Builder:
    """Return what writes the addresses of a route: it knows only the pattern and the defaults."""
    defaults = tuple((rule.defaults or {}).items())
    key = (rule.subdomain, rule.host, rule.rule, rule.merge_slashes, defaults, append_unknown)
    if key not in _builders:
        _builders[key] = _compile_builder(rule, append_unknown)
    return _builders[key]
