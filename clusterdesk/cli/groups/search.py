"""search: the best beginning first, then names, then texts."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import told
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.filters import count
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES

_USUAL_LIMIT = "50"


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the arguments of search."""
    parser.wanted.add_argument("text", metavar=t("TEXT"), nargs="+", help=t("words; accents and case do not count"))
    parser.options.add_argument("--limit", metavar=t("NUMBER"), default=_USUAL_LIMIT, help=t("show at most so many"))
    parser.options.add_argument("--offset", metavar=t("NUMBER"), default="0", help=t("leave out the first so many"))
    parser.set_defaults(handler=search)


def search(context: Context, options: Namespace) -> Answer:
    """Search everything."""
    from clusterdesk.services import lookup

    limit, offset = count("--limit", options.limit), count("--offset", options.offset)
    page = lookup.search(context.desk.store, " ".join(options.text), limit, offset)
    document = {
        "query": page.query,
        "total": page.total,
        "limit": limit,
        "offset": offset,
        "hits": [
            {
                "kind": hit.kind,
                "id": str(hit.id),
                "title": hit.title,
                "snippet": hit.snippet,
                "organisation": hit.organisation or None,
                "organisation_id": None if hit.organisation_id is None else str(hit.organisation_id),
            }
            for hit in page.hits
        ],
    }
    t = context.t
    if not page.hits:
        return Answer(document, [Lines([t("Nothing was found.")])])
    headers = [t("Kind"), t("Title"), t("Organisation"), t("Text"), t("Identifier")]
    rows = [
        [
            t(RECORD_TYPES[hit.kind].label),
            told.title(context, hit.kind, hit.title),
            hit.organisation,
            hit.snippet,
            str(hit.id),
        ]
        for hit in page.hits
    ]
    return Answer(document, [Table(headers, rows)], [t.n("{n} hit", "{n} hits", n=page.total)])
