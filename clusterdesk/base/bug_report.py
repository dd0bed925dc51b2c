"""Reports of bugs: a local text file with the place in our code and no value a user ever typed."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from clusterdesk.base.errors import BugError, KnownError

_MOST_REPORTS = 50


def write_report(folder: Path, error: BaseException, moment: datetime, version: str) -> Path | None:
    """Write what is needed to find a bug; None when the disk refuses or 50 reports are there already.

    The message of the error is left out (it may quote a field), except that of our own BugErrors.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if len(list(folder.glob("report-*.txt"))) >= _MOST_REPORTS:
            return None
        path = folder / f"report-{moment.strftime('%Y%m%d-%H%M%S-%f')}.txt"
        path.write_text(report_text(error, moment, version), encoding="utf-8")
    except OSError:
        return None
    return path


def report_text(error: BaseException, moment: datetime, version: str) -> str:
    """Return the report: versions, kinds of the errors in the chain, places in the code."""
    lines = [
        f"ClusterDesk {version}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        moment.isoformat(timespec="seconds"),
        "",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(_kind(current))
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, BugError):
        return f"{name}: {error}"
    return f"{name} [{error.code}]" if isinstance(error, KnownError) else name


def _short(filename: str) -> str:
    """Leave out the folders of this computer (they may name its owner)."""
    parts = Path(filename).parts
    for anchor in ("clusterdesk", "site-packages"):
        if anchor in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(anchor) :])
    return parts[-1] if parts else filename
