"""Value chains as the command line tells them."""

from collections.abc import Sequence
from typing import Any

from clusterdesk.cli.answer import Block, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.views.chains import ChainView, LinkRow


def chain_document(context: Context, view: ChainView) -> dict[str, Any]:
    """Return a chain for ``--json``."""
    today = context.desk.store.clock.today()
    return {
        "id": str(view.chain.id),
        "key": view.chain.key,
        "name": view.chain.name_in(context.t.language),
        "rank": view.chain.position,
        "links": [_link(context, row) for row in view.links],
        "holes": [one.key for one in view.holes(today)],
        "unplaced": [
            {
                "organisation_id": str(one.organisation_id),
                "name": one.name,
                "in_region": one.in_region,
                "at": [link.key for link in one.at],
            }
            for one in view.unplaced
        ],
    }


def _link(context: Context, row: LinkRow) -> dict[str, Any]:
    today = context.desk.store.clock.today()
    return {
        "id": str(row.link.id),
        "key": row.link.key,
        "name": row.link.name_in(context.t.language),
        "nace_codes": row.link.nace_codes,
        "hole": row.is_hole(today),
        "organisations": [
            {
                "organisation_id": str(one.organisation_id),
                "name": one.name,
                "in_region": one.in_region,
                "from_on": str(one.record.from_on) if one.record.from_on is not None else None,
                "remark": one.record.remark,
            }
            for one in row.now(today)
        ],
    }


def chain_blocks(context: Context, views: Sequence[ChainView]) -> list[Block]:
    """Return the chains for people: a table for each."""
    t, today, language = context.t, context.desk.store.clock.today(), context.t.language
    blocks: list[Block] = []
    for view in views:
        rows = [
            [
                row.link.name_in(language),
                ", ".join(one.name for one in row.now(today)) or "–",
                t("nobody in the Region") if row.is_hole(today) else "",
            ]
            for row in view.links
        ]
        blocks.append(Lines([view.chain.name_in(language)]))
        blocks.append(Table([t("Link"), t("Who stands there"), ""], rows))
        if view.unplaced:
            names = ", ".join(one.name for one in view.unplaced)
            blocks.append(Lines([t("Of this chain, at no link yet: {names}", names=names)]))
    return blocks
