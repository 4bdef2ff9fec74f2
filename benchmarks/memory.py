"""What processes hold in memory, as Linux tells."""

from pathlib import Path

_MEGABYTE_IN_KB = 1024


def peak_megabytes() -> float:
    """Return the most memory that this process ever held, in MB."""
    return _kilobytes(Path("/proc/self/status"), "VmHWM") / _MEGABYTE_IN_KB


def resident(pid: int) -> dict[str, float]:
    """Return what a process holds in MB: resident, shared by halves (pss), and private."""
    path = Path(f"/proc/{pid}/smaps_rollup")
    private = _kilobytes(path, "Private_Clean") + _kilobytes(path, "Private_Dirty")
    return {
        "rss": _kilobytes(path, "Rss") / _MEGABYTE_IN_KB,
        "pss": _kilobytes(path, "Pss") / _MEGABYTE_IN_KB,
        "private": private / _MEGABYTE_IN_KB,
    }


def _kilobytes(path: Path, name: str) -> int:
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    return 0
