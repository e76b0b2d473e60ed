"""What do the figures say? As a page, as a plot, and beside those of another run."""

from __future__ import annotations

import json
from math import log10
from typing import Any

from benchmarks.tasks import ONE_PASS, WORDS

__all__ = ["changes", "page", "plot"]

Figures = dict[str, Any]

_HEAD = """# How fast zhnews is

Made by `python -m benchmarks`. Ratios hold on other machines, figures do not:
every ratio is of medians within one run, in which all tasks were interleaved.
"""


def page(figures: Figures) -> str:
    """The figures as a page in markdown."""
    parts = [_HEAD, _machine(figures), "![Speed beside jieba.cut](speed.svg)\n"]
    parts += [_speeds(name, corpus) for name, corpus in figures["texts"].items()]
    if figures["peers"]:
        parts.append(_peers(figures))
    parts.append(_processes(figures))
    return "\n".join(parts)


def _machine(figures: Figures) -> str:
    versions = ", ".join(f"{name} {one}" for name, one in figures["versions"].items() if one)
    return f"{figures['rounds']} rounds. {versions}.\n"


def _speeds(name: str, corpus: Figures) -> str:
    speeds = corpus["speeds"]
    rows = [
        f"## {name.capitalize()}\n",
        f"{corpus['about'].capitalize()}: {len(corpus['sizes'])} texts, "
        f"{sum(corpus['sizes']):,} characters.\n",
        "| task | million characters a second: best | median | × jieba.cut | × one pass |",
        "|---|---|---|---|---|",
    ]
    words, one_pass = speeds[WORDS]["median"], speeds[ONE_PASS]["median"]
    for task, speed in speeds.items():
        middle = speed["median"]
        rows.append(
            f"| {task} | {speed['best'] / 1e6:.3f} | {middle / 1e6:.3f} "
            f"| {middle / words:.2f} | {middle / one_pass:.3f} |"
        )
    return "\n".join(rows) + "\n"


def _peers(figures: Figures) -> str:
    rows = ["## Peers\n", "None reads a page; each does one of the jobs.\n"]
    for corpus in figures["peers"]:
        speeds = corpus["speeds"]
        words = speeds[WORDS]["median"]
        rows += [
            f"{corpus['about'].capitalize()}: {corpus['size']:,} characters.\n",
            "| tool | million characters a second: median | × jieba.cut |",
            "|---|---|---|",
        ]
        rows += [
            f"| {name} | {speed['median'] / 1e6:.4f} | {speed['median'] / words:.3f} |"
            for name, speed in speeds.items()
        ]
        rows.append("")
    return "\n".join(rows)


def _processes(figures: Figures) -> str:
    rows = ["## Fresh processes\n"]
    if spent := figures["imports"]:
        ratio = spent["zhnews"] / spent["regex, attrs"]
        each = ", ".join(f"`import {name}` {1000 * one:.0f} ms" for name, one in spent.items())
        rows.append(f"- {each}: {ratio:.2f} times.")
    rows += [
        f"- Peak memory over the seeds, {name}: {size:.0f} MiB."
        for name, size in figures["memory"].items()
    ]
    for way, spent in figures["growth"].items():
        first = min(spent, key=int)
        each = ", ".join(f"{count} × in {spent[count] / spent[first]:.1f}" for count in spent)
        rows.append(f"- Growth, the seeds as {way}: {each} times the time of one.")
    if spent := figures["processes"]:
        one, two = (spent[key] for key in sorted(spent, key=int))
        rows.append(
            f"- {figures['pages']:,} pages: {one:.1f} s in one process, {two:.1f} s in two: "
            f"{one / two:.2f} times as fast."
        )
    return "\n".join(rows) + "\n"


def plot(figures: Figures) -> str:
    """The speeds beside jieba.cut as bars, in SVG; one step is ten times."""
    rows: list[tuple[str, str, float]] = []
    for name, corpus in figures["texts"].items():
        words = corpus["speeds"][WORDS]["median"]
        rows += [
            (name, task, speed["median"] / words)
            for task, speed in corpus["speeds"].items()
            if not task.startswith("stage")
        ]
    left, step, bar = 300, 110, 22
    height = bar * len(rows) + 50
    shapes = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {height}" '
        'font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    for power in range(-1, 4):
        x = left + step * (power + 1)
        shapes.append(f'<line x1="{x}" y1="10" x2="{x}" y2="{height - 30}" stroke="#ccc"/>')
        shapes.append(
            f'<text x="{x}" y="{height - 12}" text-anchor="middle">{10.0**power:g} ×</text>'
        )
    for row, (name, task, ratio) in enumerate(rows):
        y = 14 + bar * row
        width = max(1.0, step * (_power(ratio) + 1))
        fill = {"read_page": "#a33", WORDS: "#555"}.get(task, "#7a9cc6")
        shapes.append(f'<text x="{left - 8}" y="{y + 13}" text-anchor="end">{name}: {task}</text>')
        shapes.append(
            f'<rect x="{left}" y="{y}" width="{width:.0f}" height="{bar - 5}" fill="{fill}"/>'
        )
        shapes.append(f'<text x="{left + width + 5:.0f}" y="{y + 13}">{ratio:.2f}</text>')
    return "\n".join([*shapes, "</svg>"]) + "\n"


def _power(ratio: float) -> float:
    return log10(max(ratio, 0.1))


def changes(figures: Figures, before: str) -> str:
    """What changed since another run, in ratios to jieba.cut: one line a task."""
    old = json.loads(before)
    rows = []
    for name, corpus in figures["texts"].items():
        known = old["texts"].get(name, {}).get("speeds", {})
        for task, speed in corpus["speeds"].items():
            if task in known and WORDS in known:
                now = speed["median"] / corpus["speeds"][WORDS]["median"]
                then = known[task]["median"] / known[WORDS]["median"]
                rows.append(
                    f"{name}: {task}: {then:.2f} -> {now:.2f} × jieba.cut ({now / then:.2f})"
                )
    return "\n".join(rows)
