"""Value chains at work: the links of a chain, and who stands where."""

from dataclasses import dataclass
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.chains.nace_list import NACE_LIST
from clusterdesk.domain.fields import attribute, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import DatedFact
from clusterdesk.domain.records.lists import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink(Named):
    """A link of a value chain: collection, sorting, preparation, making, sale and others.

    ``nace_codes`` are the beginnings of the codes of those who work at it, separated by commas (``31, 9524``).
    """

    value_chain_id: UUID | None = refers("value_chain", N_("Value chain"), None)
    nace_codes: str = attribute(N_("Activities (NACE)"), "", rule=NACE_LIST)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainActor(DatedFact):
    """An organisation stands at a link of a value chain between two days."""

    chain_link_id: UUID = refers("chain_link", N_("Link of the chain"), owned=True)
    organisation_id: UUID = refers("organisation", N_("Organisation"))
    remark: str = attribute(N_("Remark"), "")
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)
