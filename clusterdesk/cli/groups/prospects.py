"""prospect find: who could fill a missing link, found in KBO open data and taken over."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.chain_reference import link_meant
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.project_reference import project_meant
from clusterdesk.domain.chains.nace_list import NACE_LIST, nace_prefixes
from clusterdesk.domain.commands.prospects import TakeProspects
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services.prospects import take_prospects

if TYPE_CHECKING:
    from clusterdesk.exchange.kbo.candidates import Candidate

_REGION = "1000-1299"


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the search for prospects."""
    finding = actions.add("find", t("find enterprises in KBO open data by activity and postcode"), find)
    finding.options.add_argument("--kbo", metavar=t("FOLDER"), required=True, help=t("the unpacked KBO open data"))
    finding.options.add_argument("--nace", metavar=t("CODES"), help=t("beginnings of codes: 31, 16.23"))
    finding.options.add_argument(
        "--link", metavar="LINK", help=t("the link that is lacking; its codes where --nace is not given")
    )
    finding.options.add_argument("--project", metavar="REF", help=t("the project that lacks somebody"))
    where = t("postcodes and ranges of them; else the Region")
    finding.options.add_argument("--postcodes", metavar=_REGION, default=_REGION, help=where)
    finding.options.add_argument("--save", metavar=t("FILE"), help=t("write them into a csv or xlsx file as well"))
    finding.options.add_argument("--take", action="store_true", help=t("take those over as prospects that are new"))


def find(context: Context, options: Namespace) -> Answer:
    """Find enterprises; those known already are marked, the others taken over if wanted."""
    from clusterdesk.exchange.kbo.candidates import candidates
    from clusterdesk.exchange.kbo.finding import find_enterprises

    store = context.desk.store
    codes = _codes(context, options)
    link = link_meant(context, options.link).id if options.link else None
    project = project_meant(context, options.project) if options.project else None
    enterprises = find_enterprises(Path(options.kbo).expanduser(), codes, options.postcodes)
    found = candidates(store, enterprises, link_id=link, project_id=project)
    numbers = {one.enterprise_number: one.id for one in store.find(Organisation) if one.enterprise_number}
    documents = [_document(one, numbers) for one in found]
    path = _save(context, options.save, documents) if options.save else None
    taken = 0
    if options.take:
        command = TakeProspects(prospects=tuple(one.prospect for one in found))
        taken = len(take_prospects(store, command).output)
    t = context.t
    heads = [t("Enterprise number"), t("Name"), t("Postcode"), t("City"), "NACE", t("Known")]
    names = ("enterprise_number", "name", "postcode", "city", "nace_code")
    rows = [[*(str(one[name]) for name in names), one["known_as"] or ""] for one in documents]
    lines = [t.n("{n} enterprise found", "{n} enterprises found", n=len(rows))]
    if options.take:
        lines.append(t.n("{n} prospect taken over", "{n} prospects taken over", n=taken))
    answer = {"enterprises": documents, "total": len(rows), "taken": taken, "path": path}
    return Answer(answer, [Table(heads, rows), Lines(lines)])


def _document(one: "Candidate", numbers: Mapping[str, UUID]) -> dict[str, Any]:
    found = one.enterprise
    own = numbers.get(found.number)
    return {
        "enterprise_number": found.number,
        "name": found.name,
        "street": found.street,
        "postcode": found.postcode,
        "city": found.city,
        "nace_code": found.nace_code,
        "nace_version": found.nace_version,
        "phone": found.phone,
        "mail": found.mail,
        "organisation_id": str(own) if own is not None else None,
        "known_as": one.known.name if one.known is not None else None,
    }


def _codes(context: Context, options: Namespace) -> tuple[str, ...]:
    text = options.nace or (link_meant(context, options.link).nace_codes if options.link else "")
    if not NACE_LIST.holds(text):
        raise KnownError("field_rule", NACE_LIST.message, advice=N_("Correct the codes and try again."))
    codes = nace_prefixes(text)
    if not codes:
        raise KnownError(
            "nace_needed",
            N_("Enterprises are found by what they do."),
            advice=N_("Give --nace 31,16 or --link with a link that has codes."),
        )
    return codes


def _save(context: Context, file: str, documents: list[dict[str, Any]]) -> str:
    from clusterdesk.domain.views.listing import Listing
    from clusterdesk.exchange.writing.listing_files import write_listing

    t, path = context.t, Path(file).expanduser()
    heads = (t("Enterprise number"), t("Name"), t("Street and number"), t("Postcode"), t("City"), t("NACE code"))
    more = (t("Phone"), t("Mail"))
    names = ("enterprise_number", "name", "street", "postcode", "city", "nace_code", "phone", "mail")
    rows = tuple(tuple(one[name] for name in names) for one in documents if one["known_as"] is None)
    write_listing(path, Listing("prospects", t("Prospects"), (*heads, *more), rows))
    return str(path.absolute())
