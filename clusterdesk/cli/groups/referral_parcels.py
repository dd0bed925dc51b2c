"""referral parcel: what goes to the team that receives an orientation, as a mail draft, a folder, or to the drive."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import parcel_places, parcel_printing, sending
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parcel_places import Placed
from clusterdesk.cli.parser import LANGUAGES, Actions
from clusterdesk.cli.referral_reference import referral_meant
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.text import folded

if TYPE_CHECKING:
    from clusterdesk.domain.views.parcel import ParcelView
    from clusterdesk.exchange.parcels.contents import ParcelFile


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the parcel."""
    action = actions.add("parcel", t("make what goes to the team: page, attachments, answer form, reminder"), parcel)
    action.wanted.add_argument(
        "ref", metavar="REF", help=t("orientation: id, code, or the organisation that has one open")
    )
    add = action.options.add_argument
    add("--output", metavar=t("FILE"), help=t("mail draft (.eml), or folder to make the parcel’s folder in"))
    add("--send", action="store_true", help=t("put it into the outbox for the team’s folder"))
    add("--in", dest="document_language", metavar="fr|nl|en", choices=LANGUAGES, help=t("language of the document"))
    add(
        "--without", action="append", default=[], metavar=t("NAME"), help=t("attachment to leave out (may be repeated)")
    )
    add("--no-form", action="store_true", help=t("without the form to answer by"))
    add("--no-reminder", action="store_true", help=t("without the calendar entry"))


def parcel(context: Context, options: Namespace) -> Answer:
    """Make the parcel where it is asked for; without a place as a mail draft in the outbox of the binder."""
    from clusterdesk.exchange.parcels.contents import ParcelChoice, chosen_documents, parcel_files

    if options.send and options.output:
        raise WrongUseError(N_("A parcel goes to one place: take --send or --output."))
    view = parcel_printing.read(context, referral_meant(context, options.ref), options.document_language or "")
    chosen = _chosen(view, options.without)
    choice = ParcelChoice(chosen, form=not options.no_form, reminder=not options.no_reminder)
    view = chosen_documents(view, choice)
    t = context.t.other(view.language)
    files = parcel_files(context.desk.store, view, parcel_printing.page(context, view), choice, t)
    if options.send:
        queued = parcel_places.queue(context, view, files)
        return _answer(context, view, files, queued, [sending.queued_note(context, len(queued.exports))])
    output = Path(options.output).expanduser() if options.output else None
    return _answer(context, view, files, parcel_places.place(context, view, files, output))


def _chosen(view: "ParcelView", without: Iterable[str]) -> frozenset[UUID]:
    """Return the attachments that go along.

    Raises:
        WrongUseError: what is to stay is not attached.
    """
    left = {one.id: one for one in view.documents}
    for text in without:
        found = [key for key, one in left.items() if folded(one.name) == folded(text) or str(key) == text]
        if not found:
            raise WrongUseError(N_("“{name}” is not attached to this orientation."), name=text)
        for key in found:
            del left[key]
    return frozenset(left)


def _answer(
    context: Context, view: "ParcelView", files: "Sequence[ParcelFile]", placed: Placed, notes: Sequence[str] = ()
) -> Answer:
    t = context.t
    document: dict[str, Any] = {
        "referral_id": str(view.referral_id),
        "token": view.token,
        "organisation": view.organisation,
        "team": view.team or None,
        "to": view.mail or None,
        "language": view.language,
        "kind": placed.kind,
        "path": str(placed.path.absolute()) if placed.path is not None else None,
        "exports": list(placed.exports),
        "files": [{"name": one.name, "size": len(one.content)} for one in files],
        "left_out": [{"name": one.name, "visibility": one.visibility.value} for one in view.left_out],
    }
    stays = [[one.name, t(choice_label(one.visibility))] for one in view.left_out]
    blocks: list[Any] = [Lines([str(placed.path)])] if placed.path is not None else []
    blocks.append(Lines([one.name for one in files]))
    if stays:
        blocks.append(Table([t("Stays here"), t("Visibility")], stays))
    return Answer(document, blocks, list(notes))
