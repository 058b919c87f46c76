"""The table of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.loading import BuildReport
from benchmarks.measuring import ALL, Times, count_agreements
from benchmarks.percentiles import percentile

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
_START, _END = "<!-- {0} -->\n", "<!-- /{0} -->\n"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One archive's figures: times by engine, milliseconds of drawing alone, what building took."""

    total: int
    settings: str
    times: Mapping[str, Times]
    drawing: Sequence[float]
    built: BuildReport
    sizes: Mapping[str, float]
    peers_built: Mapping[str, float]


def format_measurement(measured: Measurement) -> str:
    """A section of the page, in Markdown."""
    names = list(measured.times)
    ours = measured.times[names[0]]
    kinds = [kind for kind in ours.milliseconds if kind != ALL] + [ALL]
    lines = [
        f"## {measured.total:,} bulletins",
        "",
        measured.settings,
        "",
        "Milliseconds, p50 / p95 (max).",
        "",
        "| kind | " + " | ".join(names) + " |",
        "|---|" + "---|" * len(names),
    ]
    for kind in kinds:
        cells = (_cell(measured.times[name].milliseconds.get(kind)) for name in names)
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    lines += ["", *_ratios(measured, names), "", *_sizes(measured), ""]
    return "\n".join(lines)


def write_section(name: str, text: str) -> None:
    """Puts a section into the page, in place of an earlier one of the same name."""
    start, end = _START.format(name), _END.format(name)
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{start}{text}\n{end}{after}", encoding="utf-8")


def _cell(values: list[float] | None) -> str:
    if not values:
        return "-"
    middle, high = percentile(values, 0.5), percentile(values, 0.95)
    return f"{middle:.1f} / {high:.1f} ({max(values):.0f})"


def _ratios(measured: Measurement, names: list[str]) -> list[str]:
    ours = measured.times[names[0]]
    lines = [
        "- Drawing, which is the request without the search in it, takes "
        f"{percentile(measured.drawing, 0.5):.1f} ms at the median, "
        f"{percentile(measured.drawing, 0.95):.1f} at p95."
    ]
    for name in names[1:]:
        theirs = measured.times[name]
        middle, high = (
            percentile(theirs.milliseconds[ALL], share) / percentile(ours.milliseconds[ALL], share)
            for share in (0.5, 0.95)
        )
        both, alike = count_agreements(ours, theirs)
        lines.append(
            f"- {name} takes {middle:.2f} times our time at the median, {high:.2f} times at p95; "
            f"totals and counts alike on {alike} of {both} queries."
        )
    return lines


def _sizes(measured: Measurement) -> list[str]:
    sizes = ", ".join(f"{name} {size:.0f}" for name, size in measured.built.megabytes.items())
    lines = [f"Sizes in MB: {sizes}."]
    if measured.built.seconds:
        steps = ", ".join(f"{step} {spent:.0f}" for step, spent in measured.built.seconds.items())
        lines.append(f"Built in seconds: {steps}.")
    for name, size in measured.sizes.items():
        spent = measured.peers_built.get(name, 0.0)
        built = f", built in {spent:.0f} s" if spent else ""
        lines.append(f"{name}: {size:.0f} MB{built}.")
    return [line + "  " for line in lines]
