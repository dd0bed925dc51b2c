"""drive: the folder that the team shares; set, show, check."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import sending
from clusterdesk.cli.answer import Answer, Lines, Pairs
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser

if TYPE_CHECKING:
    from clusterdesk.sync.wire import Looked

_TEMPLATES = ("drive_briefs", "drive_lists", "drive_open_exports", "drive_parcels")


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of the drive."""
    actions = parser.actions("action", t)
    setting = actions.add(
        "set", t("choose the team’s folder; it is marked once, so that it is known again"), set_folder
    )
    setting.wanted.add_argument("folder", metavar=t("FOLDER"), help=t("folder on the shared drive"))
    actions.add("show", t("which folder, and what goes where in it; the drive is not asked"), show)
    actions.add("check", t("ask the drive how it stands"), check)


def set_folder(context: Context, options: Namespace) -> Answer:
    """Choose and mark the team's folder; the setting changes only where the folder can be used."""
    from clusterdesk.sync.setting_up import set_up

    folder = str(Path(options.folder).expanduser().absolute())
    with sending.helper(context) as helper:
        found = set_up(context.desk.store, folder, helper)
    context.settings_store.change(shared_folder=folder)
    document: dict[str, Any] = {"drive": sending.drive_document(folder, found)}
    return Answer(document, [_pairs(context, folder, found)])


def show(context: Context, options: Namespace) -> Answer:
    """Show which folder is the team's, and what goes where."""
    t, settings = context.t, context.settings
    folder = settings.shared_folder
    templates = {name.removeprefix("drive_"): getattr(settings, name) for name in _TEMPLATES}
    names = {
        "briefs": t("Printed pages"),
        "lists": t("Lists and files"),
        "open_exports": t("Open exports"),
        "parcels": t("Parcels"),
    }
    rows = [(t("Team’s folder"), folder or t("none")), *((names[key], templates[key]) for key in names)]
    return Answer({"folder": folder or None, "templates": templates}, [Pairs(rows)])


def check(context: Context, options: Namespace) -> Answer:
    """Ask the drive how it stands; an answer that is not fine is a known error."""
    from clusterdesk.services import outbox
    from clusterdesk.sync.drive_words import drive_error
    from clusterdesk.sync.setting_up import look_now

    store, folder = context.desk.store, context.settings.shared_folder
    with sending.helper(context) as helper:
        found = look_now(store, folder, helper)
    error = drive_error(found, folder, sum(job.size for job in outbox.jobs(store) if job.waits))
    if error is not None:
        raise error
    document: dict[str, Any] = {"drive": sending.drive_document(folder, found)}
    if not folder:
        return Answer(document, [Lines([context.t("No shared folder was chosen: clusterdesk drive set FOLDER")])])
    return Answer(document, [_pairs(context, folder, found)])


def _pairs(context: Context, folder: str, found: "Looked") -> Pairs:
    from clusterdesk.domain.outgoing.words import DRIVE_STATES

    t = context.t
    free = context.formats.number(found.free // 1_000_000) if found.free is not None else t("not known")
    return Pairs(
        [(t("Team’s folder"), folder), (t("State"), t(DRIVE_STATES[found.state])), (t("Megabytes free"), free)]
    )
