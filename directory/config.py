"""Settings, read from the environment in this one place."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from directory.errors import Unusable

ENGINES = ("columns", "whoosh")
SWITCH = ("on", "off")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a deployment decides; docs/configuration.md tells of each."""

    environment: str
    instance_path: Path
    database_url: str
    secret_key: str
    site_name: str
    site_url: str
    port: int
    workers: int
    search_engine: str
    ranking_file: Path | None
    rate_limit: bool
    trusted_proxies: int
    mail_url: str
    mail_from: str
    upload_limit_mb: int

    @property
    def development(self) -> bool:
        """Whether this is a developer's own machine, where plain HTTP and demo keys are fine."""
        return self.environment == "development"

    @property
    def index_path(self) -> Path:
        """The folder of the search index, one for each engine."""
        return self.instance_path / "index" / self.search_engine

    def require_secret_key(self) -> None:
        """Raise Unusable where there is no key to sign cookies with."""
        if not self.secret_key:
            raise Unusable("SECRET_KEY is missing: set it to a long random text")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """Read the settings; raise Unusable with a sentence where one is missing or wrong."""
        instance = Path(environ.get("INSTANCE_PATH", "instance")).absolute()
        environment = environ.get("DIRECTORY_ENV", "production")
        port = _whole_number(environ, "PORT", 8000)
        return cls(
            environment=environment,
            instance_path=instance,
            database_url=environ.get("DATABASE_URL", f"sqlite:///{instance / 'directory.db'}"),
            secret_key=environ.get("SECRET_KEY") or _own_key(environment, instance),
            site_name=environ.get("SITE_NAME", "Find your kind of help"),
            site_url=environ.get("SITE_URL", f"http://127.0.0.1:{port}").rstrip("/"),
            port=port,
            workers=_whole_number(environ, "WEB_CONCURRENCY", 1),
            search_engine=_one_of(environ, "SEARCH_ENGINE", ENGINES),
            ranking_file=_path(environ, "RANKING_FILE"),
            rate_limit=_one_of(environ, "RATE_LIMIT", SWITCH) == "on",
            trusted_proxies=_whole_number(environ, "TRUSTED_PROXIES", 0, least=0),
            mail_url=environ.get("MAIL_URL", ""),
            mail_from=environ.get("MAIL_FROM", ""),
            upload_limit_mb=_whole_number(environ, "UPLOAD_LIMIT_MB", 200),
        )


def load_settings() -> Settings:
    """Return the settings of this process."""
    return Settings.from_environment(os.environ)


def _own_key(environment: str, instance: Path) -> str:
    """Return the development key of this instance, made at first use and readable by us alone."""
    if environment != "development":
        return ""
    path = instance / "development.key"
    if not path.exists():
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
        draft.replace(path)  # so that no other process ever reads half a key
    return path.read_text(encoding="ascii")


def _whole_number(environ: Mapping[str, str], name: str, default: int, least: int = 1) -> int:
    text = environ.get(name, str(default))
    if not text.isdecimal() or int(text) < least:
        wanted = "a whole number above 0" if least else "0 or a whole number"
        raise Unusable(f"{name} is {text!r}: give {wanted}")
    return int(text)


def _path(environ: Mapping[str, str], name: str) -> Path | None:
    text = environ.get(name)
    return Path(text).absolute() if text else None


def _one_of(environ: Mapping[str, str], name: str, values: tuple[str, ...]) -> str:
    value = environ.get(name, values[0])
    if value not in values:
        raise Unusable(f"{name} is {value!r}: this version knows {', '.join(values)}")
    return value
