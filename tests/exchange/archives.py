"""Small archives and binders for the tests."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clusterdesk.exchange.archive.plan import ArchivePlan, ArchiveRow


def write_lines(path: Path, *lines: Mapping[str, Any] | str) -> Path:
    """Write a single-file archive; a text is written as it is."""
    texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def write_zip(path: Path, entries: Mapping[str, str | bytes]) -> Path:
    """Write a zip of the given entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return path


def refusals(plan: ArchivePlan) -> list[tuple[int, str, str]]:
    """Return line, key and English reason of every refusal."""
    return [(row.line, problem.key, str(problem)) for row in plan.refused for problem in row.problems]


def verdicts(plan: ArchivePlan) -> list[str]:
    """Return the verdict of each line."""
    return [row.verdict.value for row in plan.rows]


def row_of(plan: ArchivePlan, line: int) -> ArchiveRow:
    """Return the row of a line of a single file."""
    return next(row for row in plan.rows if row.line == line)
