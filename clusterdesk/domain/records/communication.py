"""What the cluster publishes about itself and its members."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, PERSONS
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record
from clusterdesk.domain.records.lists import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationChannel(Named):
    """A channel of communication: newsletter, site, social network, press and others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationItem(DatedFact):
    """Something the cluster published; ``reach`` is how many people it reached."""

    title: str = attribute(N_("Title"), limit=1000)
    channel_id: UUID | None = refers("communication_channel", N_("Channel"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    document_id: UUID | None = refers("document", N_("Document"), None)
    on: date = attribute(N_("Date"), rule=DAY)
    link: str = attribute(N_("Link"), "")
    reach: int | None = attribute(N_("Reach"), None, rule=PERSONS)
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature(Record):
    """An organisation is featured in a communication; the id derives from both."""

    communication_item_id: UUID = refers("communication_item", N_("Communication"), owned=True)
    organisation_id: UUID = refers("organisation", N_("Organisation"))
