"""selftest: a window opened unseen, a PDF printed, a store opened, a list read and a file sent by helper processes."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import processes_selftest
from clusterdesk.cli.answer import DONE, KNOWN_ERROR, Answer, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import LANGUAGES, Parser

_VARIABLES = ("CLUSTERDESK_DATA", "CLUSTERDESK_CONFIG", "QT_QPA_PLATFORM")
_LOADED_LATE = ("icalendar", "oxmsg", "pillow_heif", "PIL.Image", "docx", "zxingcpp", "python_calamine", "pikepdf")
_SPOKEN = N_("Your data is safe: nothing was changed.")


def build(parser: Parser, t: Translate, name: str) -> None:
    """There is nothing to add."""
    parser.set_defaults(handler=selftest)


def selftest(context: Context, options: Namespace) -> Answer:
    """Try the parts that a packaged program may have lost; exit 1 where one is missing."""
    with TemporaryDirectory(prefix="clusterdesk-selftest-", ignore_cleanup_errors=True) as place, _apart(Path(place)):
        binder = Path(place, "binder")
        results = {
            "store": _store(context, binder),
            "languages": _languages(context),
            "pdf": _pdf(context),
            "reader": processes_selftest.try_reader(Path(place, "list.csv")),
            "drive": processes_selftest.try_drive(context, Path(place, "drive")),
            "files": _files(),
        }
        context.close()
        results["window"] = context.windows.selftest(binder, context.t.language)
    ok = all(results.values())
    t = context.t
    words = {True: t("in order"), False: t("NOT in order")}
    names = {
        "store": t("Store"),
        "languages": t("Languages"),
        "pdf": t("PDF"),
        "reader": t("Reading of large lists"),
        "drive": t("Sending to a shared drive"),
        "files": t("Mails, calendars, photos and documents"),
        "window": t("Window"),
    }
    rows = [[names[key], words[found]] for key, found in results.items()]
    return Answer({"ok": ok, **results}, [Table([t("Part"), t("State")], rows)], code=DONE if ok else KNOWN_ERROR)


@contextmanager
def _apart(place: Path) -> Iterator[None]:
    """Keep the user's own settings and binders out of it, and let Qt draw where nobody looks."""
    before = {name: os.environ.get(name) for name in _VARIABLES}
    os.environ["CLUSTERDESK_DATA"] = str(place / "data")
    os.environ.pop("CLUSTERDESK_CONFIG", None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _store(context: Context, binder: Path) -> bool:
    from clusterdesk.services import binders, maintenance

    binders.create_binder(binder, sample=True).close()
    context.options.binder = str(binder)
    return maintenance.check(context.desk.store).ok


def _languages(context: Context) -> bool:
    texts = {context.t.other(language)(_SPOKEN) for language in LANGUAGES}
    return len(texts) == len(LANGUAGES)


def _files() -> bool:
    """Load what is loaded only when a file of its kind comes."""
    return all(import_module(name) for name in _LOADED_LATE)


def _pdf(context: Context) -> bool:
    from clusterdesk.briefs.batch import print_briefs
    from clusterdesk.cli import printing
    from clusterdesk.cli.printing import Wanted
    from clusterdesk.domain.commands.records import AddRecord
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.domain.views.edition import Edition
    from clusterdesk.services import records

    organisation = Organisation(name="Atelier Élan & Cie")
    records.add_record(context.desk.store, AddRecord(record=organisation))
    jobs = list(printing.sheet_jobs(context, [Wanted(organisation_id=organisation.id)], Edition.SHAREABLE))
    printed = next(iter(print_briefs(jobs, printing.house_of(context))))
    return printed.pdf.startswith(b"%PDF-")
