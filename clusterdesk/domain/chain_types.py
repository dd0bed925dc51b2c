"""The record types of value chains and production: links, who stands where."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.record_type import record_type as _type
from clusterdesk.domain.records import chains, exchange, production, prospects

CHAIN_TYPES: tuple[RecordType, ...] = (
    _type(
        "chain_link",
        chains.ChainLink,
        N_("Link of a value chain"),
        N_("Links of value chains"),
        title_fields=("name_fr",),
        search_title=("name_fr", "name_nl", "name_en"),
    ),
    _type(
        "chain_actor",
        chains.ChainActor,
        N_("Actor at a link of a chain"),
        N_("Actors at links of chains"),
        search_body=("remark",),
    ),
    _type(
        "project_chain_link",
        production.ProjectChainLink,
        N_("Link a project needs"),
        N_("Links that projects need"),
        search_body=("remark",),
    ),
    _type(
        "production_step",
        production.ProductionStep,
        N_("Stage of a production project"),
        N_("Stages of production projects"),
        title_fields=("stage", "on"),
        search_body=("remark",),
        search_date="on",
    ),
    _type(
        "project_rating",
        production.ProjectRating,
        N_("Rating of a project"),
        N_("Ratings of projects"),
        title_fields=("on",),
        search_body=("remark",),
        search_date="on",
    ),
    _type(
        "exchange",
        exchange.Exchange,
        N_("Offer or need"),
        N_("Offers and needs"),
        title_fields=("side", "text"),
        search_title=("text",),
        search_body=("outcome", "remark"),
        search_date="from_on",
    ),
    _type(
        "prospect",
        prospects.Prospect,
        N_("Prospect"),
        N_("Prospects"),
        title_fields=("name",),
        search_title=("name", "enterprise_number"),
        search_body=("city", "contact_name", "next_step", "remark"),
        search_date="next_step_on",
    ),
    _type(
        "prospect_step",
        prospects.ProspectStep,
        N_("State of a prospect"),
        N_("States of prospects"),
        title_fields=("state", "on"),
        search_body=("remark",),
        search_date="on",
    ),
)
