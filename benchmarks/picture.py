"""The picture: latency against the size of the corpus, per engine, both axes logarithmic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from benchmarks.engines.registry import LABELS
from benchmarks.results import US, SizeResult

_PANELS = {"text_facets": "Text with six facets", "filters": "Filters with six facets"}
_NAMESPACE = "http://www.w3.org/2000/svg"
_WIDTH, _HEIGHT = 820, 460
_LEFT, _TOP, _BOTTOM, _GAP = 62, 124, 56, 70
_RIGHT = 44  # half of the longest number below
_LEGEND_COLUMNS, _LEGEND_STEP = 4, 180
_PANEL_WIDTH = (_WIDTH - _LEFT - _GAP - _RIGHT) / 2
# Each engine's colour on a light ground and on a dark one.
_COLOURS = {
    "columns": ("#c2410c", "#fb923c"),
    "tantivy": ("#1d4ed8", "#60a5fa"),
    "sqlite": ("#15803d", "#4ade80"),
    "postgres": ("#7e22ce", "#c084fc"),
    "whoosh": ("#a16207", "#facc15"),
    "reference": ("#0e7490", "#22d3ee"),
    "floor": ("#57534e", "#a8a29e"),
}


@dataclass(frozen=True, slots=True)
class _Axis:
    """A logarithmic axis from one power of ten to another, on some pixels."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> "_Axis":
        low, high = floor(log10(min(values))), ceil(log10(max(values)))
        return cls(low, max(high, low + 1), start, end)

    def at(self, value: float) -> float:
        share = (log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def powers(self) -> list[int]:
        return list(range(self.low, self.high + 1))


def draw(results: Sequence[SizeResult]) -> str:
    """Return the picture as SVG, which follows the reader's light or dark ground."""
    names = [name for name in LABELS if any(name in result.contestants for result in results)]
    lines = [
        f'<svg xmlns="{_NAMESPACE}" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        "<title>Latency (p95) against the number of listings, per engine</title>",
        _style(names),
        *_legend(names),
        *(
            line
            for place, kind in enumerate(_PANELS)
            for line in _panel(results, names, kind, _LEFT + place * (_PANEL_WIDTH + _GAP))
        ),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _style(names: Sequence[str]) -> str:
    light = "".join(f".{name}{{--c:{_COLOURS[name][0]}}}" for name in names)
    dark = "".join(f".{name}{{--c:{_COLOURS[name][1]}}}" for name in names)
    return (
        "<style>"
        "text{font:13px system-ui,sans-serif;fill:#292524}.title{font-weight:600;font-size:15px}"
        ".grid{stroke:#d6d3d1;stroke-width:1}"
        "polyline{fill:none;stroke:var(--c);stroke-width:2}circle,rect{fill:var(--c)}"
        f"polyline.{US}{{stroke-width:4}}polyline.floor{{stroke-dasharray:5 4}}{light}"
        "@media(prefers-color-scheme:dark){text{fill:#e7e5e4}.grid{stroke:#44403c}"
        f"{dark}}}</style>"
    )


def _legend(names: Sequence[str]) -> Iterator[str]:
    yield f'<text x="{_LEFT}" y="24" class="title">95th percentile of latency, milliseconds</text>'
    for place, name in enumerate(names):
        row, column = divmod(place, _LEGEND_COLUMNS)
        x, y = _LEFT + column * _LEGEND_STEP, 50 + row * 21
        yield f'<rect x="{x}" y="{y - 8}" width="14" height="6" rx="3" class="{name}"/>'
        yield f'<text x="{x + 20}" y="{y}">{LABELS[name]}</text>'


def _panel(
    results: Sequence[SizeResult], names: Sequence[str], kind: str, left: float
) -> Iterator[str]:
    lines = {
        name: [(each.size, p95) for each in results if (p95 := each.p95(name, kind))]
        for name in names
    }
    points = [point for line in lines.values() for point in line]
    if not points:
        return
    across = _Axis.over([size for size, _ in points], left, left + _PANEL_WIDTH)
    up = _Axis.over([p95 for _, p95 in points], _HEIGHT - _BOTTOM, _TOP)
    yield f'<text x="{left}" y="{_TOP - 14}" class="title">{_PANELS[kind]}</text>'
    yield from _grid(across, up)
    for name, line in lines.items():
        yield from _line(name, [(across.at(size), up.at(p95)) for size, p95 in line])


def _grid(across: _Axis, up: _Axis) -> Iterator[str]:
    for power in up.powers:
        y = up.at(10.0**power)
        ends = f'x1="{across.start}" x2="{across.end}" y1="{y}" y2="{y}"'
        yield f'<line class="grid" {ends}/>'
        label = f"{10.0**power:g}"
        yield f'<text x="{across.start - 8}" y="{y + 4}" text-anchor="end">{label}</text>'
    for power in across.powers:
        x = across.at(10.0**power)
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{up.end}" y2="{up.start}"/>'
        label = f"{10**power:,}"
        yield f'<text x="{x}" y="{up.start + 20}" text-anchor="middle">{label}</text>'
    middle = (across.start + across.end) / 2
    yield f'<text x="{middle}" y="{up.start + 42}" text-anchor="middle">listings</text>'


def _line(name: str, points: Sequence[tuple[float, float]]) -> Iterator[str]:
    if len(points) > 1:
        path = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline class="{name}" points="{path}"/>'
    for x, y in points:
        yield f'<circle class="{name}" cx="{x}" cy="{y}" r="4"/>'
