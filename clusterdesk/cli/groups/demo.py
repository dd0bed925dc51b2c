"""demo: the sample binder, its documents, and the window on it where there is a display."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import sample_documents
from clusterdesk.cli.answer import Answer, Lines, Pairs
from clusterdesk.cli.context import Context, binder_path
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES

_NAME = "sample"
# Plural keys of the counts, where they are not the key with an s.
_PLURALS = {
    "address": "addresses",
    "evidence": "evidence",
    "one_off_advice": "one_off_advice",
    "organisation_status": "organisation_statuses",
    "organisation_activity": "organisation_activities",
}
_TOLD = ("organisation", "contact", "project", "coaching_file", "session", "action")


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the options of demo."""
    parser.options.add_argument("--at", metavar=t("DIR"), help=t("folder of the sample binder"))
    parser.options.add_argument(
        "--fresh", action="store_true", help=t("make it anew; the old one is moved aside, not destroyed")
    )
    parser.set_defaults(handler=demo)


def demo(context: Context, options: Namespace) -> Answer | int:
    """Make or open the sample, print its documents, and open the window."""
    path = _folder(options)
    aside = _make(context, path, fresh=options.fresh)
    context.options.binder = str(path)
    if not context.desk.store.is_sample:
        raise _not_the_sample(path)
    written = sample_documents.print_all(context)
    counts = _counts(context)
    context.close()
    shows = context.windows.has_display()
    document: dict[str, Any] = {
        "binder": str(path),
        "briefs": [str(one) for one in written],
        "counts": {plural(key): count for key, count in counts.items()},
        "window": shows,
    }
    answer = Answer(document, _blocks(context, path, written, counts), _notes(context, aside, shows=shows))
    if not shows:
        return answer
    # Told before the window opens: it stays open until somebody closes it.
    context.output.answer(answer)
    return context.windows.run(path, context.settings, context.t.language)


def plural(key: str) -> str:
    """Return the name under which records of a type are counted."""
    return _PLURALS.get(key, key + "s")


def _folder(options: Namespace) -> Path:
    if options.at:
        return binder_path(options.at).absolute()
    from clusterdesk.config.paths import binders_dir

    return (binders_dir() / _NAME).absolute()


def _make(context: Context, path: Path, *, fresh: bool) -> Path | None:
    """Make the sample where there is none; return where an older one was moved to."""
    from clusterdesk.exchange.sample import make_sample_binder
    from clusterdesk.services import rescue

    aside = None
    if (path / "binder.db").exists():
        if not fresh:
            return None
        aside = rescue.set_aside(path)
    context.progress(context.t("Making the sample binder …"))
    make_sample_binder(path, context.settings.profile_name)
    if not context.settings.last_binder:
        context.settings_store.change(last_binder=str(path))
    return aside


def _not_the_sample(path: Path) -> KnownError:
    return KnownError(
        "not_the_sample",
        N_("The binder in {folder} is not the sample."),
        advice=N_("Choose another folder with --at: the sample never mixes with your own work."),
        folder=str(path),
    )


def _counts(context: Context) -> dict[str, int]:
    from clusterdesk.services import lookup

    found = {key: lookup.count(context.desk.store, key) for key in RECORD_TYPES}
    return {key: number for key, number in found.items() if number}


def _blocks(context: Context, path: Path, written: list[Path], counts: dict[str, int]) -> list[Pairs | Lines]:
    t = context.t
    rows = [(t("Sample binder"), str(path))]
    rows += [(t(RECORD_TYPES[key].plural), str(counts.get(key, 0))) for key in _TOLD]
    return [Pairs(rows), Lines([t("Documents"), *(f"  {one}" for one in written)])]


def _notes(context: Context, aside: Path | None, *, shows: bool) -> list[str]:
    t = context.t
    notes = [t("The older sample was moved to {folder}", folder=aside)] if aside is not None else []
    if not shows:
        notes.append(t("There is no display here, so no window was opened."))
    return notes
