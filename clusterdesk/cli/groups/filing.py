"""file: photos, scans and mails put where they belong."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.session_reference import session_meant

if TYPE_CHECKING:
    from clusterdesk.domain.dropped import DroppedFile
    from clusterdesk.domain.views.filing import FilingPlace

_REFUSALS = 3


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the options of file."""
    parser.wanted.add_argument("files", metavar=t("FILE"), nargs="+", help=t("photo, scan, PDF, .eml or .msg"))
    parser.options.add_argument("--session", metavar="REF", help=t("session: id or short code; or whom it is with"))
    parser.options.add_argument("--organisation", metavar="REF", help=t("organisation: id, number or name"))
    parser.options.add_argument("--dry-run", action="store_true", help=t("only show what would happen"))
    parser.set_defaults(handler=file_all)


def file_all(context: Context, options: Namespace) -> Answer:
    """File each; what tells nothing and was given no place is left, and the answer says so."""
    from clusterdesk.domain.records.sessions import Session

    session_id = session_meant(context, options.session) if options.session else None
    organisation_id = references.target(context, options.organisation, "organisation") if options.organisation else None
    if session_id is not None:
        organisation_id = context.desk.store.get(Session, session_id).organisation_id
    given = (session_id, organisation_id)
    done = [_file(context, Path(name).expanduser(), given, dry_run=options.dry_run) for name in options.files]
    t = context.t
    rows = [[one["file"], one["organisation"] or "", _day(context, one), _words(context, one)] for one in done]
    table = Table([t("File"), t("Organisation"), t("Day"), t("What was done")], rows)
    missed = any((not one["filed"] and not options.dry_run) or one["error"] for one in done)
    return Answer({"files": done}, [table], code=_REFUSALS if missed else 0)


def _file(context: Context, path: Path, given: tuple[UUID | None, UUID | None], *, dry_run: bool) -> dict[str, Any]:
    from clusterdesk.exchange.filing.look import look_at
    from clusterdesk.services.filing_places import places_for

    row: dict[str, Any] = {
        "file": path.name,
        "kind": None,
        "codes": [],
        "taken_at": None,
        "session": None,
        "organisation": None,
        "on": None,
        "reason": None,
        "filed": False,
        "record": None,
        "left_out": [],
        "error": None,
    }
    try:
        dropped = look_at(path, limit_mb=context.settings.document_size_limit_mb)
        place = next(iter(places_for(context.desk.store, dropped)), None)
        row |= _told(dropped, place)
        session_id, organisation_id = given
        if organisation_id is None and place is not None:
            session_id, organisation_id = place.session_id, place.organisation_id
        elif organisation_id is not None:
            row |= {"reason": "given", "session": str(session_id) if session_id else None}
        if organisation_id is not None and not dry_run:
            row |= _filed(context, dropped, session_id, organisation_id, place)
    except KnownError as error:
        row["error"] = {"code": error.code, "message": error.texts(context.t).message}
    return row


def _told(dropped: "DroppedFile", place: "FilingPlace | None") -> dict[str, Any]:
    told: dict[str, Any] = {
        "kind": dropped.kind.value,
        "codes": list(dropped.codes),
        "taken_at": dropped.taken_at.isoformat() if dropped.taken_at else None,
    }
    if place is not None:
        told |= {
            "session": str(place.session_id) if place.session_id else None,
            "organisation": place.organisation,
            "on": place.on.isoformat() if place.on else None,
            "reason": place.reason.value,
        }
    return told


def _filed(
    context: Context,
    dropped: "DroppedFile",
    session_id: UUID | None,
    organisation_id: UUID,
    place: "FilingPlace | None",
) -> dict[str, Any]:
    from clusterdesk.domain.commands.documents import AttachDocument, FileMail
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.services import filing

    store = context.desk.store
    name = store.get(Organisation, organisation_id).name
    if dropped.mail is not None:
        person = place.contact_id if place is not None and place.organisation_id == organisation_id else None
        mail = filing.file_mail(store, FileMail(organisation_id=organisation_id, contact_id=person), dropped).output
        record, left_out = mail.session.id, list(mail.left_out)
    else:
        evidence = place.evidence_id if place is not None and place.organisation_id == organisation_id else None
        command = AttachDocument(
            source=Path(dropped.name), organisation_id=organisation_id, session_id=session_id, evidence_id=evidence
        )
        record, left_out = filing.file_picture(store, command, dropped).output.id, []
    return {"filed": True, "record": str(record), "organisation": name, "left_out": left_out}


def _day(context: Context, row: dict[str, Any]) -> str:
    return context.formats.date(date.fromisoformat(row["on"])) if row["on"] else ""


def _words(context: Context, row: dict[str, Any]) -> str:
    t = context.t
    if row["error"]:
        return str(row["error"]["message"])
    if row["left_out"]:
        return t("filed; left out because they are programs: {names}", names=", ".join(row["left_out"]))
    if row["filed"]:
        return t("filed")
    return t("it would be filed there") if row["organisation"] else t("nothing tells where it belongs")
