"""What value chains put into the Fil of an organisation: where it stands, on the day it came there."""

from typing import Any

import sqlalchemy as sa

from clusterdesk.store.queries.children import places
from clusterdesk.store.tables import RECORD_TABLES

Column = sa.ColumnElement[Any]

_NO: Column = sa.literal_column("0")
_EMPTY: Column = sa.literal_column("''")


def chain_entries(count: int) -> sa.Select[Any]:
    """Return the places at links of chains, of so many organisations; names in French, Dutch, English, 0x1f between."""
    actor, link, chain = (RECORD_TABLES[key] for key in ("chain_actor", "chain_link", "value_chain"))
    c = actor.c
    return (
        sa.select(
            sa.literal_column("'chain_actor'").label("kind"),
            c.id.label("id"),
            sa.func.coalesce(c.from_on, c.recorded_on, _EMPTY).label("day"),
            _names("chain_link").label("title"),
            c.remark.label("body"),
            _names("value_chain").label("detail"),
            _EMPTY.label("state"),
            _EMPTY.label("marked"),
        )
        .join(link, link.c.id == c.chain_link_id)
        .outerjoin(chain, chain.c.id == link.c.value_chain_id)
        .where(
            c.organisation_id.in_(places(count)),
            c.deleted == _NO,
            c.revoked_on.is_(None),
            link.c.deleted == _NO,
        )
    )


def stage_entries(count: int) -> sa.Select[Any]:
    """Return the stages of production projects that so many organisations hold or take part in."""
    step, project, partner = (RECORD_TABLES[key] for key in ("production_step", "project", "project_partner"))
    c = step.c
    theirs = sa.select(partner.c.project_id).where(
        partner.c.organisation_id.in_(places(count)), partner.c.deleted == _NO
    )
    return (
        sa.select(
            sa.literal_column("'production_step'").label("kind"),
            c.id.label("id"),
            sa.func.coalesce(c.on, _EMPTY).label("day"),
            project.c.title.label("title"),
            c.remark.label("body"),
            c.stage.label("detail"),
            _EMPTY.label("state"),
            _EMPTY.label("marked"),
        )
        .join(project, project.c.id == c.project_id)
        .where(
            sa.or_(project.c.organisation_id.in_(places(count)), c.project_id.in_(theirs)),
            c.deleted == _NO,
            c.revoked_on.is_(None),
            project.c.deleted == _NO,
        )
    )


def exchange_entries(count: int) -> sa.Select[Any]:
    """Return the offers and needs of so many organisations, on the day they began or were noted."""
    exchange = RECORD_TABLES["exchange"]
    c = exchange.c
    closed: Column = sa.literal_column("'closed'")
    return sa.select(
        sa.literal_column("'exchange'").label("kind"),
        c.id.label("id"),
        sa.func.coalesce(c.from_on, c.recorded_on, _EMPTY).label("day"),
        c.text.label("title"),
        c.remark.label("body"),
        c.side.label("detail"),
        sa.case((c.closed_on.is_not(None), closed), else_=_EMPTY).label("state"),
        c.visibility.label("marked"),
    ).where(c.organisation_id.in_(places(count)), c.deleted == _NO, c.revoked_on.is_(None))


def prospect_entries(count: int) -> sa.Select[Any]:
    """Return how so many organisations were won: each state they went through as prospects, and where found."""
    step, prospect, link = (RECORD_TABLES[key] for key in ("prospect_step", "prospect", "chain_link"))
    c = step.c
    return (
        sa.select(
            sa.literal_column("'prospect_step'").label("kind"),
            c.id.label("id"),
            sa.func.coalesce(c.on, _EMPTY).label("day"),
            _names("chain_link").label("title"),
            c.remark.label("body"),
            c.state.label("detail"),
            prospect.c.source.label("state"),
            _EMPTY.label("marked"),
        )
        .join(prospect, prospect.c.id == c.prospect_id)
        .outerjoin(link, link.c.id == prospect.c.chain_link_id)
        .where(
            prospect.c.organisation_id.in_(places(count)),
            c.deleted == _NO,
            c.revoked_on.is_(None),
            prospect.c.deleted == _NO,
        )
    )


def _names(table: str) -> Column:
    joined = " || char(31) || ".join(f"coalesce({table}.name_{language}, '')" for language in ("fr", "nl", "en"))
    return sa.literal_column(joined)
