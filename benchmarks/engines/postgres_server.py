"""A throw-away PostgreSQL server on a socket in a temporary folder; root runs it as `postgres`."""

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_BINARIES = Path("/usr/lib/postgresql/15/bin")
_USER = "postgres"
_SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "1GB",
    "work_mem": "128MB",
    "maintenance_work_mem": "512MB",
    "effective_cache_size": "4GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_wal_size": "4GB",
    "plan_cache_mode": "force_custom_plan",
    "log_min_messages": "fatal",
}


def missing_parts() -> str | None:
    """Return what keeps PostgreSQL from taking part, or None."""
    if find_spec("psycopg") is None:
        return "the package psycopg is not installed"
    if not (_BINARIES / "initdb").exists():
        return "PostgreSQL 15 is not installed"
    if os.geteuid() == 0 and not _has_user():
        return "there is no user `postgres`, and PostgreSQL refuses to run as root"
    return None


class Server:
    """The server whose data folder a file in the contestant's folder names."""

    def __init__(self, folder: Path) -> None:
        self._note = folder / "data-folder"

    @property
    def data(self) -> Path:
        """The folder of its data, which holds the socket too."""
        return Path(self._note.read_text(encoding="utf-8"))

    def create(self) -> None:
        """Make an empty cluster."""
        data = Path(tempfile.mkdtemp(prefix="bench-pg-"))
        self._note.write_text(str(data), encoding="utf-8")
        if os.geteuid() == 0:
            shutil.chown(data, _USER, _USER)
        _run("initdb", "-D", data, "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", _USER)
        lines = [f"{name} = {value}\n" for name, value in _SETTINGS.items()]
        lines.append(f"unix_socket_directories = '{data}'\n")
        with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(lines)

    def start(self) -> bool:
        """Start the server; return false where it runs already."""
        if (self.data / "postmaster.pid").exists():
            return False
        _run("pg_ctl", "-D", self.data, "-l", self.data / "log", "-w", "start")
        return True

    def stop(self) -> None:
        """Stop the server."""
        _run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")

    def pids(self) -> list[int]:
        """Return the process ids of the server and its children."""
        first = int((self.data / "postmaster.pid").read_text(encoding="ascii").split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii")
        return [first, *map(int, children.split())]

    def discard(self) -> None:
        """Delete the data."""
        if self._note.exists():
            if (self.data / "postmaster.pid").exists():
                self.stop()
            shutil.rmtree(self.data, ignore_errors=True)


def _has_user() -> bool:
    try:
        return bool(pwd.getpwnam(_USER))
    except KeyError:
        return False


def _run(program: str, *arguments: Any) -> None:
    as_user: dict[str, Any] = {}
    if os.geteuid() == 0:
        as_user = {"user": _USER, "group": _USER, "extra_groups": []}
    subprocess.run(
        [_BINARIES / program, *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        **as_user,
    )
