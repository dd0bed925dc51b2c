"""The report of a bug: a local file with the place in our code and no value that a user ever typed."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from clusterdesk import __version__
from clusterdesk.base.errors import BugError, KnownError
from clusterdesk.config.paths import reports_dir

_MOST = 50


def write_report(error: BaseException, moment: datetime) -> Path | None:
    """Write the report; ``None`` when the disk refuses or 50 reports are there already."""
    folder = reports_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if len(list(folder.glob("report-*.txt"))) >= _MOST:
            return None
        path = folder / f"report-{moment:%Y%m%d-%H%M%S-%f}.txt"
        path.write_text(report_text(error, moment), encoding="utf-8")
    except OSError:
        return None
    return path


def report_text(error: BaseException, moment: datetime) -> str:
    """Return the report: versions, the kinds of error in the chain, places in the code; no message but our own."""
    lines = [
        f"ClusterDesk {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        moment.isoformat(timespec="seconds"),
        "",
        "Traceback (places only):",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(_kind(current))
        lines += [
            f"  {_place(one.filename)}:{one.lineno} {one.name}" for one in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, BugError):
        return f"{name}: {error}"
    return f"{name} [{error.code}]" if isinstance(error, KnownError) else name


def _place(filename: str) -> str:
    """Leave out the folders of this computer: they may name its owner."""
    parts = Path(filename).parts
    for anchor in ("clusterdesk", "site-packages"):
        if anchor in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(anchor) :])
    return parts[-1] if parts else filename
