"""prospect: who could fill a missing link, found in KBO open data."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.chain_reference import link_meant
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.chains.nace_list import NACE_LIST, nace_prefixes

_REGION = "1000-1299"


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the action."""
    actions = parser.actions("what", t)
    finding = actions.add("find", t("find enterprises in KBO open data by activity and postcode"), find)
    finding.options.add_argument("--kbo", metavar=t("FOLDER"), required=True, help=t("the unpacked KBO open data"))
    finding.options.add_argument("--nace", metavar=t("CODES"), help=t("beginnings of codes: 31, 16.23"))
    finding.options.add_argument("--link", metavar="LINK", help=t("the codes of a link of a chain instead"))
    where = t("postcodes and ranges of them; else the Region")
    finding.options.add_argument("--postcodes", metavar=_REGION, default=_REGION, help=where)
    finding.options.add_argument("--save", metavar=t("FILE"), help=t("write them into a csv or xlsx file as well"))


def find(context: Context, options: Namespace) -> Answer:
    """Find enterprises; those known already are marked."""
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.exchange.kbo.finding import find_enterprises, read_postcodes

    codes = _codes(context, options)
    postcodes = read_postcodes(options.postcodes)
    known = {one.enterprise_number: one.id for one in context.desk.store.find(Organisation) if one.enterprise_number}
    found = find_enterprises(Path(options.kbo).expanduser(), codes, postcodes)
    documents: list[dict[str, Any]] = [
        {
            "enterprise_number": one.number,
            "name": one.name,
            "street": one.street,
            "postcode": one.postcode,
            "city": one.city,
            "nace_code": one.nace_code,
            "nace_version": one.nace_version,
            "phone": one.phone,
            "mail": one.mail,
            "organisation_id": str(known[one.number]) if one.number in known else None,
        }
        for one in found
    ]
    path = _save(context, options.save, documents) if options.save else None
    t = context.t
    heads = [t("Enterprise number"), t("Name"), t("Postcode"), t("City"), "NACE", t("Known")]
    rows = [
        [
            one["enterprise_number"],
            one["name"],
            one["postcode"],
            one["city"],
            one["nace_code"],
            "✓" if one["organisation_id"] else "",
        ]
        for one in documents
    ]
    total = t.n("{n} enterprise found", "{n} enterprises found", n=len(rows))
    return Answer({"enterprises": documents, "total": len(rows), "path": path}, [Table(heads, rows), Lines([total])])


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
    rows = tuple(tuple(one[name] for name in names) for one in documents if one["organisation_id"] is None)
    write_listing(path, Listing("prospects", t("Prospects"), (*heads, *more), rows))
    return str(path.absolute())
