"""``python -m benchmarks [NAME …]``: run all benchmarks or some, print the table, keep it in docs/performance.md.

A benchmark is a module of this package with ``NAME`` (its title), ``TARGETS`` (row name -> greatest ratio) and
``run() -> list[BenchRow]``; it is called by its module's name.
"""

import importlib
import pkgutil
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import benchmarks
from benchmarks.harness import BenchRow

REPORT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_HEADER = """# Performance

Ours beside a yardstick – a small raw version of the same work – measured in turns inside one run
(`python -m benchmarks [NAME]`), medians. Machines differ and drift, so only the ratios count; a target is the greatest
ratio allowed.
"""
_START, _END = "<!-- {name} -->", "<!-- end -->"


def names() -> list[str]:
    """Return the benchmarks there are."""
    found = (module.name for module in pkgutil.iter_modules(benchmarks.__path__))
    return sorted(name for name in found if name not in ("__main__", "harness") and _is_benchmark(name))


def _is_benchmark(name: str) -> bool:
    text = (Path(benchmarks.__path__[0]) / f"{name}.py").read_text(encoding="utf-8")
    return "\ndef run(" in text and "\nTARGETS" in text


def table(title: str, rows: Sequence[BenchRow]) -> str:
    """Return a Markdown table of rows."""
    lines = [
        f"## {title}",
        "",
        "| operation | ours ms | yardstick ms | ratio | target | |",
        "|---|--:|--:|--:|--:|---|",
    ]
    lines += [
        f"| {row.name} | {row.ours_ms:.2f} | {row.yardstick_ms:.2f} | {row.ratio:.2f} | ≤ {row.target:.2f} "
        f"| {'met' if row.met else '**missed**'} |"
        for row in rows
    ]
    return "\n".join(lines)


def keep(name: str, text: str) -> None:
    """Put a benchmark's table into the report, in place of its earlier one."""
    report = REPORT.read_text(encoding="utf-8") if REPORT.is_file() else _HEADER
    start = _START.format(name=name)
    section = (
        f"{start}\n{text}\n\n_{date.today():%Y-%m-%d}, Python {platform.python_version()}, {platform.system()}_\n{_END}"  # noqa: DTZ011 - a note of the day
    )
    if start in report:
        before, _, rest = report.partition(start)
        report = before + section + rest.partition(_END)[2]
    else:
        report = f"{report.rstrip()}\n\n{section}\n"
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Run the named benchmarks; 2 for an unknown name, 1 when a target is missed, else 0."""
    known = names()
    if unknown := [name for name in arguments if name not in known]:
        print(f"Unknown benchmark: {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    all_met = True
    for name in arguments or known:
        module = importlib.import_module(f"benchmarks.{name}")
        rows: list[BenchRow] = module.run()
        text = table(module.NAME, rows)
        print(text, end="\n\n", flush=True)
        keep(name, text)
        all_met = all_met and all(row.met for row in rows)
    return 0 if all_met else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
